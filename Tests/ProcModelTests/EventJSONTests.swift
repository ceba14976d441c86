import ProcModel
import Testing

@Suite struct EventJSONTests {
  /// The lines of a diagram's events from the first that is not a definition on, cut before
  /// `"event"`.
  private func lines(_ diagram: String) -> [String] {
    var run = Run()
    var lines: [String] = []
    for event in Marbles(diagram).events {
      run.append(event)
      let seq = run.trace.count - 1
      let line = EventJSON.line(run.trace[seq], seq: seq, world: run.world)
      if event.kind == .objectDefine || event.number == 0 && event.pid == 100 { continue }
      let parts = line.split(separator: "\"event\":", maxSplits: 1)
      lines.append("{\"event\":" + parts[1])
    }
    return lines
  }

  @Test func aLineIsOneFlatObject() {
    var run = Run()
    run.append(Event(.processBegin, pid: 7, time: 1_000, value: -1, extra: 1, text: "MainProcess"))
    run.append(
      Event(.output, pid: 7, tid: 9, time: 3_500, value: 2, text: "a \"b\"\n\u{1B}[31m\u{202E}中\\"))
    #expect(
      EventJSON.line(run.trace[0], seq: 0, world: run.world)
        == #"{"seq":0,"t_ns":0,"pid":7,"process":"MainProcess","event":"process.begin","parent_pid":1}"#
    )
    #expect(
      EventJSON.line(run.trace[1], seq: 1, world: run.world)
        == #"{"seq":1,"t_ns":2500,"pid":7,"tid":9,"process":"MainProcess","event":"output","#
        + #""text":"a \"b\"\n\u001b[31m\u202e中\\","stream":"stderr"}"#)
  }

  @Test func processes() {
    let expected = [
      #"{"event":"process.start","object":"Process-1","child":"Process-1","method":"spawn","daemon":true}"#,
      #"{"event":"process.begin","parent_pid":100}"#,
      #"{"event":"join.wait","object":"Process-1","child":"Process-1","timeout_ns":5000000}"#,
      #"{"event":"process.signal","object":"Process-1","child":"Process-1","signal":15}"#,
      #"{"event":"process.exit","code":3}"#,
      #"{"event":"process.reap","object":"Process-1","child":"Process-1","child_pid":101,"code":3}"#,
      #"{"event":"join.done","object":"Process-1","child":"Process-1","timed_out":false}"#,
      #"{"event":"poll","object":"Process-1","child":"Process-1","alive":true}"#,
      #"{"event":"process.reap","object":"Process-1","child":"Process-1","child_pid":101,"signal":9}"#,
    ]
    let diagram = """
      M:  start(P1,spawn,daemon)        joins(P1)=5 kill(P1)      reap(P1)=3 joined(P1) poll(P1)=1 reap(P1)=-9
      P1:                        begin                       exit=3
      """
    #expect(lines(diagram) == expected)
  }

  @Test func objects() {
    let expected = [
      #"{"event":"lock.wait","object":"L","depth":0}"#,
      #"{"event":"lock.acquire","object":"L","depth":1,"owner_died":true}"#,
      #"{"event":"lock.release","object":"L","depth":0}"#,
      #"{"event":"queue.put","object":"Q","item":"a","serial":1,"depth":0}"#,
      #"{"event":"queue.get.wait","object":"Q","depth":0,"timeout_ns":2000000}"#,
      #"{"event":"queue.get","object":"Q","item":"a","serial":1,"depth":0}"#,
      #"{"event":"value.write","object":"v","value":-3}"#,
      #"{"event":"value.read","object":"A","value":4,"index":0}"#,
      #"{"event":"expect","object":"v","value":3,"at_most":true}"#,
      #"{"event":"task.end","object":"T","task":"task-1","serial":1,"outcome":"ok"}"#,
      #"{"event":"sleep.begin","duration_ns":2000000}"#,
      #"{"event":"input.wait","text":">>>"}"#,
      #"{"event":"gate.wait","object":"L","operation":"lock.acquire"}"#,
    ]
    let diagram = """
      M: wait(L) inherit(L) free(L) put(Q)=a getting(Q)=2 get(Q)=a write(v)=-3 read(A)=4 \
      expect(v)<=3 done(T)=1 sleep=2 asks held(take,L)
      """
    #expect(lines(diagram) == expected)
  }

  @Test func theSummaryTellsWhatTheRunCameTo() {
    let run = Run(
      """
      M:  expect(v)=2 start(P1) start(P2)                                          reap(P1)=-9 exit
      P1:                        begin read(v)=0             write(v)=1
      P2:                        begin       read(v)=0                  write(v)=1
      """)
    let summary = SummaryJSON(
      .scenario("counter"), knobs: [("lock", "off"), ("workers", "4"), ("speed", "0.5")])
    let line = summary.line(run)
    #expect(
      line.hasPrefix(
        #"{"event":"summary","scenario":"counter","knobs":{"lock":"off","workers":4,"speed":0.5},"#
          + #""events":13,"lost":0,"malformed":0,"wall_ns":"#))
    #expect(
      line.contains(
        #""processes":[{"process":"MainProcess","pid":100,"exit_code":0},"#
          + #"{"process":"Process-1","pid":101,"signal":9},{"process":"Process-2","pid":102}],"#
          + #""expected":2,"actual":1,"findings":[{"kind":"lost-update","text":"Process-1 read 0 "#)
    )
    #expect(
      line.contains(
        #""processes":["Process-1","Process-2"],"objects":["v"],"seqs":[7,8,9,10]}"#))
    #expect(line.hasSuffix(#""verdict":"finding"}"#))
  }

  @Test func theVerdictOfAQuietRunIsOk() {
    let run = Run("M: exit")
    #expect(SummaryJSON(.scenario("x"), knobs: []).verdict(of: run) == .ok)
    #expect(SummaryJSON(.scenario("x"), knobs: [], hasFailed: true).verdict(of: run) == .failed)
  }
}
