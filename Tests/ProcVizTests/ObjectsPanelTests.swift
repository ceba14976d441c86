import ProcModel
import Testing

@testable import ProcViz

/// What the objects panel says, and in which order.
@Suite struct ObjectsPanelTests {
  /// The left panel's lines, title excluded.
  private func panel(_ script: Script, _ columns: Int, _ rows: Int) -> [String] {
    let lines = Fixtures.run(script, columns, rows).screen.split(
      separator: "\n", omittingEmptySubsequences: false)
    let start = lines.firstIndex { $0.contains("objects ─") } ?? 0
    return lines[(start + 1)...].prefix { !$0.contains("▶ begins") }
      .map { $0.prefix(while: { $0 != "│" }).trimmingSuffix(" ") }
  }

  /// Main and some workers, each with a list of its own; main sees its own last.
  private func lists(workers: Int32) -> Script {
    var script = Script()
    script.beginMain()
    for worker in 1...workers { script.start(4711 + worker, "Process-\(worker)") }
    for worker in 1...workers {
      script.begin(4711 + worker, "Process-\(worker)")
      script.variable(4711 + worker, "[\(worker)]")
    }
    script.variable(Script.main, "[]")
    return script
  }

  @Test("whose list it is stands in the order of the lanes: main's empty one is never out of sight")
  func ownVariables() {
    let lines = panel(lists(workers: 10), 80, 24)
    let title = lines.firstIndex(of: " numbers  11 of them") ?? 0
    #expect(lines.dropFirst(title + 1).prefix(2) == ["  MainProcess []", "  Process-1 [1]"])
    #expect(lines.contains { $0.contains("more") })
  }

  @Test("a value that is longer than a line goes on below the name")
  func longValue() {
    var script = Script()
    script.beginMain()
    script.variable(Script.main, "[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]")
    let lines = panel(script, 80, 24)
    #expect(lines.contains("  MainProcess"))
    #expect(lines.joined().contains("9]"))
  }

  @Test("an entry of a dict is not broken")
  func entries() {
    var script = Script()
    script.beginMain()
    let dict = ObjectID(creator: Script.main, number: 7)
    script.add(
      .objectDefine, by: Script.main, object: dict, value: ObjectKind.dict.rawValue, text: "dict")
    for key in 0..<10 {
      script.add(
        .managerServe, by: Script.main, object: dict, flags: .entrySet,
        text: "__setitem__ \(key)", detail: "100")
    }
    let lines = panel(script, 80, 24)
    #expect(lines.first?.contains("10 entries") == true)
    #expect(lines.contains { $0.hasSuffix("0=100  1=100") })
    #expect(lines.contains { $0.hasSuffix("8=100  9=100") })
  }

  @Test("a lock that was taken twice says so when it is free", arguments: [(80, 24), (120, 36)])
  func nested(columns: Int, rows: Int) {
    var script = Script()
    script.beginMain()
    script.add(
      .objectDefine, by: Script.main, object: Script.lock, value: ObjectKind.rlock.rawValue,
      text: "lock")
    for depth: Int64 in [1, 2] {
      script.add(.lockAcquire, by: Script.main, object: Script.lock, value: depth)
    }
    for depth: Int64 in [1, 0] {
      script.add(.lockRelease, by: Script.main, object: Script.lock, value: depth)
    }
    let lines = panel(script, columns, rows)
    let text = columns < 100 ? "free, was 2 deep" : "free, taken once, to depth 2"
    #expect(lines.contains { $0.contains(text) })
  }

  @Test("the lock that belongs to a shared value does not pass for the lock that is off")
  func companionLock() {
    var script = Script.lostUpdate()
    script.add(
      .objectDefine, by: Script.main, object: Script.lock, value: ObjectKind.rlock.rawValue,
      text: "counter-lock")
    #expect(Fixtures.run(script, 120, 36).screen.contains("lock        not used"))
  }
}

extension Script {
  /// A variable in the memory of `pid` has a value.
  fileprivate mutating func variable(_ pid: Int32, _ value: String) {
    let object = ObjectID(creator: pid, number: 9)
    add(
      .objectDefine, by: pid, object: object, value: ObjectKind.variable.rawValue, text: "numbers")
    add(.memory, by: pid, object: object, text: value)
  }
}

extension Substring {
  /// Without the blanks at its end.
  fileprivate func trimmingSuffix(_ blank: Character) -> String {
    var text = self
    while text.last == blank { text.removeLast() }
    return String(text)
  }
}
