import ProcLessons
import ProcModel
import ProcSession
import Testing

@testable import ProcViz

/// The same schedule without the lock and with it.
@Suite struct CompareTests {
  @Test("c compares the setting with the lock off with the one of the run") func begin() {
    var state = Fixtures.run(.lostUpdate())
    guard case .compare(let comparing)? = state.type("c").first else {
      Issue.record("no comparison")
      return
    }
    #expect(comparing.first.knobs["lock"] == "off")
    #expect(comparing.second.knobs["lock"] == "on")
    #expect(comparing.schedule == nil)
  }

  @Test("c says so where there is no lock to turn") func noLock() {
    var state = Fixtures.menu(80, 24)
    state.press(.enter)
    #expect(state.type("c").isEmpty)
    #expect(state.screen.contains(CompareTexts.noLock.en))
  }

  @Test("they part at the first move that the lock does not allow") func divergence() {
    let state = Fixtures.comparing()
    #expect(state.compare?.pair?.divergence == 3)
    #expect(state.compare?.column == 3)
    #expect(state.screen.contains("move 4 of"))
    #expect(state.screen.contains("lock:off  Process-2 reads counter: 0"))
    #expect(state.screen.contains("lock:on   Process-2 waits for lock, which Process-1 holds"))
  }

  @Test("80×24") func screen() {
    expect(
      Fixtures.comparing(),
      shows: """
         procviz  side by side › counter                     a schedule that goes wrong
          move        ╷1       ▼  ╷5             ╷10            ╷15            ╷20
         ── lock:off ────────────────────────── counter 1, expected 2  ✗ lost update ──
          MainProcess ━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌┈┈┈┈┈┈⋈━━⋈━━■
                               ┊
          Process-1   ┈┈┈┈┈┈●━━┈┈┈◆━━┈┈┈■
                            0  ┊  1
          Process-2      ┈┈┈┈┈┈●━━┈┈┈✗━━┈┈┈■
                               0     1
         ── lock:on ───────────────────── counter 2, expected 2  ✓ nothing was found ──
          MainProcess ━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┈┈┈┈┈┈⋈━━⋈━━■
                               ┊
          Process-1   ┈┈┈┈┈┈███┈┈┈●██┈┈┈◆██┈┈┈┈┈┈┈┈┈┈┈┈███┈┈┈┈┈┈┈┈┈┈┈┈■
                               ┊  0     1
          Process-2      ┈┈┈░░░░░░░░░░░░░░░░░░░░░░░░░░░┈┈┈███●██◆█████┈┈┈■
                               ┊                             1  2

         ── move 4 of 21 ─ here they diverge ──────────────────────────────────────────
           lock:off  Process-2 reads counter: 0
           lock:on   Process-2 waits for lock, which Process-1 holds

           Process-1 read 0 and Process-2 read 0 before either wrote; both computed 1
           and wrote 1: one of the two updates is gone.
         ← → move by move   d divergence   r again   ? help   c q back   L 中文
        """)
  }

  @Test("in Chinese at 120×36") func chinese() {
    expect(
      Fixtures.comparing(120, 36, .zh),
      shows: """
         procviz  对比 › counter                                                                             搜索找到的出错调度

          步             ╷1          ▼   ╷5                  ╷10                 ╷15                 ╷20
         ── lock:off ───────────────────────────────────────────────────────────────────────── counter 1, 应为 2  ✗ 丢失更新 ──
          MainProcess    ━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┈┈┈┈┈┈┈┈⋈━━━⋈━━━■
                                     ┊
                                     ┊
          Process-1      ┈┈┈┈┈┈┈┈●━━━┈┈┈┈◆━━━┈┈┈┈■
                                 0   ┊   1
                                     ┊
          Process-2          ┈┈┈┈┈┈┈┈●━━━┈┈┈┈✗━━━┈┈┈┈■
                                     0       1
                                     ┊

         ── lock:on ────────────────────────────────────────────────────────────────────── counter 2, 应为 2  ✓ 没有发现问题 ──
          MainProcess    ━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┈┈┈┈┈┈┈┈⋈━━━⋈━━━■
                                     ┊
                                     ┊
          Process-1      ┈┈┈┈┈┈┈┈████┈┈┈┈●███┈┈┈┈◆███┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈████┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈┈■
                                     ┊   0       1
                                     ┊
          Process-2          ┈┈┈┈░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┈┈┈┈████●███◆███████┈┈┈┈■
                                     ┊                                       1   2
                                     ┊


         ── 第 4 步，共 21 步 ─ 两者在此分歧 ──────────────────────────────────────────────────────────────────────────────────
           lock:off  Process-2 读 counter：0
           lock:on   Process-2 要等 lock，它由 Process-1 持有

           Process-1 读到 0，Process-2 也读到 0，两者都还没有写回。双方都算出 1，都写入 1：其中一次更新就此丢失。




         ← → 逐步看   d 分歧处   r 重来   ? 帮助   c q 返回   L English
        """)
  }

  @Test("ASCII at 40×12") func small() {
    var state = Fixtures.comparing(40, 12)
    state.glyphs = .ascii
    expect(
      state,
      shows: """
         procviz  side by side > counter
          move        |1 v     |10       |20
         -- lock:off counter 1, expected 2  x lo
          Process-2    __o_x_E
         -- lock:on  counter 2, expected 2  + no
          Process-2    _:::::::::_#o*#_E

         -- move 4 of 21 - here they diverge --
           lock:off  Process-2 reads counter:
                     0
           lock:on   Process-2 waits for
         < > move by move  ? help  c q back
        """)
    #expect(ScreenView.frame(of: state).lines.joined().allSatisfy { $0.isASCII })
  }

  @Test("left and right go move by move, d goes back to where they diverge") func move() {
    var state = Fixtures.comparing()
    state.press(.left, .left)
    #expect(state.compare?.column == 1)
    #expect(state.screen.contains("MainProcess starts Process-2"))
    state.press(.home, .left)
    #expect(state.compare?.column == 0)
    state.press(.end)
    #expect(state.screen.contains(CompareTexts.after.en))
    state.type("d")
    #expect(state.compare?.column == 3)
    let row = ScreenView.frame(of: state).lines.firstIndex { $0.contains("Process-1") } ?? 0
    _ = Update.apply(.mouse(.press(Point(row: row, column: 14))), to: &state)
    #expect(state.compare?.column == 0)
  }

  @Test("q goes back to the run, and nothing goes on") func back() {
    var state = Fixtures.comparing()
    #expect(state.type("q") == [.endSearch])
    #expect(state.screen.contains("FINISHED"))
  }

  @Test("while it goes on, it says what it does") func waiting() {
    var state = Fixtures.run(.lostUpdate())
    state.type("c")
    #expect(state.screen.contains(CompareTexts.searching.en))
    _ = Update.apply(.compared(comparison: 1, .running), to: &state)
    #expect(state.screen.contains(CompareTexts.running.en))
    _ = Update.apply(.compared(comparison: 1, .failed(.serverGone)), to: &state)
    #expect(state.screen.contains(ExplorerError.serverGone.message.en))
  }
}
