import CProcSupport
import Glibc
import ProcModel
import ProcSystem

/// Owns dicts, lists and other objects in a server process, which any process of the program can use through
/// proxies (`multiprocessing.Manager`).
///
/// The server lives until ``shutdown()`` or the end of the process that made the manager, however
/// that ends. It is reached by a local socket that is not a file, and serves its own user only.
public final class Manager {
  private let server: Process
  private let client: ManagerClient
  private let creator: Int32
  private let id: ObjectID

  /// Starts a server process, and returns when it listens (`Manager()`). The process is a daemon
  /// and is called `SyncManager-1`, with the number of a process.
  ///
  /// - Parameter name: its name in the viewer; nil: `manager-1`, `manager-2`, …
  /// - Throws: what starting a process throws; ``ManagerError/serverDidNotStart(reason:)``.
  public init(name: String? = nil) throws {
    id = Runtime.nextObjectID()
    let name = name ?? ObjectKind.manager.defaultName(SharedHeap.nextNumber(.manager))
    Tracer.emit(.objectDefine, object: id, value: ObjectKind.manager.rawValue, text: name)
    creator = Runtime.pid
    client = ManagerClient(address: LocalSocket.makeName())
    let starter = LocalSocket.makeName()
    let listener = try LocalSocket.listen(at: starter)
    let setup = ManagerServer.Setup(
      address: client.address, starter: starter, parent: creator, manager: id.rawValue,
      name: name)
    server = Process(target: managerServerTarget, args: setup, daemon: true)
    server.name = "SyncManager-" + server.name.drop { $0 != "-" }.dropFirst()
    try server.start()
    try Self.waitForStart(of: server, at: listener)
    AtEnd.add(.managers, for: self) { [self] in _ = try? shutdown() }
  }

  /// A new dict in the server, empty (`Manager().dict()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `dict-1`, `dict-2`, …
  /// - Throws: ``ManagerError``.
  public func dict<Key: Codable & Hashable & Sendable, Value: Codable & Sendable>(
    _ key: Key.Type = Key.self, _ value: Value.Type = Value.self, name: String? = nil
  ) throws -> DictProxy<Key, Value> {
    DictProxy(try make(.dict, by: .createDict, name: name))
  }

  /// A new list in the server, empty (`Manager().list()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `list-1`, `list-2`, …
  /// - Throws: ``ManagerError``.
  public func list<Element: Codable & Sendable>(
    _ element: Element.Type = Element.self, name: String? = nil
  ) throws -> ListProxy<Element> {
    ListProxy(try make(.list, by: .createList, name: name))
  }

  /// The server's process id (`manager._process.pid`); nil when it has been shut down.
  public var serverPid: Int32? { server.exitCode == nil ? server.pid : nil }

  /// Ends the server, and with it all its dicts and lists (`shutdown`). Only the process that
  /// created the manager can do this; in a forked child it does nothing.
  ///
  /// - Throws: what waiting for the server throws.
  public func shutdown() throws {
    guard creator == Runtime.pid else { return }
    AtEnd.forget(self)
    Gate.pass(.shutdown, id)
    Tracer.emit(.shutdown, object: id)
    do { _ = try client.ask(ManagerRequest(method: .shutdown, object: 0)) } catch {
      // If something keeps the server from answering, it must not stay alive.
      try server.terminate()
    }
    try server.join()
  }

  /// Asks the server to create an object.
  ///
  /// - Parameters:
  ///   - kind: what it is in the trace.
  ///   - named: the kind that its default name speaks of; nil: the same.
  ///   - entries: what is in it from the beginning.
  func make(
    _ kind: ObjectKind, by method: ManagerMethod, name: String?, named: ObjectKind? = nil,
    entries: ManagedEntries = ManagedEntries()
  ) throws -> ManagedReference {
    let object = Runtime.nextObjectID()
    let nameKind = named ?? kind
    let name = name ?? nameKind.defaultName(SharedHeap.nextNumber(nameKind))
    _ = try client.ask(
      ManagerRequest(
        method: method, object: object.rawValue, values: entries.values, valueTexts: entries.texts))
    Tracer.emit(
      .objectDefine, object: object, value: kind.rawValue, extra: id.rawValue, text: name)
    for (key, value) in entries.shown {
      Tracer.emit(.dictSet, object: object, text: key, detail: value)
    }
    return ManagedReference(client: client, id: object, name: name)
  }

  /// Waits until the server says that it listens.
  private static func waitForStart(
    of server: Process, at listener: borrowing Descriptor
  ) throws {
    let end = Descriptor(owning: proc_pidfd_open(server.pid ?? 0))
    guard end.number >= 0 else { throw SystemError("pidfd_open") }
    let operation = BlockingOperation(.managerReady, on: server.id, until: .never)
    let listens: Bool? = try operation.perform {
      if LocalSocket.accept(at: listener) != nil { return true }
      return hasEnded(end) ? false : nil
    } reportWait: {
    } park: {
      waitUntilReadable(listener.number, end.number)
    }
    guard listens == true else {
      try server.join()
      let code = server.exitCode ?? 0
      throw ManagerError.serverDidNotStart(reason: "it ended with exit code \(code)")
    }
    Tracer.emit(.managerReady, object: server.id, text: server.name)
  }
  /// Whether the process behind a descriptor of its own has ended.
  private static func hasEnded(_ process: borrowing Descriptor) -> Bool {
    var request = pollfd(fd: process.number, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) > 0
  }
}
