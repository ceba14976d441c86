extension World {
  /// Clients ask a manager's server, it serves, and they have their answer.
  mutating func applyManager(_ kind: ManagerEvent, _ event: Event, _ change: inout WorldChange) {
    guard let lane = change.actor else { return }
    switch kind {
    case .request:
      requests[RequestKey(event)] = PendingRequest(client: lane, seq: eventCount)
      setActivity(lane, .blocked(.server(event.object)))
    case .serve:
      serve(event, lane, &change)
      resume(lane)
    case .set, .get:
      answer(event, lane, &change)
      resume(lane)
    case .ready: resume(lane)
    }
  }

  /// The server's order is the true one: clients may learn of their requests in another.
  private mutating func serve(_ event: Event, _ lane: LaneIndex, _ change: inout WorldChange) {
    let isChange = !event.flags.isDisjoint(with: Self.changes)
    let request = requests[RequestKey(event)]
    if let request, request.client != lane {
      change.handover = .init(kind: .request, from: request.client, seq: request.seq)
      requests[RequestKey(event)] = PendingRequest(
        client: lane, seq: eventCount, isApplied: isChange)
    }
    guard isChange, let dict = objectIndex(event.object, .dict) else { return }
    let key = String(event.text.drop { $0 != " " }.dropFirst())
    let client = request?.client
    switch event.flags {
    case .entrySet: setEntry(dict, key, event.detail, by: client)
    case .entryInserted: insertElement(dict, key, event.detail, by: client)
    case .entryRemoved: removeEntry(dict, key)
    default: clearEntries(dict)
    }
  }

  private static let changes: Event.Flags = [
    .entrySet, .entryInserted, .entryRemoved, .entriesCleared,
  ]

  private mutating func answer(_ event: Event, _ lane: LaneIndex, _ change: inout WorldChange) {
    let request = requests.removeValue(forKey: RequestKey(event))
    if let request, request.client != lane {
      // `manager.serve` has put the server in the client's place.
      change.handover = .init(kind: .request, from: request.client, seq: request.seq)
    }
    guard event.kind == .dictSet, request?.isApplied != true,
      let dict = objectIndex(event.object, .dict)
    else { return }
    setEntry(dict, event.text, event.detail, by: lane)
  }
}
