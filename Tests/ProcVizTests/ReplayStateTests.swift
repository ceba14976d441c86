import ProcModel
import Testing

@testable import ProcLessons
@testable import ProcViz

/// A recording on the screen, by what it changes and what it asks for.
@Suite struct ReplayStateTests {
  /// A recording that has been read to its end.
  private func replay(
    _ subject: RecordedSubject, _ closing: RecordingClosing = RecordingClosing(.byItself),
    isStream: Bool = false
  ) -> AppState {
    var state = Fixtures.menu(120, 36)
    let header = RecordingHeader(program: "0.1.0", subject: subject)
    _ = Update.open(header, path: "a.procviz", isStream: isStream, speed: nil, in: &state)
    let script = Script.lostUpdate()
    _ = Update.apply(.events(run: 1, EventBatch(events: script.events)), to: &state)
    let ending = ReplayEnding(ending: .complete(closing), damage: 1)
    _ = Update.apply(.read(run: 1, ending), to: &state)
    _ = Update.apply(.ended(run: 1), to: &state)
    return state
  }

  private let counter = RecordedSubject.scenario(
    "counter", knobs: [RecordedKnob("lock", "off"), RecordedKnob("workers", "2")])

  @Test("what a file names is never started, whatever is pressed")
  func foreign() {
    for subject: RecordedSubject in [
      .program(["/bin/rm", "-r", "/"]), .scenario("no-such", knobs: []),
      .scenario("counter", knobs: [RecordedKnob("lock", "sideways")]), .program([]),
    ] {
      let known = Subject(recorded: subject)
      #expect(throws: ProgramError.self) { try known.launch() }
      for key in "xcorsu123ilmy \n" {
        var state = replay(subject)
        let effects = state.type(String(key)) + state.press(.enter)
        for effect in effects {
          switch effect {
          case .launch, .search, .compare, .type, .copy: Issue.record("\(key): \(effect)")
          default: break
          }
        }
      }
    }
  }

  @Test("a scenario that is known here can be run anew")
  func known() {
    var state = replay(counter)
    #expect(state.run?.scenario?.id == "counter")
    #expect(state.run?.knobs["workers"] == "2")
    let effects = state.type("x")
    guard case .search = effects.first else {
      Issue.record("\(effects)")
      return
    }
  }

  @Test("words of a file are made safe to show")
  func unsafe() {
    let evil = "\u{1B}]0;x\u{07}\u{1B}[2J\u{202E}\r"
    let state = replay(
      .scenario("co" + evil + "unter", knobs: [RecordedKnob("start-method", "fo" + evil + "rk")]),
      RecordingClosing(.failed(Localized(zh: evil, en: evil))))
    for scalar in state.screen.unicodeScalars where scalar != "\n" {
      #expect(!Sanitizer.isUnsafe(scalar))
    }
    #expect(state.screen.contains("counter") && state.screen.contains("fork"))
  }

  @Test("what was damaged, and what was malformed on the channel, is counted")
  func damage() {
    let state = replay(counter, RecordingClosing(.byItself, malformed: 2))
    #expect(state.screen.contains("3 malformed"))
  }

  @Test("a recording may claim any lane to be spinning")
  func spinning() {
    var state = replay(counter)
    var batch = EventBatch(events: [])
    batch.concluded = [.min, -1, 0, 99, .max]
    _ = Update.apply(.events(run: 1, batch), to: &state)
    #expect(state.screen.contains("counter"))
  }

  @Test("a stream heeds no keys")
  func stream() {
    var state = replay(counter, isStream: true)
    for key in " r+-" { #expect(state.type(String(key)).isEmpty) }
    #expect(state.type("W") == [.record])
  }

  @Test("space plays a file, from the moment that is looked at")
  func play() {
    var state = replay(counter)
    state.press(.left, .left)
    let count = state.run?.viewpoint.past?.count
    #expect(
      state.type(" ") == [
        .open(
          Replaying(run: 2, path: "a.procviz", isStream: false, speed: 1, ahead: count ?? -1))
      ])
    #expect(state.type(" ") == [.play(.pause)])
    #expect(state.screen.contains("PAUSED"))
    #expect(state.type("+") == [.play(.speed(2))])
    #expect(state.type(" ") == [.play(.goOn)])
    #expect(state.press(.end) == [.play(.atOnce)])
  }

  @Test("a clock that is paused and hurried shows the right time")
  func playback() {
    var clock = Playback(speed: 2)
    #expect(clock.time(now: 5) == nil)
    clock.begin(at: 1_000, now: 100)
    #expect(clock.time(now: 150) == 1_100)
    #expect(clock.waitTime(until: 1_300, now: 150) == 100)
    clock.pause(true, now: 200)
    #expect(clock.time(now: 900) == 1_200 && clock.waitTime(until: 1_300, now: 900) == nil)
    clock.set(speed: 0.5, now: 1_000)
    clock.pause(false, now: 2_000)
    #expect(clock.time(now: 2_100) == 1_250)
  }
}
