import ProcModel
import Testing

@testable import ProcViz

/// The whole run screen in Chinese.
@Suite struct RunScreenChineseTests {
  @Test("120×36 gives a few lanes plenty of room") func lostUpdate() {
    expect(
      Fixtures.run(.lostUpdate(), 120, 36, .zh),
      shows: """
         procviz  3 进程锁 › counter  FINISHED  fork  lock:off  2                                  00:00.036  19 events  0 lost

          泳道                    ╷0 ms       ╷5          ╷10          ╷15         ╷20         ╷25          ╷30         ╷35
        ❯ MainProcess       4711  ▶━━━━━━━━━━━━━━╌╌ join Process-1 · 26 ms ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌⋈╌╌╌╌⋈━━━━■ 0
                                      │    │                                                                     Process-1
                                      │    │
                                      │    │
          Process-1         4712      └────┼────▶━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━◆━━━━━━━━━━━━━━━━━━━»━━━━■ 0
                                           │                   0                   1
                                           │
                                           │
          Process-2         4713           └─────────▶━━━━━━━━━━━━━━●━━━━━━━━━━━━━━━━━━━━━━━━✗━━━━━━━━━━━━━━━━━━━■ 0
                                                                    0                        1


        ─ 对象 ─────────────────────────────────── 为什么 ──────────────────────────────────────── 输出 ────────────────────────
                                                │                                               │
          counter  1  应为 2                    │  Process-1 读到 0，Process-2 也读到 0，两者都 │  Process-1 done, I saw 1
                   ████████████░░░░░░░░░░░░     │  还没有写回。双方都算出 1，都写入 1：其中一次 │
                   丢失 1 次更新                │  更新就此丢失。                               │
                                                │                                               │
          lock     未使用                       │  读、加、写是三步。                           │
                                                │                                               │
                                                │  l  加锁再运行一次                            │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
                                                │                                               │
          ━ 运行   ╌ 阻塞   ▶ 开始   ● 读   ◆ 写   ⋈ 已汇合   » 打印   ✗ 出错之处   ■ 结束

         s 单步  l 锁  x 搜索  r 重来  o 设置  ? 帮助  q 返回  c 对比  w 谁等谁  m fork/spawn  n p 换场景  ← → 时间  z Z 缩放
        """)
  }

  @Test("a wait for ever does not push the run out of sight") func forever() {
    expect(
      Fixtures.forever(80, 24, .zh),
      shows: """
         3 进程锁 › counter  RUNNING  fork  lock:off  2     00:13.600  8 events  0 lost
          泳道                 ╷0 ms              ╷10                ╷20
        ❯ MainProcess    4711  ▶━━━━━━━━━━━━━━━━━━━━━▽━━━━━━━━╌╌ 等 queue-1 · 13.5 s ╌╌
                                  │                  7
                                  │           ┌──────┘
          Process-1      4712     └───▶━━━━━━━▲━■ 0
                                              7




         对象 ───────────────────── 为什么 ─────────────────────── 输出 ────────────────
         queue-1 0 项             │ MainProcess 在等待 queue-1   │ 还没有输出
                 放入 1 取出 1    │ 中的下一项，但已经没有谁能再 │
                 ╌ MainProcess    │ 放入了。                     │
                                  │                              │
         lock    未使用           │ 读、加、写是三步。           │
                                  │                              │
                                  │ l  加锁再运行一次            │
                                  │                              │
                                  │                              │
                                  │                              │
          ━ 运行   ╌ 阻塞   ▶ 开始   ▲ 放入   ▽ 取出   ■ 结束
         空格 暂停  s 单步  l 锁  x 搜索  r 重来  o 设置  ? 帮助  q 返回  c 对比
        """)
  }

  @Test("held processes say before which operation") func held() {
    var state = Fixtures.run(Fixtures.held(), finished: false, 80, 24, .zh)
    state.type("s")
    expect(
      state,
      shows: """
         3 进程锁 › counter  STEPPING  fork  lock:off  2    00:00.007  9 events  0 lost
          泳道                 ╷0 ms                ╷5                   ╷10
        1❯MainProcess    4711  ▶━━━━━━━━━━━━━━━━╌╌╌╌╌╌╌╌╌╌╌╌╌╌
                                       │
                                       │
        2 Process-1      4712          ├────────▶━━━━━━━━╎╎╎╎╎ ▸ value.read counter
                                       │
                                       │
        3 Process-2      4713          └────────▶━━━━━━━━━━━━╎ ▸ value.read counter


         对象 ───────────────────── 为什么 ─────────────────────── 输出 ────────────────
         counter 0                │ MainProcess 等待 Process-1   │ 还没有输出
                                  │ 结束                         │
         lock    未使用           │ Process-1 停在下一步之前：   │
                                  │ value.read counter           │
                                  │ Process-2 停在下一步之前：   │
                                  │ value.read counter           │
                                  │                              │
                                  │ 看两个泳道之间的数字。       │
                                  │                              │
                                  │ s  执行下一个操作            │
          ━ 运行   ╌ 阻塞   ╎ 暂停中   ▶ 开始   ▸ 可以执行
         空格 继续  s 单步  1-9 执行  u 退回  ? 帮助  q 返回  l 锁  x 搜索  r 重来
        """)
  }
}
