import ProcModel
import Testing

@testable import ProcViz

/// One operation at a time.
@Suite struct StepTests {
  @Test("paused, a run that is stuck does not suggest a step that would be refused")
  func stuck() {
    var state = Fixtures.forever(120, 36, .en)
    state.type(" ")
    #expect(state.screen.contains("PAUSED"))
    #expect(!state.screen.contains("let the next operation happen"))
    #expect(state.screen.contains("run it again with the lock on"))
  }

  @Test("s lets the one go that has waited longest, and shows it until it is held again")
  func oneStep() {
    var state = Fixtures.run(Fixtures.held(), finished: false)
    state.type(" ")
    #expect(state.type("s") == [.letGo(slot: 1)])
    #expect(state.screen.contains("STEPPING"))
    var script = Fixtures.held()
    let seen = script.events.count
    script.at(8)
    script.add(.valueRead, by: 4712, object: Script.counter, value: 0)
    script.at(9)
    script.gate(4712, before: .valueWrite, object: Script.counter, slot: 1)
    state.take(script.events[seen...].prefix(1))
    #expect(state.screen.contains("STEPPING"))
    state.take(script.events[(seen + 1)...])
    #expect(state.screen.contains("PAUSED"))
  }

  @Test("s moves the chosen lane, if it can move")
  func chosenLane() {
    var state = Fixtures.run(Fixtures.held(), finished: false)
    state.type(" ")
    state.press(.down, .down)
    #expect(state.type("s") == [.letGo(slot: 2)])
  }

  @Test("s while all run holds them first, and steps as soon as one is at its gate")
  func pausesFirst() {
    let events = Fixtures.held().events
    let gate = events.count - 2
    var state = Fixtures.run(Script(), finished: false)
    state.take(events[..<gate])
    #expect(state.type("s") == [.hold])
    #expect(state.take(events[gate...].prefix(1)) == [.letGo(slot: 1)])
  }

  @Test("s says so where nobody can move")
  func nobody() {
    var state = Fixtures.run(.blockedForever(), finished: false)
    state.type("  s")
    state.type(" s")
    #expect(state.screen.contains(RunTexts.nobodyCanMove.en))
    #expect(state.screen.contains("PAUSED"))
  }

  @Test("s after the end starts again, held from the first operation on")
  func fromTheStart() {
    var state = Fixtures.run(.lostUpdate())
    guard case .launch(let launching)? = state.type("s").first else {
      Issue.record("nothing was started")
      return
    }
    #expect(launching.isHeld)
    #expect(state.screen.contains("PAUSED"))
  }
}

extension AppState {
  /// Takes events of the first run.
  @discardableResult
  mutating func take(_ events: some Sequence<Event>) -> [Effect] {
    Update.apply(.events(run: 1, EventBatch(events: Array(events))), to: &self)
  }
}
