/// Events that belong together, as they are hidden and shown together.
public enum EventFamily: Sendable, Hashable, CaseIterable {
  case processes, locks, queues, values, managers, pools, coordination, output, sleep
}
