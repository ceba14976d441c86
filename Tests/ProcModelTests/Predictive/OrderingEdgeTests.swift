import ProcModel
import Testing

/// Every operation that orders one process after another.
@Suite struct OrderingEdgeTests {
  /// What the giver reports, and what the taker does.
  struct Edge: Sendable, CustomTestStringConvertible {
    let give: EventKind
    let take: EventKind
    let thing: TraceMaker.Thing
    var giveValue: Int64 = 0
    var takeValue: Int64 = 0
    var takeFlags: Event.Flags = []
    var testDescription: String { "\(give.name) → \(take.name)" }
  }

  static let edges = [
    Edge(give: .lockRelease, take: .lockAcquire, thing: .lock, takeValue: 1),
    Edge(give: .semaphoreRelease, take: .semaphoreAcquire, thing: .semaphore),
    Edge(give: .semaphoreRelease, take: .semaphoreAcquire, thing: .signal),
    Edge(give: .queuePut, take: .queueGet, thing: .queue),
    Edge(give: .queueGet, take: .queuePut, thing: .smallQueue),
    Edge(give: .queueTaskDone, take: .queueJoinDone, thing: .queue),
    Edge(give: .conditionNotify, take: .conditionWake, thing: .condition),
    Edge(give: .eventSet, take: .eventWake, thing: .event),
    Edge(give: .eventSet, take: .eventPoll, thing: .event, takeValue: 1),
    Edge(give: .barrierWait, take: .barrierPass, thing: .barrier),
    Edge(give: .barrierAbort, take: .barrierPass, thing: .barrier, takeFlags: .broken),
    Edge(give: .pipeClose, take: .queueGetTimeout, thing: .pipe, takeFlags: .otherEndClosed),
    Edge(give: .taskSubmit, take: .taskBegin, thing: .pool),
    Edge(give: .taskEnd, take: .taskResult, thing: .pool),
    Edge(give: .managerRequest, take: .managerServe, thing: .dict, takeValue: 101),
  ]

  /// Lane 1 writes and gives, lane 2 takes and writes.
  private func races(
    _ edge: Edge, givesFirst: Bool = true, gives: Bool = true, takes: Bool = true
  ) -> [Finding.Kind] {
    var trace = TraceMaker(children: 2)
    if edge.give == .lockRelease { trace.emit(1, .lockAcquire, edge.thing, value: 1) }
    if gives, givesFirst == false {
      trace.emit(1, edge.give, edge.thing, value: edge.giveValue, extra: 1)
    }
    trace.emit(1, .valueWrite, .v, value: 1)
    if gives, givesFirst { trace.emit(1, edge.give, edge.thing, value: edge.giveValue, extra: 1) }
    if takes {
      trace.emit(2, edge.take, edge.thing, value: edge.takeValue, extra: 1, flags: edge.takeFlags)
    }
    trace.emit(2, .valueWrite, .v, value: 2)
    return trace.run.findings.map(\.kind)
  }

  @Test(arguments: edges) func whatIsTakenOrders(edge: Edge) {
    #expect(races(edge) == [])
  }

  @Test(arguments: edges) func whatIsNotTakenDoesNot(edge: Edge) {
    #expect(races(edge, takes: false) == [.dataRace])
  }

  @Test(arguments: edges) func whatWasGivenBeforeDoesNot(edge: Edge) {
    #expect(races(edge, givesFirst: false) == [.dataRace])
  }

  @Test func anAnswerTellsWhatTheServerDid() {
    var trace = TraceMaker(children: 2)
    trace.emit(1, .managerRequest, .dict, extra: 5)
    trace.emit(2, .valueWrite, .v)
    trace.emit(2, .managerServe, .dict, value: 101, extra: 5)
    trace.emit(1, .dictSet, .dict, extra: 5)
    trace.emit(1, .valueWrite, .v)
    #expect(trace.run.findings.isEmpty)
  }

  @Test func aPollThatSaysNoOrdersNothing() {
    var trace = TraceMaker(children: 2)
    trace.emit(1, .valueWrite, .v)
    trace.emit(1, .eventSet, .event)
    trace.emit(2, .eventPoll, .event, value: 0)
    trace.emit(2, .valueWrite, .v)
    #expect(trace.run.findings.map(\.kind) == [.dataRace])
  }

  @Test func anUnlimitedQueueDoesNotOrderGetsBeforePuts() {
    var trace = TraceMaker(children: 2)
    trace.emit(1, .queuePut, .queue, extra: 1)
    trace.emit(1, .valueWrite, .v)
    trace.emit(1, .queueGet, .queue, extra: 1)
    trace.emit(2, .queuePut, .queue, extra: 2)
    trace.emit(2, .valueWrite, .v)
    #expect(trace.run.findings.map(\.kind) == [.dataRace])
  }

  /// Another generation of a barrier orders nothing.
  @Test func generationsOfABarrierAreApart() {
    var trace = TraceMaker(children: 2)
    trace.emit(1, .barrierWait, .barrier, extra: 0)
    trace.emit(1, .valueWrite, .v)
    trace.emit(1, .barrierWait, .barrier, extra: 1)
    trace.emit(2, .barrierPass, .barrier, extra: 0)
    trace.emit(2, .valueWrite, .v)
    #expect(trace.run.findings.map(\.kind) == [.dataRace])
  }

  /// A lane that takes from another is also ordered after what that lane had taken before.
  @Test func orderIsHandedOn() {
    let run = Run(
      """
      M:  start(P1) start(P2) start(P3)
      P1:                               begin write(v)=1 take(L) free(L)
      P2:                               begin                            take(L) free(L) put(Q)=a
      P3:                               begin                                                     get(Q)=a write(v)=2
      """)
    #expect(run.findings.isEmpty)
  }

  @Test func theThreadsOfAProcessEndWithIt() {
    let run = Run(
      """
      M:  start(P1)                                                 joins(P1) joined(P1) write(v)=2
      P1:           begin start(T1,thread)                     exit
      T1:                                  begin write(v)=1
      """)
    #expect(run.findings.isEmpty)
  }
}
