import ProcModel
import Testing

/// What a viewer knows of a manager's dicts and lists follows the server, whose order is the true
/// one.
@Suite struct ManagedEntriesTests {
  private static let object = ObjectID(creator: 1, number: 1)

  @Test func serverDecidesWhichValueCameLast() {
    let run = Self.run(
      .dict,
      [
        Self.request(2, 1), Self.request(3, 1),
        Self.serve(2, "set k", "old", .entrySet), Self.serve(3, "set k", "new", .entrySet),
        // The clients go on in the other order.
        Self.done(3, "k", "new"), Self.done(2, "k", "old"),
      ])
    #expect(run == ["k=new"])
  }

  @Test func removedEntriesAreGone() {
    let sets = ["a", "b", "c"].map { Self.serve(2, "set \($0)", $0, .entrySet) }
    #expect(Self.run(.dict, sets + [Self.serve(2, "pop b", "b", .entryRemoved)]) == ["a=a", "c=c"])
    #expect(Self.run(.dict, sets + [Self.serve(2, "clear()", "", .entriesCleared)]) == [])
    let again = [
      Self.serve(2, "remove a", "", .entryRemoved), Self.serve(2, "set a", "2", .entrySet),
    ]
    #expect(Self.run(.dict, sets + again) == ["b=b", "c=c", "a=2"])
  }

  @Test func elementsOfAListMove() {
    let appends = (0..<3).map { Self.serve(2, "append \($0)", "v\($0)", .entrySet) }
    #expect(
      Self.run(.list, appends + [Self.serve(2, "pop 0", "v0", .entryRemoved)]) == ["0=v1", "1=v2"])
    #expect(
      Self.run(.list, appends + [Self.serve(2, "insert 1", "x", .entryInserted)])
        == ["0=v0", "1=x", "2=v1", "3=v2"])
    #expect(
      Self.run(.list, appends + [Self.serve(2, "insert 3", "x", .entryInserted)]).last == "3=x")
  }

  @Test func programWhoseServerSaysNothingIsBelievedByItsClients() {
    #expect(
      Self.run(.dict, [Self.request(2, 1), Self.serve(2, "set k", "", []), Self.done(2, "k", "v")])
        == ["k=v"])
  }

  /// The entries after some events.
  private static func run(_ kind: ObjectKind, _ events: [Event]) -> [String] {
    var run = Run()
    run.append(Event(.objectDefine, pid: 1, object: object, value: kind.rawValue, text: "d"))
    for event in events { run.append(event) }
    guard case .entries(let entries)? = run.world.object(object)?.content else { return ["none"] }
    return entries.map { "\($0.key)=\($0.value)" }
  }

  private static func request(_ client: Int32, _ number: UInt64) -> Event {
    Event(.managerRequest, pid: client, object: object, extra: number, text: "set k")
  }

  private static func serve(
    _ client: Int32, _ text: String, _ value: String, _ change: Event.Flags
  ) -> Event {
    Event(
      .managerServe, pid: 1, object: object, value: Int64(client), extra: 1, flags: change,
      text: text, detail: value)
  }

  private static func done(_ client: Int32, _ key: String, _ value: String) -> Event {
    Event(.dictSet, pid: client, object: object, extra: 1, text: key, detail: value)
  }
}
