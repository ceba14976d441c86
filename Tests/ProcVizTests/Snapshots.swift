import ProcModel
import Testing

@testable import ProcViz

@Test func dump() {
  for (c, r, l) in [(80, 24, Language.en), (120, 36, .zh), (40, 12, .en)] {
    print(Fixtures.run(.lostUpdate(), c, r, l).screen)
    print("-----")
    var waiting = Fixtures.run(.waitingForLock(), finished: false, c, r, l)
    _ = Update.apply(.tick(2_600_000_000), to: &waiting)
    print(waiting.screen)
    print("-----")
    var forever = Fixtures.run(.blockedForever(), finished: false, c, r, l)
    _ = Update.apply(.tick(14_600_000_000), to: &forever)
    print(forever.screen)
    print("-----")
    print(Fixtures.menu(c, r, l).screen)
    var knobs = Fixtures.menu(c, r, l)
    knobs.press(.down, .character("o"))
    print(knobs.screen)
    knobs.press(.character("?"))
    print(knobs.screen)
  }
}
