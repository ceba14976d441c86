import ProcModel
import Testing

/// Sentences, JSON lines and the order rule for semaphores, conditions, events and barriers.
@Suite struct CoordinationTextTests {
  private func sentences(_ diagram: String, _ language: Language = .en) -> [String] {
    var run = Run()
    var sentences: [String] = []
    for event in Marbles(diagram).events {
      let isTold = ![.objectDefine, .processStart, .processBegin].contains(event.kind)
      if isTold {
        sentences.append(Explainer.sentence(for: event, before: run.world)[language])
      }
      run.append(event)
    }
    return sentences
  }

  private let semaphore = """
    M:  start(P1) acquire(S1)=0            give(S1)=1
    P1:     begin              taking(S1)=90           acquire(S1)=0
    """
  private let condition = """
    M:  start(P1)                         take(L)     notify(C)=1 notify(C)=0 free(L)
    P1:     begin take(L) waits(L,C) free(L)                                         wakes(C) take(L)
    """
  private let barrier = """
    M:  start(P1) come(B2)=0             pass(B2)=0 broken(1,B2)=-1 reset(B2)=2
    P1:     begin            come(B2)=1                             abort(B2)
    """

  @Test func semaphores() {
    #expect(
      sentences(semaphore) == [
        "MainProcess takes a unit of S1, 0 left",
        "Process-1 waits for a unit of S1, which has none, for at most 90 ms",
        "MainProcess releases a unit of S1, 1 free now; Process-1 has waited longest",
        "Process-1 takes a unit of S1, 0 left, after waiting 24 ms",
      ])
    #expect(
      sentences(semaphore, .zh) == [
        "MainProcess 取得 S1 的一个名额，还剩 0 个", "Process-1 等待 S1 的名额，现在一个也没有，最多等 90 ms",
        "MainProcess 归还 S1 的 1 个名额，现有 1 个；Process-1 等得最久",
        "Process-1 取得 S1 的一个名额，还剩 0 个，等了 24 ms",
      ])
  }

  @Test func events() {
    let diagram = """
      M:  start(P1)         set(E) isset(E)=1 clear(E)
      P1:     begin till(E)                            on(E)
      """
    #expect(
      sentences(diagram) == [
        "Process-1 waits until E is set", "MainProcess sets E, which wakes Process-1",
        "MainProcess asks whether E is set: yes", "MainProcess clears E",
        "Process-1 goes on, since E was set, after waiting 35 ms",
      ])
    #expect(
      sentences(diagram, .zh) == [
        "Process-1 等待 E 被设置", "MainProcess 设置 E，唤醒 Process-1", "MainProcess 查看 E 是否已设置：是",
        "MainProcess 清除 E", "Process-1 继续运行：E 已设置，等了 35 ms",
      ])
  }

  @Test func conditions() {
    let told = sentences(condition)
    #expect(told[1] == "Process-1 waits for a notify of C, and releases L while it waits")
    #expect(told[4] == "MainProcess notifies C, which wakes Process-1")
    #expect(told[5] == "MainProcess notifies C, but nobody is waiting: the notify is lost")
    #expect(told[7].hasPrefix("Process-1 wakes up, notified through C, after waiting"))
    let zh = sentences(condition, .zh)
    #expect(zh[1] == "Process-1 等待 C 的通知，等待期间放开 L")
    #expect(zh[5] == "MainProcess 通知 C，但没有谁在等待：这次通知丢失")
  }

  @Test func barriers() {
    #expect(
      sentences(barrier) == [
        "MainProcess arrives at B2, number 1 of 2",
        "Process-1 is the last of 2 to arrive at B2: all may pass", "MainProcess passes B2",
        "MainProcess finds B2 broken (BrokenBarrierError)", "MainProcess resets B2",
        "Process-1 breaks B2",
      ])
    #expect(
      sentences(barrier, .zh) == [
        "MainProcess 到达 B2，是第 1 个，共需 2 个", "Process-1 最后一个到达 B2：2 个都到齐了，可以通过",
        "MainProcess 通过 B2", "MainProcess 发现 B2 已损坏（BrokenBarrierError）", "MainProcess 重置 B2",
        "Process-1 使 B2 损坏",
      ])
  }

  @Test func situations() {
    let run = Run(
      """
      M:  start(P1)  taking(S0)              held(acquire,S0)
      P1:     begin             come(B2)=0
      """)
    #expect(
      run.world.situation(of: 0).en == "is held before semaphore.acquire S0, which has no unit left"
    )
    #expect(run.world.situation(of: 0).zh == "停在下一步之前：semaphore.acquire S0，没有空余的名额")
    #expect(run.world.situation(of: 1).en == "waits at B2, where 1 of 2 have arrived")
    #expect(run.world.situation(of: 1).zh == "在 B2 等待，2 个中到了 1 个")
  }

  @Test func jsonLines() {
    let diagram = """
      M: taking(S0)=2 give(S0)=1 acquire(S0)=0 take(L) waits(L,C) free(L) notify(C)=0 till(E) \
      isset(E)=1 come(B2)=0 broken(B2)=0 reset(B2)=4
      """
    var run = Run()
    var lines: [String] = []
    for event in Marbles(diagram).events {
      run.append(event)
      guard event.kind.rawValue >= 20, event.kind != .objectDefine else { continue }
      let line = EventJSON.line(run.trace[run.trace.count - 1], seq: 0, world: run.world)
      lines.append("{\"event\":" + line.split(separator: "\"event\":", maxSplits: 1)[1])
    }
    #expect(
      lines == [
        #"{"event":"semaphore.wait","object":"S0","count":0,"timeout_ns":2000000}"#,
        #"{"event":"semaphore.release","object":"S0","count":1,"units":1}"#,
        #"{"event":"semaphore.acquire","object":"S0","count":0}"#,
        #"{"event":"condition.wait","object":"C","waiting":1,"lock":"L","timed":false}"#,
        #"{"event":"condition.notify","object":"C","woken":0,"all":false}"#,
        #"{"event":"event.wait","object":"E"}"#,
        #"{"event":"event.poll","object":"E","set":true}"#,
        #"{"event":"barrier.wait","object":"B2","index":0,"generation":0,"timed":false}"#,
        #"{"event":"barrier.pass","object":"B2","index":0,"generation":0,"broken":true}"#,
        #"{"event":"barrier.reset","object":"B2","generation":4}"#,
      ])
  }

  @Test(arguments: [
    ("M: acquire(S1)=0 acquire(S1)=0", "a semaphore is taken that has no unit"),
    ("M: give(S1)=3", "count 3 after 1"),
    ("M: acquire(S2)=2", "count 2 after 2"),
    ("M: take(L) waits(L,C) free(L) wakes(C)", "somebody wakes who was not notified"),
    ("M: notify(C)=1", "more are woken than wait"),
    ("M: on(E)", "somebody goes on though the event is not set"),
    ("M: set(E) clear(E) till(E) on(E)", "somebody goes on though the event is not set"),
    ("M: come(B2)=0 pass(B2)=0", "a barrier is passed before all have come"),
    ("M: pass(B2)=0", "a barrier is passed without coming"),
    ("M: take(R) take(R)=2 waits(R,C) free(R)=0 take(R)=1", "depth 1 of a free lock"),
  ])
  func whatCannotHaveHappenedIsFound(diagram: String, violation: String) {
    #expect(OrderRule.violations(in: Marbles(diagram).events).map(\.text) == [violation])
  }

  @Test func whatCouldHaveHappenedIsAccepted() {
    for diagram in [
      semaphore, condition, barrier, "M: till(E) set(E) clear(E) on(E)",
      "M: take(R) take(R)=2 waits(R,C) free(R)=0 leaves(C) take(R)=2 free(R)=1 free(R)=0",
    ] {
      #expect(OrderRule.violations(in: Marbles(diagram).events) == [])
    }
  }
}
