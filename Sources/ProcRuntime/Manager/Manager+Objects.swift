import ProcModel

// Objects beyond dict and list. What coordinates processes needs no server in this library: it
// crosses by itself, so a manager only hands it out.
extension Manager {
  /// A new namespace in the server, empty (`Manager().Namespace()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `namespace-1`, `namespace-2`, …
  /// - Throws: ``ManagerError``.
  public func namespace(name: String? = nil) throws -> NamespaceProxy {
    NamespaceProxy(try make(.namespace, by: .createDict, name: name))
  }

  /// A new value in the server (`Manager().Value(typecode, initial)`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `value-1`, `value-2`, …
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
  /// - Parameter name: how the viewer calls it; nil: `array-1`, `array-2`, …
  /// - Throws: ``ManagerError``; what encoding throws.
  public func array<T: Codable & Sendable>(
    _ initial: [T], name: String? = nil
  ) throws -> ArrayProxy<T> {
    let entries = try ManagedEntries(list: initial)
    return ArrayProxy(try make(.list, by: .createList, name: name, named: .array, entries: entries))
  }

  /// A new set in the server (`Manager().set(sequence)`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `dict-1`, `dict-2`, …, for the trace shows it as
  ///   a dict without values.
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
  /// - Parameter name: how the viewer calls it; nil: `lock-1`, `lock-2`, …
  public func lock(name: String? = nil) -> Lock { Lock(name: name) }

  /// A new recursive lock (`Manager().RLock()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `lock-1`, `lock-2`, …
  public func rlock(name: String? = nil) -> RLock { RLock(name: name) }

  /// A new semaphore (`Manager().Semaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are at first.
  ///   - name: how the viewer calls it; nil: `semaphore-1`, `semaphore-2`, …
  public func semaphore(_ value: Int = 1, name: String? = nil) -> Semaphore {
    Semaphore(value, name: name)
  }

  /// A new semaphore that counts no further than at first (`Manager().BoundedSemaphore(value)`).
  ///
  /// - Parameters:
  ///   - value: how many units there are at first.
  ///   - name: how the viewer calls it; nil: `semaphore-1`, `semaphore-2`, …
  public func boundedSemaphore(_ value: Int = 1, name: String? = nil) -> BoundedSemaphore {
    BoundedSemaphore(value, name: name)
  }

  /// A new condition (`Manager().Condition()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `condition-1`, `condition-2`, …
  public func condition(name: String? = nil) -> Condition { Condition(name: name) }

  /// A new event (`Manager().Event()`).
  ///
  /// - Parameter name: how the viewer calls it; nil: `event-1`, `event-2`, …
  public func event(name: String? = nil) -> Event { Event(name: name) }

  /// A new barrier (`Manager().Barrier(parties)`).
  ///
  /// - Parameters:
  ///   - parties: how many it waits for.
  ///   - name: how the viewer calls it; nil: `barrier-1`, `barrier-2`, …
  public func barrier(_ parties: Int, name: String? = nil) -> Barrier {
    Barrier(parties, name: name)
  }

  /// A new queue (`Manager().Queue(maxsize)`).
  ///
  /// - Parameters:
  ///   - maxSize: the most items that it holds; 0 or less: any number.
  ///   - name: how the viewer calls it; nil: `queue-1`, `queue-2`, …
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
  ///   - name: how the viewer calls it; nil: `queue-1`, `queue-2`, …
  public func joinableQueue<Item: Codable & Sendable>(
    _ item: Item.Type = Item.self, maxSize: Int = 0, name: String? = nil
  ) -> JoinableQueue<Item> {
    JoinableQueue(maxSize: maxSize, name: name)
  }
}
