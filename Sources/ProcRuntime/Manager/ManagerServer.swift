import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// The server process of a manager: one thread that waits for its clients' requests and serves them
/// one by one. (A forked process must not create threads.)
final class ManagerServer {
  private let listener: Descriptor
  /// Readable once the manager's process has ended.
  private let parent: Descriptor
  private var clients: [ManagerServerClient] = []
  private var store = ManagerStore()
  private var isShutDown = false
  /// Whether there was a request just now.
  private var isBusy = false
  /// Whether there was no descriptor left for one more client.
  private var isFull = false

  /// What a spawned server needs to know.
  struct Setup: Codable {
    /// Where to listen.
    let address: String
    /// Where to report that it listens.
    let starter: String
    /// The manager's process.
    let parent: Int32
    /// The manager's identity and name in the trace.
    let manager: UInt64
    let name: String
  }

  /// Serves until the manager asks it to end, or the manager's process has ended.
  static func run(_ setup: Setup) throws {
    // As in CPython: Ctrl-C is for the manager, which then ends the server.
    signal(SIGINT, SIG_IGN)
    let server = try ManagerServer(setup)
    _ = try LocalSocket.connect(to: setup.starter)
    Tracer.emit(
      .processIdle, object: Lane.current.pointee.object, extra: setup.manager, text: setup.name)
    server.serve()
  }

  private init(_ setup: Setup) throws {
    let number = proc_pidfd_open(setup.parent)
    guard number >= 0 else { throw SystemError("pidfd_open") }
    parent = Descriptor(owning: number)
    listener = try LocalSocket.listen(at: setup.address)
    // If the parent had ended before, another process could have its pid.
    guard getppid() == setup.parent else { throw SystemError("getppid", code: ESRCH) }
  }

  private func serve() {
    while !isShutDown {
      var requests = [
        pollfd(fd: parent.number, events: Int16(POLLIN), revents: 0),
        pollfd(fd: isFull ? -1 : listener.number, events: Int16(POLLIN), revents: 0),
      ]
      requests += clients.map { $0.pollRequest }
      guard Self.wait(for: &requests, isBusy: isBusy) else { continue }
      if requests[0].revents != 0 { return }
      isBusy = false
      for (client, request) in zip(clients, requests[2...]) where request.revents != 0 {
        attend(client)
      }
      removeClients()
      if requests[1].revents != 0 { acceptClients() }
    }
  }

  /// Waits until there is something to do; false if a signal came instead.
  ///
  /// - Parameter isBusy: whether the next request is likely to come at once.
  private static func wait(for requests: inout [pollfd], isBusy: Bool) -> Bool {
    let count = nfds_t(requests.count)
    if isBusy, SpinWait.look({ poll(&requests, count, 0) > 0 ? true : nil }) == true { return true }
    return poll(&requests, count, -1) > 0
  }

  private func acceptClients() {
    while let connection = LocalSocket.accept(at: listener) {
      clients.append(ManagerServerClient(connection))
    }
    isFull = errno == EMFILE || errno == ENFILE
  }

  private func removeClients() {
    let before = clients.count
    clients.removeAll { $0.hasLeft }
    if clients.count < before { isFull = false }
  }

  private func attend(_ client: ManagerServerClient) {
    client.flush()
    client.receive()
    while let message = client.nextMessage() {
      guard let request = try? ManagerRequest(decoding: message) else { return client.leave() }
      serve(request, of: client)
    }
  }

  private func serve(_ request: ManagerRequest, of client: ManagerServerClient) {
    let object = ObjectID(rawValue: request.object)
    // Creating objects and ending happen between the manager and its server; they are not traced.
    let isReported = request.number != 0
    if isReported { Gate.pass(.managerServe, object) }
    let answer = store.serve(request)
    if isReported {
      Tracer.emit(
        .managerServe, object: object, value: Int64(client.pid), extra: request.number,
        flags: answer.change, text: request.method.text(answer.key ?? request.shownKey),
        detail: answer.text)
    }
    client.send(answer)
    isBusy = true
    if request.method == .shutdown { isShutDown = true }
  }
}

/// The target that a manager's server process runs.
let managerServerTarget = Target("ProcRuntime.ManagerServer") { (setup: ManagerServer.Setup) in
  try ManagerServer.run(setup)
}
