import Testing

@Suite struct SubclassTests {
  @Test(arguments: ["fork", "spawn"])
  func twoObjectsAreTwoProcessesThatRunTheirOwnRun(method: String) throws {
    let run = try HeadlessRun("subclass", ["start-method": method])
    #expect(run.status == 0)
    let begins = run.all("process.begin").dropFirst()
    #expect(begins.map(\.process).sorted() == ["Greeter-1", "Greeter-2"])
    for (name, greeting) in [("Greeter-1", "Hello"), ("Greeter-2", "你好")] {
      let pid = run.first("process.begin", by: name)?.pid ?? 0
      #expect(run.printed(by: name) == ["\(greeting) from \(name), pid \(pid)"])
    }
    #expect(run.pids.count == 3)
  }
}
