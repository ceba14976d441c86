/// A manager serves only requests that were sent, and the client has its answer after that.
struct RequestChecker: Sendable {
  private var asked: Set<RequestKey> = []
  private var served: Set<RequestKey> = []

  mutating func check(_ event: Event) -> String? {
    // An object's first content is there without a request.
    if event.extra == 0, event.kind == .dictSet { return nil }
    let key = RequestKey(event)
    let request = event.extra
    switch event.kind {
    case .managerRequest:
      return asked.insert(key).inserted ? nil : "request \(request) is made twice"
    case .managerServe:
      guard asked.contains(key) else { return "request \(request) is served before it is made" }
      return served.insert(key).inserted ? nil : "request \(request) is served twice"
    case .dictSet, .dictGet:
      return served.contains(key) ? nil : "request \(request) is answered before it is served"
    default: return nil
    }
  }
}
