import ProcModel
import Testing

@testable import ProcViz

/// The smallest screens in which everything can be used.
@Suite struct SmallScreenTests {
  @Test("40×12 keeps the lanes and the answer") func lostUpdate() {
    expect(
      Fixtures.run(.lostUpdate(), 40, 12),
      shows: """
         counter  FINISHED  fork  lock:off  2
                   00:00.036  19 events  0 lost
          lanes       ╷0 ms
        ❯ MainProcess ▶━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌⋈⋈━■ 0
          Process-1    └┼▶━━━●━━━◆━━━━»■ 0
          Process-2     └─▶━━━●━━━━━✗━━━■ 0
         why ───────────────────────────────────
         Process-1 read 0 and Process-2 read 0
         before either wrote; both computed 1
         and wrote 1: one of the two … e
         l  run it again with the lock on
         s step  l lock  ? help  q back  L 中文
        """)
  }

  @Test("in Chinese, too") func wait() {
    expect(
      Fixtures.waiting(40, 12, .zh),
      shows: """
         counter  RUNNING  fork  lock:off  2
                   00:01.600  10 events  0 lost
          泳道        ╷0 s           ╷1
        ❯ MainProcess ▶━━╌╌ 等待 · 1.4 s ╌╌╌╌╌╌
          Process-1    ├─▶━·· 休眠 · 1.3 s ····
          Process-2    └─▶━━░░ 等待 · 1.2 s ░░░
         为什么 ────────────────────────────────
         MainProcess 等待 Process-1 结束
         Process-2 等待 lock-1，Process-1 自
         300 ms 起持有
         Process-1 休眠，持有 lock-1
         空格 暂停  s 单步  ? 帮助  q 返回
        """)
  }

  @Test("the menu") func menu() {
    expect(
      Fixtures.menu(40, 12, .zh),
      shows: """
         procviz  看见多进程在做什么  L English
          1  进程
          ❯  subclass   派生

          3  进程锁
             counter    为什么要锁


         ─── 看点 ─────────────────────────────
             看

         ↑ ↓ 选择  Enter 运行  ? 帮助  q 退出
        """)
  }
}
