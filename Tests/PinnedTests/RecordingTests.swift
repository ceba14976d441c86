import ProcExport
import ProcModel
import Testing

@testable import ProcViz

/// What the program says of stored recordings is what it has always said, byte for byte. How to
/// change it on purpose: CONTRIBUTING.md, *Pinned behaviour*.
@Suite struct RecordingTests {
  @Test("what is told of a recording stays as it is", arguments: Recorded.names)
  func told(_ name: String) throws {
    let recorded = try Recorded(name)
    var golden = Golden(name)
    golden.add("text en", recorded.told(.text, .en))
    golden.addDigest("text zh", recorded.told(.text, .zh))
    let lines = recorded.told(.jsonl, .en)
    golden.addDigest("jsonl en", lines)
    golden.add("summary en", lines.suffix(2))
    golden.add("summary zh", recorded.told(.jsonl, .zh).suffix(2))
    let run = try RecordedRun(path: recorded.path)
    for format in ExportFormat.allCases {
      golden.addDigest("export \(format.rawValue) en", try Recorded.exported(run, format, .en))
    }
    for format in [ExportFormat.svg, .text] {
      golden.addDigest("export \(format.rawValue) zh", try Recorded.exported(run, format, .zh))
    }
    try golden.check()
  }

  @Test("what is shown of a recording stays as it is", arguments: Recorded.names)
  func shown(_ name: String) throws {
    let recorded = try Recorded(name)
    var golden = Golden(name + ".screen")
    for language in Language.allCases {
      for (columns, rows) in [(80, 24), (120, 36)] {
        let isReadable = (columns == 120) == (language == .en)
        var state = recorded.screen(columns, rows, language)
        for (moment, keys) in Self.walk(events: recorded.items.count) {
          state.press(keys)
          let title = "\(moment) \(columns)×\(rows) \(language)"
          if isReadable, moment == "end" || moment == "waits then" {
            golden.add(title, state.rows)
          } else if columns == 120 || moment == "end" {
            golden.addDigest(title, state.rows)
          }
        }
      }
    }
    try golden.check()
  }

  /// The end, some moments before it, and the screens beside the run's: which keys lead to the next.
  private static func walk(events: Int) -> [(String, [Key])] {
    let back = Array(repeating: Key.left, count: max(1, events / 3))
    return [
      ("end", []),
      ("waits at the end", [.character("w")]),
      ("before", [.character("w")] + back),
      ("waits then", [.character("w")]),
      ("long before", [.character("w"), .character("t"), .down] + back),
      ("filter", [.character("f")]),
      ("reading", [.escape, .character("e")]),
    ]
  }

  @Test(
    "where two recordings part stays as it is",
    arguments: [
      ("counter", "counter-lock"), ("scheduled-counter", "scheduled-counter-lock"),
      ("queue-count", "queue-forever"), ("philosophers", "philosophers-ordered"),
      ("bounded-buffer", "bounded-buffer-all"), ("deadlock", "deadlock"),
      ("fixture-barrier-abort", "fixture-barrier-reset"), ("pool", "pool-thread"),
      ("killed-holder", "killed-holder-robust"), ("transfer", "transfer-fine"),
    ])
  func parts(_ first: String, _ second: String) throws {
    let sides = try [first, second].map { try RecordedRun(path: Recorded($0).path) }
    let diff = RunDiff(sides[0].run, sides[1].run)
    var golden = Golden("\(first)~\(second).diff")
    for language in Language.allCases {
      let told = sides.map { (run: $0.run, facts: $0.facts(language)) }
      golden.add("\(language)", DiffText(told[0], told[1], diff, language).lines)
    }
    try golden.check()
  }

  @Test("every kind of event occurs in a recording")
  func kinds() throws {
    var missing = Set(EventKind.allCases).subtracting([.unknown])
    for name in Recorded.names {
      for case .event(let event) in try Recorded(name).items { missing.remove(event.kind) }
    }
    #expect(missing.map(\.name).sorted() == [])
  }
}
