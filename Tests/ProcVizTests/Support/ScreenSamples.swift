import ProcModel
import ProcSchedule
import ProcSession

@testable import ProcViz

/// Every screen as it may stand, so that each of its keys has something to do in one of them.
struct ScreenSamples {
  let columns: Int
  let rows: Int
  let language: Language

  /// The states of a screen.
  static func states(
    of kind: ScreenKind, _ columns: Int = 80, _ rows: Int = 24, _ language: Language = .en
  ) -> [AppState] {
    ScreenSamples(columns: columns, rows: rows, language: language).states(of: kind)
  }

  private func states(of kind: ScreenKind) -> [AppState] {
    switch kind {
    case .menu: [Fixtures.menu(columns, rows, language), pressed(.down, menu)]
    case .knobs: [pressed("o", menu), pressed("o", pressed(.down, menu)), number]
    case .help: [pressed("?", menu), pressed(.end, pressed("?", finished)), pressed("?", number)]
    case .run: runs
    case .line:
      [
        typed("/read", finished), typed("/", pressed(.enter, typed("/read", finished))),
        typed("iab", waitingForInput), pressed("/", small),
      ]
    case .explore:
      [
        Fixtures.exploring(Fixtures.progress(Self.several), columns, rows, language),
        pressed(
          .down,
          Fixtures.exploring(
            Fixtures.progress(Self.several, .over, isProved: true), columns, rows, language)),
      ]
    case .compare:
      [comparing, pressed(.up, comparing), pressed(.down, pressed(.right, comparing))]
    case .waitGraph: opened("w") + [pressed(.down, pressed("w", crowd))]
    case .reading: opened("e") + [pressed(.down, pressed("e", small))]
    case .filter: opened("f") + [pressed(" ", pressed(.end, pressed("f", finished)))]
    case .schedule: [pressed("y", controlled)]
    }
  }

  var menu: AppState { Fixtures.menu(columns, rows, language) }
  var number: AppState { typed("7", pressed(.end, pressed("o", pressed(.down, menu)))) }
  var finished: AppState { Fixtures.run(.lostUpdate(), columns, rows, language) }
  var small: AppState { Fixtures.run(.lostUpdate(), 40, 12, language) }
  var past: AppState { pressed(.left, pressed(.left, pressed("z", pressed("z", finished)))) }
  var running: AppState {
    Fixtures.run(.waitingForLock(), finished: false, columns, rows, language)
  }
  var held: AppState {
    typed(" ", Fixtures.run(Fixtures.held(), finished: false, columns, rows, language))
  }
  var controlled: AppState { pressed("s", finished) }
  var crowd: AppState { Fixtures.run(Self.waitingCrowd(), finished: false, 40, 12, language) }
  var comparing: AppState { Fixtures.comparing(40, 12, language) }
  var runs: [AppState] {
    [
      finished, past, running, held, crowd, pressed(.down, held),
      pressed(.enter, typed("/read", finished)), waitingForInput,
      replayed(isPlayed: false), replayed(isPlayed: true),
    ]
  }
  var waitingForInput: AppState {
    var script = Script()
    script.beginMain()
    script.at(5)
    script.add(.inputWait, by: Script.main, text: ">>> ")
    return Fixtures.run(script, finished: false, columns, rows, language)
  }
  func opened(_ key: Key) -> [AppState] { runs.map { pressed(key, $0) } }
  func replayed(isPlayed: Bool) -> AppState {
    var state = menu
    let subject = RecordedSubject.scenario("counter", knobs: [RecordedKnob("lock", "off")])
    _ = Update.open(
      RecordingHeader(program: "0.1.0", subject: subject), path: "a.procviz", isStream: false,
      speed: isPlayed ? 1 : nil, in: &state)
    let batch = EventBatch(events: Script.lostUpdate().events)
    _ = Update.apply(.events(run: 1, batch), to: &state)
    if !isPlayed {
      let ending = ReplayEnding(ending: .complete(RecordingClosing(.byItself)), damage: 0)
      _ = Update.apply(.read(run: 1, ending), to: &state)
      _ = Update.apply(.ended(run: 1), to: &state)
    }
    return state
  }

  private static let several = [(Finding.Kind?.none, 3), (.lostUpdate, 2), (.deadlock, 1)]

  private func pressed(_ key: Key, _ state: AppState) -> AppState {
    var state = state
    state.press(key)
    return state
  }

  private func typed(_ text: String, _ state: AppState) -> AppState {
    var state = state
    state.type(text)
    return state
  }

  /// So many lanes wait for one lock that not all have room.
  private static func waitingCrowd() -> Script {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: Script.lock, value: ObjectKind.lock.rawValue,
      text: "lock")
    script.add(.lockAcquire, by: Script.main, object: Script.lock, value: 1)
    for number in 1...30 {
      script.at(Double(number))
      script.start(Int32(5000 + number), "Process-\(number)")
      script.begin(Int32(5000 + number), "Process-\(number)")
      script.add(.lockWait, by: Int32(5000 + number), object: Script.lock)
    }
    return script
  }
}
