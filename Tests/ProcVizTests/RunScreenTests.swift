import ProcModel
import Testing

@testable import ProcViz

/// The whole run screen at 80×24, as a reader sees it.
@Suite struct RunScreenTests {
  @Test("a lost update is told by the numbers, by a sign, and in words") func lostUpdate() {
    expect(
      Fixtures.run(.lostUpdate(), 80, 24),
      shows: """
         3 Locks › counter  FINISHED  fork  lock:off  2    00:00.036  19 events  0 lost
          lanes                ╷0 ms         ╷10           ╷20            ╷30
        ❯ MainProcess    4711  ▶━━━━━━━━╌╌ joins Process-1 · 26 ms ╌╌╌╌╌╌╌╌╌╌⋈╌╌⋈━━■ 0
                                 │  │                                        Process-1
                                 │  │
          Process-1      4712    └──┼──▶━━━━━━━━●━━━━━━━━━━◆━━━━━━━━━━━»━━■ 0
                                    │           0          1
                                    │
          Process-2      4713       └─────▶━━━━━━━━●━━━━━━━━━━━━━✗━━━━━━━━━━━■ 0
                                                   0             1

         objects ────────────────── why ────────────────────────── output ──────────────
         counter 1  expected 2    │ Process-1 read 0 and         │ Process-1
                 ████████░░░░░░░░ │ Process-2 read 0 before      │   done, I saw 1
                 1 update lost    │ either wrote; both computed  │
                                  │ 1 and wrote 1: one of the    │
         lock    not used         │ two updates is gone.         │
                                  │                              │
                                  │ Reading, adding, writing are │
                                  │ three steps.                 │
                                  │ l  run it again with the     │
                                  │    lock on                   │
          ━ running  ╌ blocked  ● read  ◆ write  ⋈ joined  » printed  ✗ went wrong
         s step  l lock  x explore  r again  o knobs  ? help  q back  c compare  L 中文
        """)
  }

  @Test("a wait for a lock says for what, and how long") func wait() {
    expect(
      Fixtures.waiting(80, 24, .en),
      shows: """
         3 Locks › counter  RUNNING  fork  lock:off  2     00:01.600  10 events  0 lost
          lanes                ╷0.0 s           ╷0.5             ╷1.0             ╷1.5
        ❯ MainProcess    4711  ▶━━━━━━╌╌ joins Process-1 · 1.4 s ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                                  │
                                  │
          Process-1      4712     ├──▶━━━·· sleeps · 1.3 s ····························
                                  │
                                  │
          Process-2      4713     └──▶━━━━━━━░░ waits for lock-1 · 1.2 s ░░░░░░░░░░░░░░


         objects ────────────────── why ────────────────────────── output ──────────────
         lock-1 █ Process-1       │ MainProcess waits for the    │ nothing printed yet
                ░ Process-2       │ end of Process-1             │
                                  │ Process-2 waits for lock-1,  │
                                  │ held by Process-1 since 300  │
                                  │ ms                           │
                                  │ Process-1 sleeps, holds      │
                                  │ lock-1                       │
                                  │                              │
                                  │                              │
                                  │                              │
          ━ running   █ holds lock   ░ waits for lock   ╌ blocked   · asleep   ▶ begins
         space pause  s step  l lock  x explore  r again  o knobs  ? help  q back
        """)
  }

  @Test("looking back, the panels are those of that moment") func past() {
    var state = Fixtures.run(.lostUpdate(), 80, 24)
    state.press(.left, .left, .left, .left, .left, .left, .left, .left)
    expect(
      state,
      shows: """
         counter  FINISHED  fork  lock:off   ◀ −16 ms, 8 events back  19 events  0 lost
          lanes                ╷0 ms         ╷10           ▼20            ╷30
        ❯ MainProcess    4711  ▶━━━━━━━━╌╌ joins Process-1 · 26 ms ╌╌╌╌╌╌╌╌╌╌⋈╌╌⋈━━■ 0
                                 │  │                      ┊                 Process-1
                                 │  │                      ┊
          Process-1      4712    └──┼──▶━━━━━━━━●━━━━━━━━━━◆━━━━━━━━━━━»━━■ 0
                                    │           0          1
                                    │                      ┊
          Process-2      4713       └─────▶━━━━━━━━●━━━━━━━━━━━━━✗━━━━━━━━━━━■ 0
                                                   0       ┊     1
                                                           ┊
         objects ────────────────── why ────────────────────────── output ──────────────
         counter 1  expected 2    │ Process-2 reads counter and  │ nothing printed yet
                 ████████░░░░░░░░ │ Process-1 writes it, and     │
                                  │ only chance decides which    │
         lock    not used         │ comes first: neither holds a │
                                  │ lock. One lock held around   │
                                  │ both would prevent that.     │
                                  │ Process-1 writes 1 to        │
                                  │ counter                      │
                                  │ MainProcess waits for … e    │
                                  │ End  back to the present     │
          ━ running  ╌ blocked  ● read  ◆ write  ⋈ joined  » printed  ✗ went wrong
         s step  l lock  x explore  r again  o knobs  ? help  q back  c compare  L 中文
        """)
  }

  @Test("in ASCII, every state and mark has a sign, too") func ascii() {
    var state = Fixtures.run(.lostUpdate(), 80, 24)
    state.glyphs = .ascii
    expect(
      state,
      shows: """
         3 Locks > counter  FINISHED  fork  lock:off  2    00:00.036  19 events  0 lost
          lanes                |0 ms         |10           |20            |30
        > MainProcess    4711  >========-- joins Process-1 - 26 ms ----------J--J==E 0
                                 |  |                                        Process-1
                                 |  |
          Process-1      4712    +--+-->========o==========*==========="==E 0
                                    |           0          1
                                    |
          Process-2      4713       +----->========o=============x===========E 0
                                                   0             1

         objects ------------------ why -------------------------- output --------------
         counter 1  expected 2    | Process-1 read 0 and         | Process-1
                 ########........ | Process-2 read 0 before      |   done, I saw 1
                 1 update lost    | either wrote; both computed  |
                                  | 1 and wrote 1: one of the    |
         lock    not used         | two updates is gone.         |
                                  |                              |
                                  | Reading, adding, writing are |
                                  | three steps.                 |
                                  | l  run it again with the     |
                                  |    lock on                   |
          = running  - blocked  o read  * write  J joined  " printed  x went wrong
         s step  l lock  x explore  r again  o knobs  ? help  q back  c compare  L 中文
        """)
  }
}
