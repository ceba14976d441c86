import Testing

@Suite struct IsolatedMemoryTests {
  @Test(arguments: ["fork", "spawn"])
  func everyProcessHasAListOfItsOwn(method: String) throws {
    let run = try HeadlessRun("isolated-memory", ["start-method": method])
    #expect(run.status == 0)
    #expect(run.pids.count == 11)
    for number in 0..<10 {
      let name = "Process-\(number + 1)"
      #expect(run.all("memory", by: name).last?.string("value") == "[\(number)]")
      #expect(run.printed(by: name) == ["numbers = [\(number)]"])
    }
    #expect(run.printed(by: "MainProcess") == ["numbers = []"])
    #expect(run.all("process.start").allSatisfy { $0.string("method") == method })
  }

  @Test func threadsShareOneListAndOnePid() throws {
    let run = try HeadlessRun("isolated-memory", ["unit": "thread"])
    #expect(run.status == 0)
    #expect(run.pids.count == 1)
    #expect(Set(run.all("process.begin").compactMap { $0.integer("tid") }).count == 10)
    let list = run.printed(by: "MainProcess").last ?? ""
    let numbers = list.drop { $0 != "[" }.dropFirst().dropLast().split(separator: ",")
      .compactMap { Int($0.drop { $0 == " " }) }
    #expect(numbers.sorted() == Array(0..<10))
  }

  @Test func theNumberOfWorkersIsAKnob() throws {
    let run = try HeadlessRun("isolated-memory", ["workers": "3"])
    #expect(
      run.all("process.start").compactMap { $0.string("child") } == [
        "Process-1", "Process-2", "Process-3",
      ])
  }
}
