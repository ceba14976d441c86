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
    withUnsafeTemporaryAllocation(of: T.self, capacity: 1) { buffer in
      let target = UnsafeMutableRawBufferPointer(buffer)
      switch target.count {
      case 8:
        target.storeBytes(
          of: address.assumingMemoryBound(to: Atomic<UInt64>.self).pointee.load(ordering: .relaxed),
          as: UInt64.self)
      case 4:
        target.storeBytes(
          of: address.assumingMemoryBound(to: Atomic<UInt32>.self).pointee.load(ordering: .relaxed),
          as: UInt32.self)
      case 2:
        target.storeBytes(
          of: address.assumingMemoryBound(to: Atomic<UInt16>.self).pointee.load(ordering: .relaxed),
          as: UInt16.self)
      case 1:
        target.storeBytes(
          of: address.assumingMemoryBound(to: Atomic<UInt8>.self).pointee.load(ordering: .relaxed),
          as: UInt8.self)
      default:
        target.copyMemory(from: UnsafeRawBufferPointer(start: address, count: target.count))
      }
      return target.load(as: T.self)
    }
  }

  /// Writes the element at an address.
  @inline(__always)
  static func store<T: BitwiseCopyable>(_ value: T, to address: UnsafeMutableRawPointer) {
    withUnsafeBytes(of: value) { source in
      switch source.count {
      case 8:
        address.assumingMemoryBound(to: Atomic<UInt64>.self).pointee.store(
          source.loadUnaligned(as: UInt64.self), ordering: .relaxed)
      case 4:
        address.assumingMemoryBound(to: Atomic<UInt32>.self).pointee.store(
          source.loadUnaligned(as: UInt32.self), ordering: .relaxed)
      case 2:
        address.assumingMemoryBound(to: Atomic<UInt16>.self).pointee.store(
          source.loadUnaligned(as: UInt16.self), ordering: .relaxed)
      case 1:
        address.assumingMemoryBound(to: Atomic<UInt8>.self).pointee.store(
          source.loadUnaligned(as: UInt8.self), ordering: .relaxed)
      default:
        UnsafeMutableRawBufferPointer(start: address, count: source.count).copyMemory(from: source)
      }
    }
  }
}
