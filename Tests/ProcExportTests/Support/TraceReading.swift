import Foundation
import ProcModel
import Testing

@testable import ProcExport

/// A trace in the Trace Event Format, read back and looked at as a viewer does.
struct TraceReading {
  let events: [[String: Any]]
  let text: String
  /// What is wrong with it.
  private(set) var faults: [String] = []
  /// The names of all slices, as `track: outer > inner`.
  private(set) var slices: [String] = []
  /// The arrows by their ids: the slices that they are bound to.
  private(set) var arrows: [Int: (name: String, from: String, to: String)] = [:]

  init(_ run: Run, _ language: Language = .en) throws {
    var sink = MemorySink()
    try ChromeTrace.write(run, .counter(language), to: &sink)
    text = sink.text
    let object = try JSONSerialization.jsonObject(with: Data(sink.bytes)) as? [String: Any]
    events = object?["traceEvents"] as? [[String: Any]] ?? []
    check()
  }

  func events(_ phase: String) -> [[String: Any]] { events.filter { $0["ph"] as? String == phase } }

  private mutating func check() {
    var names: [String: String] = [:]
    for event in events("M") where event["name"] as? String == "thread_name" {
      names[Self.track(event)] = (event["args"] as? [String: Any])?["name"] as? String
    }
    var stacks: [String: [String]] = [:]
    var instants: [String: (time: Double, name: String)] = [:]
    var last = 0.0
    for event in events where event["ph"] as? String != "M" {
      let track = Self.track(event)
      let name = names[track] ?? "?"
      let time = (event["ts"] as? NSNumber)?.doubleValue ?? -1
      let isFinding = event["cat"] as? String == "finding"
      if time < last, !isFinding { faults.append("time goes back at \(event)") }
      last = max(time, last)
      switch event["ph"] as? String {
      case "B":
        stacks[track, default: []].append(event["name"] as? String ?? "?")
        slices.append("\(name): \(stacks[track, default: []].joined(separator: " > "))")
      case "E":
        if stacks[track, default: []].popLast() == nil { faults.append("nothing to end: \(event)") }
      case "i" where event["s"] as? String == "t":
        instants[track] = (time, event["name"] as? String ?? "?")
      case "s", "f":
        let instant = instants[track].flatMap { $0.time == time ? $0.name : nil }
        bind(event, to: (stacks[track]?.last).map { "\(name): \($0) > \(instant ?? "")" })
      default: break
      }
    }
    if stacks.values.contains(where: { !$0.isEmpty }) {
      faults.append("open in the end: \(stacks)")
    }
    for (id, arrow) in arrows where arrow.to.isEmpty { faults.append("no end: \(id)") }
  }

  private mutating func bind(_ event: [String: Any], to slice: String?) {
    guard let slice, let id = event["id"] as? Int, let name = event["name"] as? String else {
      return faults.append("in no slice: \(event)")
    }
    if event["ph"] as? String == "s" {
      if arrows[id] != nil { faults.append("twice: \(event)") }
      arrows[id] = (name, slice, "")
    } else if arrows[id]?.name == name, arrows[id]?.to == "", event["bp"] as? String == "e" {
      arrows[id]?.to = slice
    } else {
      faults.append("no beginning: \(event)")
    }
  }

  private static func track(_ event: [String: Any]) -> String {
    "\(event["pid"] ?? "-")/\(event["tid"] ?? "-")"
  }
}
