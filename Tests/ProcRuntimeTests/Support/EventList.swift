import ProcModel

/// Events as readable text.
enum EventList {
  /// One line per event: `Process-1 lock.acquire lock-1 1`.
  static func text(_ events: [Event]) -> String { lines(events).joined(separator: "\n") }

  /// The lines of ``text(_:)``.
  static func lines(_ events: [Event]) -> [String] {
    let names = Names(events)
    return events.map { event in
      [names.lane(event), event.kind.name, names.object(event), event.text, event.detail]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
  }
}

/// The names of lanes and objects in a trace.
struct Names {
  private var lanes: [Int64: String] = [:]
  private var objects: [ObjectID: String] = [:]

  init(_ events: [Event]) {
    for event in events {
      if event.kind == .processBegin { lanes[Self.key(event)] = event.text }
      if event.kind == .objectDefine { objects[event.object] = event.text }
    }
  }

  /// The name of the lane that an event is of.
  func lane(_ event: Event) -> String { lanes[Self.key(event)] ?? "\(event.pid)/\(event.tid)" }

  /// The name of the object that an event is about; empty where it is a process, or none.
  func object(_ event: Event) -> String { objects[event.object] ?? "" }

  private static func key(_ event: Event) -> Int64 { Int64(event.pid) << 32 | Int64(event.tid) }
}
