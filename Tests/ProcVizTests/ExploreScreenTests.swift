import ProcModel
import ProcSession
import Testing

@testable import ProcViz

/// The screen of a search, and what it never says.
@Suite struct ExploreScreenTests {
  private static let both = [(Finding.Kind?.none, 1230), (.lostUpdate, 70), (.deadlock, 3)]

  @Test("while it goes on") func searching() {
    expect(
      Fixtures.exploring(Fixtures.progress(Self.both)),
      shows: """
         procviz  explore › counter  lock:off       dpor: exhaustive, one of each class

          • searching: every schedule is run by new real processes


            schedules 1,303    classes 1        per second 651      time 2.0 s

         ── outcomes ──────────────────────────────────────────────────────────────────
           ✓ ok              1,230    94%  ████████████████████████████████████████
         ❯ ✗ lost update        70     5%  ██
           ✗ deadlock            3    <1%  █

         ── lost update ───────────────────────────────────────────────────────────────
            Why it goes wrong is told here when the search ends, or after Enter.

            first in schedule 1,231       v1.0x2.1.2.1.2.1.2:r4.0x3:wu

            Enter  open the simplest schedule that fails, and step through it





         s stop  Enter open  ↑ ↓ choose  r again  t strategy  ? help  q back  L 中文
        """)
  }

  @Test("what was found is explained") func found() {
    expect(
      Fixtures.exploring(Fixtures.progress(Self.both, .over, isProved: true), 80, 24, .zh),
      shows: """
         procviz  搜索调度 › counter  lock:off                     dpor: 穷尽，每类一个

          ✗ 1,303 个调度中有 73 个出错。


            已试调度 1,303    类 1        每秒 651      用时 2.0 s

         ── 结果 ──────────────────────────────────────────────────────────────────────
           ✓ 正常         1,230    94%  ██████████████████████████████████████████
         ❯ ✗ 丢失更新        70     5%  ██
           ✗ 死锁             3    <1%  █

         ── 丢失更新 ──────────────────────────────────────────────────────────────────
            Process-1 读到 0，Process-2 也读到 0，两者都还没有写回。双方都算出 1，都
            写入 1：其中一次更新就此丢失。
              • Process-1 读 counter：0
              • Process-2 读 counter：0
              • Process-1 把 1 写入 counter
              • Process-2 把 1 写入 counter，覆盖了 Process-1 的更新：它读到的还是 0
            首次出现在第 1,231 个调度     v1.0x2.1.2.1.2.1.2:r4.0x3:wu
            最简单的调度，切换 7 次进程   v1.0x2.1.2.1.2.1.2:r4.0x3:wu
            Enter  打开最简单的出错调度，逐步走一遍

         Enter 打开   ↑ ↓ 选择   r 再搜索   t 策略   ? 帮助   q 返回   L English
        """)
  }

  @Test("where there is room, the run is drawn move by move") func roomy() {
    expect(
      Fixtures.exploring(
        Fixtures.progress([(nil, 2), (.lostUpdate, 2)], .over, isComplete: true, isProved: true),
        120, 36),
      shows: """
         procviz  explore › counter  lock:off                                               dpor: exhaustive, one of each class

          ✗ 2 of 4 schedules go wrong.
            Every class of schedules was tried.


            schedules 4        classes 1        per second 2        time 2.0 s

         ── outcomes ──────────────────────────────────────────────────────────────────────────────────────────────────────────

           ✓ ok                  2    50%  ██████████████████████████████
         ❯ ✗ lost update         2    50%  ██████████████████████████████

         ── lost update ───────────────────────────────────────────────────────────────────────────────────────────────────────

            Process-1 read 0 and Process-2 read 0 before either wrote; both computed 1 and wrote 1: one of the two updates
            is gone.
              • Process-1 reads counter: 0
              • Process-2 reads counter: 0
              • Process-1 writes 1 to counter
              • Process-2 writes 1 to counter over an update by Process-1 that it has not seen: it had read 0

            first in schedule 3           v1.0x2.1.2.1.2.1.2:r4.0x3:wu
            the simplest: 7 switches      v1.0x2.1.2.1.2.1.2:r4.0x3:wu

            MainProcess    ━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌┈┈┈┈┈┈┈┈⋈━━━⋈━━━■

            Process-1      ┈┈┈┈┈┈┈┈●━━━┈┈┈┈◆━━━┈┈┈┈■
                                   0       1
            Process-2          ┈┈┈┈┈┈┈┈●━━━┈┈┈┈✗━━━┈┈┈┈■
                                       0       1

            Enter  open the simplest schedule that fails, and step through it


         Enter open   r again   t strategy   ? help   q back   L 中文
        """)
  }

  @Test("in ASCII on the smallest screen") func small() {
    var state = Fixtures.exploring(
      Fixtures.progress(Self.both, .over, isProved: true), 40, 12)
    state.glyphs = .ascii
    expect(
      state,
      shows: """
         procviz  explore > counter  lock:off
          x 73 of 1,303 schedules go wrong.
            schedules 1,303    classes 1
         -- outcomes --------------------------
           + ok              1,230    94%
         > x lost update        70     5%
           x deadlock            3    <1%
         -- lost update -----------------------
            Process-1 read 0 and Process-2
            read 0 before either wrote; both
            Enter  open and step through it
         Enter open  ^ v choose  ? help  q back
        """)
    #expect(ScreenView.frame(of: state).lines.joined().allSatisfy { $0.isASCII })
  }

  @Test("only what was tried to the end is said to be well", arguments: Language.allCases)
  func minimized(language: Language) {
    let good = [(Finding.Kind?.none, 5)]
    let complete = Fixtures.progress(good, .over, isComplete: true)
    #expect(headline(complete, language).contains(SearchTexts.exhausted[language]))
    let incomplete = Fixtures.progress(good, .over)
    let said = headline(incomplete, language)
    #expect(said.contains(SearchTexts.inconclusive[language].prefix(5)))
    #expect(!said.contains(SearchTexts.exhausted[language]))
    #expect(!said.contains("✓ " + SearchTexts.exhausted[language].prefix(3)))
  }

  @Test("why not everything was tried") func why() {
    var stopped = Fixtures.exploring(Fixtures.progress([(nil, 5)]))
    stopped.type("s")
    _ = Update.apply(.explored(search: 1, Fixtures.progress([(nil, 5)], .over)), to: &stopped)
    #expect(stopped.screen.contains(SearchTexts.stopped.en))
    let most = [(Finding.Kind?.none, ExploreState.maxSchedules)]
    #expect(
      headline(Fixtures.progress(most, .over), .en)
        .contains("It reached its limit of 10,000 schedules"))
    var drawing = Fixtures.exploring(Fixtures.progress([(nil, 5)], .over))
    drawing.type("tt")
    _ = Update.apply(.explored(search: 3, Fixtures.progress([(nil, 5)], .over)), to: &drawing)
    #expect(drawing.screen.contains(SearchTexts.neverKnows("random").en))
  }

  @Test("what could go wrong in another order is a danger, not a failure") func danger() {
    let state = Fixtures.exploring(
      Fixtures.progress([(nil, 2), (.dataRace, 2)], .over, isComplete: true, isProved: true))
    #expect(state.screen.contains("! " + SearchTexts.dangerOnly.en))
    #expect(state.screen.contains("! data race"))
    #expect(!state.screen.contains("✗") && !state.screen.contains(SearchTexts.exhausted.en))
    let row = ScreenView.frame(of: state).lines.firstIndex { $0.contains("! data race") } ?? 0
    #expect(ScreenView.frame(of: state)[row, 3].style.role == .warning)
  }

  @Test("a search that cannot be made says why") func failed() {
    var state = Fixtures.run(.lostUpdate())
    state.type("x")
    _ = Update.apply(
      .searchFailed(number: 1, Localized(zh: "不行", en: "it cannot be")), to: &state)
    #expect(state.screen.contains("✗ it cannot be"))
  }

  private func headline(_ progress: Explorer.Progress, _ language: Language) -> String {
    Fixtures.exploring(progress, 80, 24, language).screen
  }
}
