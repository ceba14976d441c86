import ProcModel
import Testing

@testable import ProcViz

/// What the header says about lost and hidden events.
@Suite struct HeaderTests {
  private func header(_ state: AppState) -> String {
    ScreenView.frame(of: state).lines.prefix(2).joined(separator: " ")
  }

  @Test("a gap in a lane's numbers is shown as lost")
  func lost() {
    var state = Fixtures.run(Script(), finished: false)
    var events = Script.lostUpdate().events
    events.removeAll { $0.kind == .output }
    state.take(events)
    #expect(header(state).contains("1 lost"))
    #expect(header(state).contains("18 events"))
  }

  @Test("malformed stretches are counted, and a viewer that is behind says by how much")
  func trouble() {
    var state = Fixtures.run(.lostUpdate(), finished: false, 120, 36)
    let batch = EventBatch(events: [], malformed: 3, behind: 1_230_000_000)
    _ = Update.apply(.events(run: 1, batch), to: &state)
    #expect(header(state).contains("3 malformed"))
    #expect(header(state).contains("behind 1.2 s"))
    _ = Update.apply(.ended(run: 1), to: &state)
    #expect(!header(state).contains("behind"))
  }

  @Test("a run that cannot be started says why, in the lanes")
  func failure() {
    var state = Fixtures.menu(80, 24)
    state.press(.down, .enter)
    let reason = Localized(zh: "没有空间", en: "no room is left")
    _ = Update.apply(.failed(run: 1, reason), to: &state)
    #expect(state.screen.contains("no room is left"))
    #expect(state.screen.contains("FINISHED"))
  }
}
