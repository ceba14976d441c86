import ProcLessons
import ProcModel
import Testing

@testable import ProcViz

/// A Chinese screen is Chinese: what stands there in Latin letters is a name, a key, or a word of the
/// contract.
@Suite struct ChineseWordsTests {
  /// Words that are the same in both languages: the program, what the header always says, the calls
  /// and the strategies of the field.
  private static let common: Set<String> = [
    "procviz", "events", "lost", "RUNNING", "PAUSED", "STEPPING", "REPEATING", "FINISHED", "run",
    "replay", "join", "multiprocessing", "lock", "plain", "pid", "English", "Ctrl", "mouse",
    "headless", "schedule", "counter", "Shift", "min",
  ]

  /// What the programs of the samples print.
  private static let printed: Set<String> = ["done", "saw"]

  private static var names: Set<String> {
    var texts = Tutorial.scenarios.map(\.id) + StrategyName.allCases.map(\.rawValue)
    texts += EventKind.allCases.map(\.name)
    texts += (Tutorial.scenarios + [Fixtures.scenario]).flatMap(\.allKnobs).flatMap {
      [$0.name, $0.allowed]
    }
    texts += ScreenKind.allCases.flatMap { KeyTable.sections(of: $0) }.flatMap(\.entries)
      .flatMap(\.keys).map(\.label.zh)
    texts += ScreenSamples.states(of: .run).flatMap { state -> [String] in
      let world = state.run?.run.world
      return (world?.lanes.map(\.name) ?? []) + (world?.objects.map(\.name) ?? [])
    }
    return Set(texts.flatMap { words(in: $0) })
  }

  /// Its words of at least three Latin letters.
  private static func words(in text: String) -> [String] {
    text.split { !($0.isASCII && $0.isLetter) }.map(String.init).filter { $0.count >= 3 }
  }

  @Test("no English stands on a Chinese screen", arguments: ScreenKind.allCases)
  func screens(kind: ScreenKind) {
    let known = Self.names.union(Self.common)
    for (columns, rows) in [(80, 24), (120, 36)] {
      for state in ScreenSamples.states(of: kind, columns, rows, .zh) {
        let foreign = Set(Self.words(in: state.screen)).filter { word in
          // A name may be cut.
          !known.contains { $0.hasPrefix(word) } && !Self.printed.contains(word)
        }
        #expect(foreign.isEmpty, "\(state.screen)")
      }
    }
  }

  @Test("what is wrong with the channel is told in Chinese")
  func channel() {
    var state = Fixtures.run(.lostUpdate(), finished: false, 140, 36, .zh)
    var unknown = Script()
    unknown.add(.unknown, by: Script.main)
    let batch = EventBatch(events: unknown.events, malformed: 3, behind: 1_230_000_000)
    _ = Update.apply(.events(run: 1, batch), to: &state)
    #expect(state.screen.contains("格式错误 3"))
    #expect(state.screen.contains("未知种类 1"))
    #expect(state.screen.contains("落后 1.2 s"))
    #expect(!state.screen.contains("malformed") && !state.screen.contains("unknown"))
  }
}
