import Synchronization

/// The place of one task in a pool's shared memory, from its submission until its submitter has its
/// result. First it holds the call, then the result.
///
/// The state says which side owns it. A worker claims a pending task, and its submitter cancels
/// one, by a compare-and-swap on the same word, so exactly one of them succeeds.
struct PoolSlot {
  /// The state of a slot.
  enum State: UInt32 {
    case free = 0
    /// Handed over, and not begun.
    case pending = 1
    /// A worker runs it.
    case running = 2
    /// It has ended; the slot holds its result.
    case ended = 3
    /// It will not begin.
    case cancelled = 4
    /// Its worker has reported its end, and is about to put its result here.
    case ending = 5
  }

  private let base: UnsafeMutableRawPointer

  /// Bytes that a slot takes.
  static let size = 512
  private static let room = size - 64

  init(at base: UnsafeMutableRawPointer) { self.base = base }

  private var word: UnsafeMutablePointer<Atomic<UInt32>> {
    base.assumingMemoryBound(to: Atomic<UInt32>.self)
  }

  var state: State { State(rawValue: word.pointee.load(ordering: .acquiring)) ?? .free }

  func set(_ state: State) { word.pointee.store(state.rawValue, ordering: .releasing) }

  /// Goes from one state to another; false if it is in neither.
  func move(from old: State, to new: State) -> Bool {
    word.pointee.compareExchange(
      expected: old.rawValue, desired: new.rawValue, ordering: .acquiringAndReleasing
    ).exchanged
  }

  /// How many bytes it holds, and where in the file if not here. Who owns the slot checks neither:
  /// the other side is the same program.
  var count: Int { base.load(fromByteOffset: 8, as: Int.self) }
  var fileOffset: Int { base.load(fromByteOffset: 16, as: Int.self) }

  /// The bytes that it holds; nil if they are in the file.
  var bytes: [UInt8]? {
    guard fileOffset == 0 else { return nil }
    return Array(UnsafeRawBufferPointer(start: base + 64, count: min(max(count, 0), Self.room)))
  }

  /// Puts bytes into the slot; false if they do not fit.
  func store(_ bytes: [UInt8]) -> Bool {
    guard bytes.count <= Self.room else { return false }
    bytes.withUnsafeBytes { source in
      if let start = source.baseAddress {
        (base + 64).copyMemory(from: start, byteCount: source.count)
      }
    }
    store(fileOffset: 0, count: bytes.count)
    return true
  }

  /// Says where in the file the bytes are.
  func store(fileOffset: Int, count: Int) {
    base.storeBytes(of: count, toByteOffset: 8, as: Int.self)
    base.storeBytes(of: fileOffset, toByteOffset: 16, as: Int.self)
  }
}
