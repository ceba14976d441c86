import ProcModel
import Testing

@testable import ProcLessons
@testable import ProcViz

/// A scenario of the tests' own: the tutorial's texts may change.
enum Fixtures {
  static let scenario = Scenario(
    id: "counter", lesson: .locks,
    title: Localized(zh: "为什么要锁", en: "why a lock"),
    lookFor: Localized(zh: "看两个泳道之间的数字。", en: "Look at the numbers between two lanes."),
    knobs: [
      Knob(
        name: "lock", help: Localized(zh: "是否加锁", en: "whether a lock is used"),
        domain: .choice(["off", "on"])),
      .startMethod,
      Knob(
        name: "workers", help: Localized(zh: "几个进程", en: "how many workers"),
        domain: .integer(1...200, standard: 2)),
    ],
    explanation: { _ in Localized(zh: "读、加、写是三步。", en: "Reading, adding, writing are three steps.")
    },
    next: { _ in Suggestion("l", zh: "加锁再运行一次", en: "run it again with the lock on") },
    spawnable: [], main: { _ in })

  /// A scenario without any knob of its own.
  static let plain = Scenario(
    id: "subclass", lesson: .processes, title: Localized(zh: "派生", en: "derive"),
    lookFor: Localized(zh: "看", en: "Look."), knobs: [],
    explanation: { _ in Localized(zh: "因此", en: "So.") },
    next: { _ in Suggestion("n", zh: "下一个", en: "next one") }, spawnable: [], main: { _ in })

  /// The menu on a screen of this size.
  static func menu(_ columns: Int, _ rows: Int, _ language: Language = .en) -> AppState {
    AppState(
      size: Size(columns: columns, rows: rows), language: language, scenarios: [plain, scenario])
  }

  /// The run screen with what a script says; finished, if the script is.
  static func run(
    _ script: Script, finished: Bool = true, _ columns: Int = 80, _ rows: Int = 24,
    _ language: Language = .en
  ) -> AppState {
    var state = menu(columns, rows, language)
    _ = Update.launch(scenario, knobs: KnobValues(defaultsOf: scenario), in: &state)
    _ = Update.apply(.events(run: 1, EventBatch(events: script.events)), to: &state)
    if finished { _ = Update.apply(.ended(run: 1), to: &state) }
    return state
  }
}

extension AppState {
  /// Presses keys, one after the other.
  ///
  /// - Returns: the effects of the last one.
  @discardableResult
  mutating func press(_ keys: Key...) -> [Effect] {
    var effects: [Effect] = []
    for key in keys { effects = Update.apply(.key(key), to: &self) }
    return effects
  }

  /// Presses the keys of these characters.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    var effects: [Effect] = []
    for character in text { effects = press(.character(character)) }
    return effects
  }

  /// The text on the screen.
  var screen: String { ScreenView.frame(of: self).lines.joined(separator: "\n") }
}

extension Fixtures {
  /// Process-2 has waited for the lock for 1.2 s.
  static func waiting(_ columns: Int, _ rows: Int, _ language: Language) -> AppState {
    var state = run(.waitingForLock(), finished: false, columns, rows, language)
    _ = Update.apply(.tick(2_600_000_000), to: &state)
    return state
  }

  /// Main has waited for an item for 13.5 s.
  static func forever(_ columns: Int, _ rows: Int, _ language: Language) -> AppState {
    var state = run(.blockedForever(), finished: false, columns, rows, language)
    _ = Update.apply(.tick(14_600_000_000), to: &state)
    return state
  }

  /// Two workers, both held at their gates; the run is paused.
  static func held() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: Script.counter, value: ObjectKind.value.rawValue,
      text: "counter")
    script.at(2)
    script.start(4712, "Process-1")
    script.start(4713, "Process-2")
    script.at(4)
    script.begin(4712, "Process-1")
    script.begin(4713, "Process-2")
    script.join(4712, "Process-1")
    script.at(6)
    script.gate(4712, before: .valueRead, object: Script.counter, slot: 1)
    script.at(7)
    script.gate(4713, before: .valueRead, object: Script.counter, slot: 2)
    return script
  }
}

/// Expects the text of a whole screen; where it differs, says in which rows.
func expect(
  _ state: AppState, shows expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let rows = ScreenView.frame(of: state).lines
  let wanted = expected.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for row in 0..<max(rows.count, wanted.count) {
    let shown = row < rows.count ? rows[row] : "(no row)"
    let hoped = row < wanted.count ? wanted[row] : ""
    if shown != hoped {
      Issue.record("row \(row) is  \(shown)\nand not  \(hoped)", sourceLocation: sourceLocation)
    }
  }
}
