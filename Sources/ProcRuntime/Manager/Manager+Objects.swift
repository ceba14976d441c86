import ProcModel

// Objects besides dict and list. Synchronisation objects need no server in this library: processes
// share them directly, so a manager only creates them.
extension Manager {
  /// A new namespace in the server, empty (`Manager().Namespace()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `namespace-1`, `namespace-2`, …
  /// - Throws: ``ManagerError``.
  public func namespace(name: String? = nil) throws -> NamespaceProxy {
    NamespaceProxy(try make(.namespace, by: .createDict, name: name))
  }

  /// A new value in the server (`Manager().Value(typecode, initial)`).
  ///
  /// - Parameter name: its name in the viewer; nil: `value-1`, `value-2`, …
  /// - Throws: ``ManagerError``; what encoding throws.
  public func value<T: Codable & Sendable>(
    _ initial: T, name: String? = nil
  ) throws -> ValueProxy<T> {
    var entries = ManagedEntries()
    try entries.add(ValueProxy<T>.attribute, initial)
    return ValueProxy(
      try make(.namespace, by: .createDict, name: name, named: .value, entries: entries))
  }

  /// A new array in the server, whose size never changes (`Manager().Array(typecode, sequence)`).
  ///
  /// - Parameter name: its name in the viewer; nil: `array-1`, `array-2`, …
  /// - Throws: ``ManagerError``; what encoding throws.
  public func array<T: Codable & Sendable>(
    _ initial: [T], name: String? = nil
  ) throws -> ArrayProxy<T> {
    let entries = try ManagedEntries(list: initial)
    return ArrayProxy(try make(.list, by: .createList, name: name, named: .array, entries: entries))
  }

  /// A new set in the server (`Manager().set(sequence)`).
  ///
  /// - Parameter name: its name in the viewer; nil: `dict-1`, `dict-2`, …, for the trace shows it
  ///   as a dict without values.
  /// - Throws: ``ManagerError``; what encoding throws.
  public func set<Element: Codable & Hashable & Sendable>(
    _ initial: [Element] = [], name: String? = nil
  ) throws -> SetProxy<Element> {
    var entries = ManagedEntries()
    for element in initial { try entries.add(element: element) }
    return SetProxy(try make(.dict, by: .createDict, name: name, entries: entries))
  }

  /// A new lock (`Manager().Lock()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `lock-1`, `lock-2`, …
  public func lock(name: String? = nil) -> Lock { Lock(name: name) }

  /// A new recursive lock (`Manager().RLock()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `lock-1`, `lock-2`, …
  public func rlock(name: String? = nil) -> RLock { RLock(name: name) }

  /// A new semaphore (`Manager().Semaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are at first.
  ///   - name: its name in the viewer; nil: `semaphore-1`, `semaphore-2`, …
  public func semaphore(_ value: Int = 1, name: String? = nil) -> Semaphore {
    Semaphore(value, name: name)
  }

  /// A new semaphore that never counts more units than at first
  /// (`Manager().BoundedSemaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are at first.
  ///   - name: its name in the viewer; nil: `semaphore-1`, `semaphore-2`, …
  public func boundedSemaphore(_ value: Int = 1, name: String? = nil) -> BoundedSemaphore {
    BoundedSemaphore(value, name: name)
  }

  /// A new condition (`Manager().Condition()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `condition-1`, `condition-2`, …
  public func condition(name: String? = nil) -> Condition { Condition(name: name) }

  /// A new event (`Manager().Event()`).
  ///
  /// - Parameter name: its name in the viewer; nil: `event-1`, `event-2`, …
  public func event(name: String? = nil) -> Event { Event(name: name) }

  /// A new barrier (`Manager().Barrier(parties)`).
  ///
  /// - Parameters:
  ///   - parties: how many it waits for.
  ///   - name: its name in the viewer; nil: `barrier-1`, `barrier-2`, …
  public func barrier(_ parties: Int, name: String? = nil) -> Barrier {
    Barrier(parties, name: name)
  }

  /// A new queue (`Manager().Queue(maxsize)`).
  ///
  /// - Parameters:
  ///   - maxSize: the most items that it holds; 0 or less: any number.
  ///   - name: its name in the viewer; nil: `queue-1`, `queue-2`, …
  public func queue<Item: Codable & Sendable>(
    _ item: Item.Type = Item.self, maxSize: Int = 0, name: String? = nil
  ) -> Queue<Item> {
    Queue(maxSize: maxSize, name: name)
  }

  /// A new queue that knows when everything that was put into it is done with
  /// (`Manager().JoinableQueue(maxsize)`).
  ///
  /// - Parameters:
  ///   - maxSize: the most items that it holds; 0 or less: any number.
  ///   - name: its name in the viewer; nil: `queue-1`, `queue-2`, …
  public func joinableQueue<Item: Codable & Sendable>(
    _ item: Item.Type = Item.self, maxSize: Int = 0, name: String? = nil
  ) -> JoinableQueue<Item> {
    JoinableQueue(maxSize: maxSize, name: name)
  }
}
