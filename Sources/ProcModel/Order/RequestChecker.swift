/// A manager serves only requests that were sent, and the client has its answer after that.
struct RequestChecker: Sendable {
  private var asked: Set<RequestKey> = []
  private var served: Set<RequestKey> = []

  mutating func check(_ kind: ManagerEvent, _ event: Event) -> String? {
    // An object's first content is there without a request.
    if event.extra == 0, kind == .set { return nil }
    let key = RequestKey(event)
    let request = event.extra
    switch kind {
    case .request:
      return asked.insert(key).inserted ? nil : "request \(request) is made twice"
    case .serve:
      guard asked.contains(key) else { return "request \(request) is served before it is made" }
      return served.insert(key).inserted ? nil : "request \(request) is served twice"
    case .set, .get:
      return served.contains(key) ? nil : "request \(request) is answered before it is served"
    case .ready: return nil
    }
  }
}
