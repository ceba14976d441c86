import ProcModel
import Testing

@Suite struct MemoryTests {
  @Test func forkCopiesAGlobal() throws {
    #expect(try watch("global", "fork").printed == ["0 1"])
  }

  @Test func spawnLeavesAGlobalMissing() throws {
    let outcome = try watch("global", "spawn")
    #expect(outcome.printed.last == "1 0")
    let error = try #require(outcome.events.first { $0.kind == .processError })
    #expect(error.detail == "MissingGlobal")
    #expect(error.text == "name 'queue' is not defined")
  }

  @Test(arguments: startMethods)
  func privateVariableIsEachProcessesOwn(method: String) throws {
    let outcome = try watch("private", method)
    #expect(Set(outcome.printed) == ["[1]", "[2]", "[3]"])
    #expect(outcome.printed.last == "[3]")
    let defined = outcome.events.filter { $0.kind == .objectDefine && $0.value == 10 }
    #expect(Set(defined.map(\.pid)).count == 3)
    #expect(Set(defined.map(\.object)).count == 3)
    #expect(outcome.events.filter { $0.kind == .memory }.allSatisfy { $0.text.count == 3 })
  }

  @Test(arguments: startMethods)
  func arrayElementsAreShared(method: String) throws {
    let outcome = try watch("array", method)
    #expect(outcome.printed == ["[0.5, 1.5, 2.5]"])
    let writes = outcome.events.filter { $0.kind == .valueWrite }.suffix(3)
    #expect(Set(writes.map { "\($0.extra)=\($0.text)" }) == ["0=0.5", "1=1.5", "2=2.5"])
    #expect(writes.allSatisfy { $0.flags == .textual })
  }

  @Test(arguments: startMethods)
  func valueHasALockOfItsOwn(method: String) throws {
    let outcome = try watch("companion", method, "10")
    #expect(outcome.printed == ["40"])
    let defined = outcome.events.filter { $0.kind == .objectDefine }
    #expect(defined.map(\.text) == ["total", "total-lock"])
    let expected = try #require(outcome.events.first { $0.kind == .expect })
    #expect(expected.value == 40)
  }
}
