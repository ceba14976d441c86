import ProcModel
import Testing

/// What managers have beyond dicts and lists.
@Suite struct ManagerObjectTests {
  @Test(arguments: startMethods)
  func objectsAreSharedByAllProcesses(method: String) throws {
    let unwatched = try FixtureRun("manager-objects", [method, "3"], .init(isWatched: false))
    #expect(try unwatched.finish().lines == ["15 true 15"])
    let outcome = try watchHandovers("manager-objects", [method, "3"])
    #expect(outcome.printed == ["15 true 15"])
    #expect(ProcModel.OrderRule.violations(in: outcome.events) == [])
    let model = Run(outcome.events)
    #expect(entries("total", model) == ["value: 15"])
    #expect(entries("shared", model).count == 1)
    #expect(Set(entries("dict-1", model)) == Set((0..<15).map { "\($0 / 5 * 10 + $0 % 5): " }))
    let manager = try #require(model.world.objects.first { $0.kind == .manager })
    for object in model.world.objects where object.kind == .dict || object.kind == .namespace {
      #expect(object.capacity == Int64(bitPattern: manager.id.rawValue))
    }
  }

  @Test(arguments: startMethods)
  func aNamespaceHasAttributesOfAnyType(method: String) throws {
    let outcome = try watchHandovers("manager-namespace", [method])
    #expect(
      outcome.printed == [
        #"namespace-1 1 ["a", "b"]"#, "true false",
        "'Namespace' object has no attribute 'x'", "'Namespace' object has no attribute 'z'",
        "true",
      ])
    let define = try #require(outcome.events.last { $0.kind == .objectDefine })
    #expect(define.value == ObjectKind.namespace.rawValue)
    #expect(entries("namespace-1", Run(outcome.events)) == [#"y: ["a", "b"]"#])
  }

  @Test(arguments: startMethods)
  func aSetHasEachElementOnce(method: String) throws {
    let outcome = try watchHandovers("manager-set", [method])
    #expect(
      outcome.printed == [
        "{b, a, c} 3 true false", "KeyError: a", #"["b", "c", "d", "e"] e d"#,
        "KeyError: pop from an empty set", "set()",
      ])
    #expect(entries("dict-1", Run(outcome.events)) == [])
    // Before it was cleared, the trace had followed each change.
    let cleared = try #require(
      outcome.events.firstIndex { $0.kind == .managerServe && $0.flags == .entriesCleared })
    #expect(entries("dict-1", Run(Array(outcome.events[..<cleared]))) == ["b: ", "c: "])
  }

  @Test(arguments: startMethods)
  func anArrayKeepsItsSize(method: String) throws {
    let outcome = try watchHandovers("manager-array", [method])
    #expect(
      outcome.printed == [
        "array-1 [1.5, 3.5] 1.5 2 [1.5, 3.5]", "list index out of range: 2",
        "list index out of range: -3",
      ])
    #expect(entries("array-1", Run(outcome.events)) == ["0: 1.5", "1: 3.5"])
  }

  @Test(arguments: startMethods)
  func heldTheTraceAloneSaysWhoCanMove(method: String) throws {
    for scheduler in [{ (lanes: [Int]) in lanes.first }, { (lanes: [Int]) in lanes.last }] {
      let run = try HeldRun("manager-objects", [method, "1"])
      try run.drive(scheduler)
      #expect(run.inVain == [])
      #expect(run.haveAllEnded, "\(run.moves.suffix(5))")
      #expect(try run.finish().exitCode == 0)
    }
  }

  private func entries(_ name: String, _ run: Run) -> [String] {
    guard case .entries(let entries)? = run.world.objects.first(where: { $0.name == name })?.content
    else { return [] }
    return entries.map { "\($0.key): \($0.value)" }
  }
}

extension Run {
  fileprivate init(_ events: [Event]) {
    self.init()
    for event in events { append(event) }
  }
}
