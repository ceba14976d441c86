import ProcModel
import Testing

@testable import ProcViz

/// The menu and the knobs as whole screens.
@Suite struct MenuScreenTests {
  @Test("lessons, scenarios, what to look for, keys") func menu() {
    expect(
      Fixtures.menu(80, 24),
      shows: """
         procviz  see what processes really do                                   L 中文

          1  Processes
          ❯  subclass   derive

          3  Locks
             counter    why a lock












         ─── what to look for ─────────────────────────────────────────────────────────
             Look.


         ↑ ↓ choose   Enter run   o knobs   x explore   L 中文   ? help   q quit
        """)
  }

  @Test("a number being typed for a knob") func knobs() {
    var state = Fixtures.menu(80, 24)
    state.press(.down, .character("o"), .down, .down, .character("7"))
    expect(
      state,
      shows: """
         procviz  3 Locks › counter                                               knobs

             lock            [off]  on
             start-method    [fork]  spawn
          ❯  workers         [7_]  1 … 200
             speed           [1]  0.05 … 1000

         ──────────────────────────────────────────────────────────────────────────────
             how many workers

             the same as a command
             procviz run counter











         ↑ ↓ choose   ← → change   0-9 type a number   Enter run   Esc back
        """)
  }
}
