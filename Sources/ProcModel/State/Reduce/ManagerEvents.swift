extension World {
  /// Clients ask a manager's server, it serves, and they have their answer.
  mutating func applyManager(_ event: Event, _ effect: inout Effect) {
    guard let lane = effect.actor else { return }
    switch event.kind {
    case .managerRequest:
      requests[RequestKey(event)] = Request(client: lane, time: event.time)
      setActivity(lane, .blocked(.server(event.object)))
    case .managerServe:
      if let request = requests[RequestKey(event)], request.client != lane {
        effect.handover = .init(
          kind: .request, from: request.client, time: request.time, object: event.object)
        requests[RequestKey(event)] = Request(client: lane, time: event.time)
      }
      resume(lane)
    default:
      answer(event, lane, &effect)
      resume(lane)
    }
  }

  private mutating func answer(_ event: Event, _ lane: LaneIndex, _ effect: inout Effect) {
    if let request = requests.removeValue(forKey: RequestKey(event)), request.client != lane {
      // `manager.serve` has put the server in the client's place.
      effect.handover = .init(
        kind: .request, from: request.client, time: request.time, object: event.object)
    }
    guard let dict = objectIndex(event.object, .dict), event.kind == .dictSet else { return }
    setEntry(dict, event.text, event.detail, by: lane)
  }
}
