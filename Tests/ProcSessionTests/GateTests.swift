import ProcModel
import ProcSession
import Testing

@Suite struct GateTests {
  @Test func oneOperationHappensForOneGrant() throws {
    let run = try Watched("notes", "3", holding: true)
    for done in 0..<3 {
      try #require(run.wait { $0.events(.gateWait).count == done + 1 })
      #expect(run.events(.note).count == done)
      let gate = try #require(run.events(.gateWait).last)
      #expect(gate.value == Int64(EventKind.note.rawValue))
      run.session.letGo(slot: gate.extra)
    }
    try #require(run.wait { $0.events(.gateWait).count == 4 })
    #expect(run.events(.processExit).isEmpty)
    run.session.letGo(slot: 0)
    try run.finish()
  }

  @Test func lettingAllGoEndsTheHolding() throws {
    let run = try Watched("flood", "100", "4", holding: true)
    try #require(run.wait { !$0.events(.gateWait).isEmpty })
    #expect(run.session.isHolding)
    run.session.letAllGo()
    try run.finish()
    #expect(!run.session.isHolding)
    #expect(run.events(.note).count == 400)
  }

  @Test func aSlotThatDoesNotExistIsIgnored() throws {
    let run = try Watched("notes", "1")
    run.session.letGo(slot: .max)
    run.session.letGo(slot: 1024)
    try run.finish()
  }
}
