import ProcModel
import ProcSchedule

/// The order in which the events of a step are told: the same whenever the same happens. What the
/// processes reported in turn comes as it came; then what the viewer learned by itself, and then who
/// is held next, each in the order of the lanes.
struct StepOrder {
  let controller: RunController

  /// The events in that order.
  func sorted(_ events: [Event]) -> [Event] {
    let gates = events.filter { $0.kind == .gateWait }
    let observed = events.filter(\.isObserved)
    let others = events.filter { $0.kind != .gateWait && !$0.isObserved }
    return others + inOrder(byLine(observed)) + inOrder(gates)
  }

  /// Output by whole lines: how it was cut into pieces depends on when it was read.
  private func byLine(_ events: [Event]) -> [Event] {
    var result = events.filter { $0.kind != .output }
    let outputs = events.filter { $0.kind == .output }
    var seen: [Writer] = []
    for event in outputs where !seen.contains(Writer(event)) {
      let writer = Writer(event)
      seen.append(writer)
      let text = outputs.filter { Writer($0) == writer }.map(\.text).joined()
      result += Self.lines(of: text).flatMap(RecordCodec.pieces).map { line in
        Event(
          .output, pid: writer.pid, time: event.time, value: writer.stream, flags: .observed,
          text: line)
      }
    }
    return result
  }

  private struct Writer: Equatable {
    let pid: Int32
    let stream: Int64

    init(_ event: Event) {
      pid = event.pid
      stream = event.value
    }
  }

  /// The lines of a text, each with its end.
  private static func lines(of text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for character in text {
      line.append(character)
      if character.isNewline || line.utf8.count >= 1000 {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private func inOrder(_ events: [Event]) -> [Event] {
    events.enumerated().map { (rank: rank(of: $1), place: $0, event: $1) }
      .sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }
      .map(\.event)
  }

  /// Where an event stands: by the lane that it is about, what was printed before the end.
  private func rank(of event: Event) -> Rank {
    let world = controller.run.world
    let lane =
      event.kind == .processReap
      ? world.lane(of: event.object) : world.lane(pid: event.pid, tid: event.tid)
    return Rank(
      path: lane.map { controller.path(of: $0) },
      stage: event.kind == .processReap ? 3 : event.kind == .output ? event.value : 0)
  }

  private struct Rank: Comparable {
    /// Nobody's comes first.
    let path: LanePath?
    let stage: Int64

    static func < (a: Rank, b: Rank) -> Bool {
      guard a.path == b.path else {
        guard let one = a.path else { return true }
        return b.path.map { one < $0 } ?? false
      }
      return a.stage < b.stage
    }
  }
}
