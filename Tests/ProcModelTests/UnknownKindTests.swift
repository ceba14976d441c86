import ProcModel
import Testing

/// What a newer speaker of the protocol says is kept as it came, and changes nothing that is known.
@Suite struct UnknownKindTests {
  private func event(code: UInt8) -> Event {
    Event(
      code: code, pid: 100, tid: 0, number: 7, time: 5_000_000_000, object: ObjectID(rawValue: 5),
      value: -3, extra: 9, flags: .init(rawValue: 4), text: "t", detail: "d")
  }

  @Test func theTraceKeepsItsNumber() {
    var run = Run("M: start(P1) take(L) put(Q)=x")
    let codes: [UInt8] = [127, 128, 200, 255, 16, 128]
    for code in codes { run.append(event(code: code)) }
    let kept = (0..<codes.count).map { run.trace[run.trace.count - codes.count + $0] }
    #expect(kept.map(\.code) == codes)
    #expect(kept.map(\.kind) == [.unknown, .unknown, .unknown, .unknown, .lockWait, .unknown])
    #expect(kept[1] == kept[5])
    #expect(kept[0].value == -3 && kept[0].extra == 9 && kept[0].text == "t")
  }

  @Test func itChangesNoObject() {
    var run = Run("M: start(P1) take(L) put(Q)=x write(v)=1 submit(T)=1")
    let before = run.world.objects
    run.append(event(code: 200))
    #expect(run.world.objects == before)
    #expect(run.world.lanes[0].activity == .running)
  }
}
