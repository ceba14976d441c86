import ProcModel
import Testing

@Suite struct OrderRuleTests {
  private func violations(_ diagram: String) -> [String] {
    OrderRule.violations(in: Marbles(diagram).events).map(\.text)
  }

  @Test func anOrderThatCouldHaveHappenedIsAccepted() {
    let diagram = """
      M:  start(P1) start(P2) submit(T)=1 joins(P1)                          joined(P1) result(T)=1
      P1:           begin take(R) take(R)=2 put(Q)=a free(R)=1 free(R)=0 exit
      P2:                     begin                       get(Q)=a  work(T)=1 done(T)=1
      """
    #expect(violations(diagram) == [])
  }

  @Test(arguments: [
    ("M: take(L)\nP1:          take(L)", "a lock has two owners"),
    ("M: free(L)", "a lock is released by somebody who does not hold it"),
    ("M: take(L) free(L)=1", "depth 1 after 1"),
    ("M: get(Q)=a put(Q)=a", "item 1 is got before it is put"),
    ("M: put(Q)=a get(Q)=a get(Q)=a", "item 1 is got twice"),
    ("P1: begin", "a process begins that was not started"),
    ("M: start(P1)  joined(P1)\nP1:   begin", "a process is joined before its end"),
    ("M: start(P1)  joined(P1)", "a process is joined that never began"),
    ("M: exit note=x", "note after the end of pid 100 tid 0"),
    ("M: submit(T)=1 result(T)=1", "task 1 has a result before its end"),
    ("M: submit(T)=1 work(T)=1 work(T)=1", "task 1 begins without waiting for a worker"),
  ])
  func whatCannotHaveHappenedIsFound(diagram: String, violation: String) {
    #expect(violations(diagram) == [violation])
  }

  @Test func aRepeatedNumberIsFound() {
    let events = [0, 1, 1].map { Event(.note, pid: 3, number: UInt32($0)) }
    #expect(OrderRule.violations(in: events).map(\.description) == ["seq 2: number 1 after 1"])
  }

  @Test func aChildThatWasKilledSaidNoLastWords() {
    #expect(violations("M: start(P1)          reap(P1)=-9 joined(P1)\nP1:           begin") == [])
  }
}
