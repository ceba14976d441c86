import ProcModel

/// A number of processes that wait for each other, and go on when all have arrived
/// (`multiprocessing.Barrier`).
///
/// It works across fork and, as an argument, across spawn, again and again. A process that is
/// killed after its arrival still counts as arrived.
public final class Barrier: Codable, Sendable {
  private let core: BarrierCore
  private let action: Target<>?
  /// The default timeout of `wait`, nanoseconds.
  private let timeout: Int64?

  /// A new barrier (`Barrier(parties, action, timeout)`).
  ///
  /// - Parameters:
  ///   - parties: how many it waits for. Less than 1 or more than 65,535 is a programming error and
  ///     ends the process.
  ///   - action: what the last to arrive does before all go on. If it fails, the barrier is broken.
  ///     Under spawn, children find it by its name, as they find their own targets.
  ///   - timeout: the default timeout of ``wait(timeout:)``; nil: no limit.
  ///   - name: its name in the viewer; nil: `barrier-1`, `barrier-2`, …
  public init(
    _ parties: Int, action: Target<>? = nil, timeout: Duration? = nil, name: String? = nil
  ) {
    precondition(parties >= 1 && parties <= BarrierCore.most, "parties must be > 0")
    core = BarrierCore(parties: parties, name: name)
    self.action = action
    self.timeout = timeout?.nanoseconds
  }

  /// Its name.
  public var name: String { core.object.name }

  /// How many it waits for (`parties`).
  public var parties: Int { core.parties }

  /// How many have arrived and wait now (`n_waiting`).
  public var nWaiting: Int {
    let word = core.word
    return word.isBroken ? 0 : Int(word.arrived)
  }

  /// Whether it is broken (`broken`).
  public var broken: Bool { core.word.isBroken }

  /// Arrives at the barrier, and waits for the others (`wait`).
  ///
  /// - Parameter timeout: the longest time to wait; nil: the barrier's own limit.
  /// - Returns: how many had arrived before: a different number for each, from 0.
  /// - Throws: ``BrokenBarrierError`` if the barrier is broken, or is broken or reset meanwhile, or
  ///   at the timeout, which breaks it; what the action throws.
  @discardableResult
  public func wait(timeout: Duration? = nil) throws -> Int {
    let deadline = Deadline(after: timeout ?? self.timeout.map { .nanoseconds($0) })
    let arrival = try core.arrive(limit: deadline.limit, hasAction: action != nil)
    if arrival.acts {
      do { try action?() } catch {
        core.abort()
        throw error
      }
    }
    try core.pass(arrival, until: deadline)
    return arrival.index
  }

  /// Restores its first state (`reset`); waiters get ``BrokenBarrierError``.
  public func reset() { core.reset() }

  /// Breaks it (`abort`): all that wait, and all that arrive before it is reset, get
  /// ``BrokenBarrierError``.
  public func abort() { core.abort() }

  private enum CodingKeys: CodingKey { case object, action, timeout }

  /// The same barrier, in a spawned child.
  ///
  /// - Throws: `DecodingError` if it belongs to another program; ``ProcessError/notSpawnable(_:)``
  ///   if its action is not among what the program's children can find.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let object = try container.decode(SharedObject.self, forKey: .object)
    core = try BarrierCore(object)
    timeout = try container.decodeIfPresent(Int64.self, forKey: .timeout)
    guard let name = try container.decodeIfPresent(String.self, forKey: .action) else {
      action = nil
      return
    }
    guard let found = try SpawnRegistry.find(name) as? Target<> else {
      throw object.corrupted("'\(name)' is no target without arguments")
    }
    action = found
  }

  /// What a spawned child needs in order to use the same barrier.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(core.object, forKey: .object)
    try container.encodeIfPresent(timeout, forKey: .timeout)
    try container.encodeIfPresent(action?.spawnName, forKey: .action)
  }
}
