import Synchronization

/// Loads and stores of one element in shared memory, each a single plain access that the compiler
/// neither drops nor merges with others: what two processes do between them is a real race.
///
/// Elements of 1, 2, 4 and 8 bytes are moved at once; others as their bytes, and may be torn by a
/// race, as with ctypes.
enum SharedCell {
  /// Reads the element at an address.
  @inline(__always)
  static func load<T: BitwiseCopyable>(from address: UnsafeMutableRawPointer) -> T {
    switch MemoryLayout<T>.size {
    case 8:
      let word = address.assumingMemoryBound(to: Atomic<UInt64>.self)
      return unsafeBitCast(word.pointee.load(ordering: .relaxed), to: T.self)
    case 4:
      let word = address.assumingMemoryBound(to: Atomic<UInt32>.self)
      return unsafeBitCast(word.pointee.load(ordering: .relaxed), to: T.self)
    case 2:
      let word = address.assumingMemoryBound(to: Atomic<UInt16>.self)
      return unsafeBitCast(word.pointee.load(ordering: .relaxed), to: T.self)
    case 1:
      let word = address.assumingMemoryBound(to: Atomic<UInt8>.self)
      return unsafeBitCast(word.pointee.load(ordering: .relaxed), to: T.self)
    default:
      return address.load(as: T.self)
    }
  }

  /// Writes the element at an address.
  @inline(__always)
  static func store<T: BitwiseCopyable>(_ value: T, to address: UnsafeMutableRawPointer) {
    switch MemoryLayout<T>.size {
    case 8:
      let word = address.assumingMemoryBound(to: Atomic<UInt64>.self)
      word.pointee.store(unsafeBitCast(value, to: UInt64.self), ordering: .relaxed)
    case 4:
      let word = address.assumingMemoryBound(to: Atomic<UInt32>.self)
      word.pointee.store(unsafeBitCast(value, to: UInt32.self), ordering: .relaxed)
    case 2:
      let word = address.assumingMemoryBound(to: Atomic<UInt16>.self)
      word.pointee.store(unsafeBitCast(value, to: UInt16.self), ordering: .relaxed)
    case 1:
      let word = address.assumingMemoryBound(to: Atomic<UInt8>.self)
      word.pointee.store(unsafeBitCast(value, to: UInt8.self), ordering: .relaxed)
    default:
      address.storeBytes(of: value, as: T.self)
    }
  }
}
