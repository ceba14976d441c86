import CProcSupport
import Glibc
import Synchronization

/// The page through which the viewer holds processes and lets them go (docs/protocol.md, *Gates*).
final class ControlPage {
  static let slotCount = 1024
  private static let headerLength = 64
  private static let slotLength = 64
  static let length = headerLength + slotCount * slotLength
  /// The bytes `P` `V` `C` `1`, read as a little-endian number.
  private static let magic: UInt32 = 0x3143_5650

  private let base: UnsafeMutableRawPointer

  /// Makes the file of the page, with room for all of it, and maps it.
  init(path: String) throws(SessionError) {
    let number = retrying { open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600) }
    guard number >= 0 else { throw SessionError(.control, path: path) }
    let file = Descriptor(owning: number)
    // Reserved now: a write to a mapped page for which there is no room would be a SIGBUS.
    let code = posix_fallocate(file.number, 0, off_t(Self.length))
    guard code == 0 else { throw SessionError(.control, path: path, code: code) }
    guard
      let page = mmap(nil, Self.length, PROT_READ | PROT_WRITE, MAP_SHARED, file.number, 0),
      page != MAP_FAILED
    else { throw SessionError(.control, path: path) }
    base = page
    base.storeBytes(of: UInt32(Self.slotCount).littleEndian, toByteOffset: 4, as: UInt32.self)
    base.storeBytes(of: Self.magic.littleEndian, toByteOffset: 0, as: UInt32.self)
  }

  deinit { munmap(base, Self.length) }

  /// Whether every process is held at its next operation.
  var isGated: Bool { word(at: 8).pointee.load(ordering: .acquiring) == 1 }

  /// Holds every process at its next operation.
  func hold() { word(at: 8).pointee.store(1, ordering: .sequentiallyConsistent) }

  /// Lets all go.
  func letAllGo() {
    word(at: 8).pointee.store(0, ordering: .sequentiallyConsistent)
    for slot in 0..<Self.slotCount { grant(slot) }
  }

  /// Lets one operation of the lane in `slot` go by; a number that is no slot is ignored.
  func letGo(slot: UInt64) {
    if slot < UInt64(Self.slotCount) { grant(Int(slot)) }
  }

  /// Frees the slots of a process that has ended without doing so itself.
  func freeSlots(of pid: Int32) {
    let dead = UInt32(bitPattern: pid)
    for slot in 0..<Self.slotCount {
      let owner = word(at: offset(of: slot))
      guard owner.pointee.load(ordering: .relaxed) == dead else { continue }
      word(at: offset(of: slot) + 4).pointee.store(0, ordering: .relaxed)
      _ = owner.pointee.compareExchange(
        expected: dead, desired: 0, ordering: .acquiringAndReleasing)
    }
  }

  /// Adds a grant to a slot, and wakes its lane.
  private func grant(_ slot: Int) {
    let grants = word(at: offset(of: slot) + 8)
    grants.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
    proc_futex_wake(grants, Int32.max)
  }

  private func offset(of slot: Int) -> Int { Self.headerLength + slot * Self.slotLength }

  /// A word of the page, which other processes read and write at the same time.
  private func word(at offset: Int) -> UnsafeMutablePointer<Atomic<UInt32>> {
    (base + offset).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
