import ProcLessons
import ProcModel
import Testing

@testable import ProcViz

/// Every key of the contract, by what it changes and what it asks for.
@Suite struct KeyTests {
  @Test("Enter runs what the menu has chosen, with the defaults")
  func enter() {
    var state = Fixtures.menu(80, 24)
    let effects = state.press(.down, .enter)
    let knobs = KnobValues(defaultsOf: Fixtures.scenario)
    let subject = Subject.scenario(ScenarioChoice(scenario: Fixtures.scenario, knobs: knobs))
    #expect(effects == [.launch(Launching(run: 1, subject: subject, isHeld: false))])
    #expect(state.run?.steering.mode == .running)
  }

  @Test(
    "j and k choose like the arrows, and stop at the ends", arguments: [Key.down, .character("j")])
  func choose(down: Key) {
    var state = Fixtures.menu(80, 24)
    state.press(.up)
    #expect(state.chosenScenario == 0)
    state.press(down, down, down)
    #expect(state.chosenScenario == 1)
    state.press(.character("k"))
    #expect(state.chosenScenario == 0)
  }

  @Test("space holds all, and lets all go on")
  func space() {
    var state = Fixtures.run(.waitingForLock(), finished: false)
    #expect(state.type(" ") == [.hold])
    #expect(state.screen.contains("PAUSED"))
    #expect(state.type(" ") == [.letAllGo])
    #expect(state.screen.contains("RUNNING"))
  }

  @Test("l turns the lock and runs again")
  func lock() {
    var state = Fixtures.run(.lostUpdate())
    #expect(launched(state.type("l"))?.subject.knobs["lock"] == "on")
    #expect(state.screen.contains("lock:on"))
    #expect(launched(state.type("l"))?.subject.knobs["lock"] == "off")
  }

  @Test("l says so where there is no lock to turn")
  func noLock() {
    var state = Fixtures.menu(80, 24)
    state.press(.enter)
    #expect(state.type("l").isEmpty)
    #expect(state.screen.contains(RunTexts.noLockKnob.en))
    state.press(.up)
    #expect(!state.screen.contains(RunTexts.noLockKnob.en))
  }

  @Test("m takes the next start method and runs again")
  func method() {
    var state = Fixtures.run(.lostUpdate())
    #expect(launched(state.type("m"))?.subject.knobs["start-method"] == "spawn")
    #expect(launched(state.type("m"))?.subject.knobs["start-method"] == "fork")
  }

  @Test("+ and - double and halve the speed, and run again")
  func speed() {
    var state = Fixtures.run(.lostUpdate())
    #expect(launched(state.type("+"))?.subject.knobs["speed"] == "2")
    #expect(launched(state.type("--"))?.subject.knobs["speed"] == "0.5")
  }

  @Test("r runs the same again; what an old run still reports is not mixed in")
  func again() {
    var state = Fixtures.run(.lostUpdate())
    #expect(launched(state.type("r"))?.run == 2)
    _ = Update.apply(
      .events(run: 1, EventBatch(events: Script.lostUpdate().events)), to: &state)
    _ = Update.apply(.ended(run: 1), to: &state)
    #expect(state.run?.run.trace.isEmpty == true)
    #expect(state.run?.steering.mode == .running)
  }

  @Test("n and p open the next and the previous scenario")
  func neighbours() {
    var state = Fixtures.run(.lostUpdate())
    #expect(launched(state.type("n"))?.subject.name == "subclass")
    #expect(launched(state.type("p"))?.subject.name == "counter")
  }

  @Test("L changes the language on every screen", arguments: ["", "?", "o"])
  func language(opening: String) {
    for var state in [Fixtures.menu(80, 24), Fixtures.run(.lostUpdate())] {
      state.type(opening)
      let english = state.screen
      state.type("L")
      #expect(state.language == .zh)
      #expect(state.screen != english)
      state.type("L")
      #expect(state.screen == english)
    }
  }

  @Test("q and Esc go back, and quit from the menu", arguments: [Key.escape, .character("q")])
  func back(key: Key) {
    var state = Fixtures.run(.lostUpdate())
    state.type("?")
    #expect(state.press(key).isEmpty)
    #expect(state.stack.top.kind == .run)
    #expect(state.press(key) == [.stop])
    #expect(state.run == nil)
    #expect(state.press(key) == [.quit(nil)])
  }

  @Test("a signal quits from every screen", arguments: [Signal.interrupt, .terminate, .hangUp])
  func signals(signal: Signal) {
    for var state in [Fixtures.menu(80, 24), Fixtures.run(.waitingForLock(), finished: false)] {
      #expect(Update.apply(.signal(signal), to: &state) == [.stop, .endSearch, .quit(signal)])
      state.type("?")
      #expect(Update.apply(.signal(signal), to: &state) == [.stop, .endSearch, .quit(signal)])
    }
  }

  private func launched(_ effects: [Effect]) -> Launching? {
    guard case .launch(let launching)? = effects.first, effects.count == 1 else { return nil }
    return launching
  }
}
