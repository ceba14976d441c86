import CProcSupport
import Glibc
import ProcModel
import ProcSystem
import Synchronization

/// The page through which the viewer holds processes and lets them go (docs/protocol.md, *Gates*).
final class ControlPage {
  private let base: UnsafeMutableRawPointer

  /// Makes the file of the page, with room for all of it, and maps it.
  init(path: String) throws(SessionError) {
    let number = retrying { open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600) }
    guard number >= 0 else { throw SessionError(.control, path: path) }
    let file = Descriptor(owning: number)
    // Reserved now: a write to a mapped page for which there is no room would be a SIGBUS.
    let code = posix_fallocate(file.number, 0, off_t(ControlPageLayout.length))
    guard code == 0 else { throw SessionError(.control, path: path, code: code) }
    guard
      let page = mmap(
        nil, ControlPageLayout.length, PROT_READ | PROT_WRITE, MAP_SHARED, file.number, 0),
      page != MAP_FAILED
    else { throw SessionError(.control, path: path) }
    base = page
    base.storeBytes(
      of: UInt32(ControlPageLayout.slotCount).littleEndian,
      toByteOffset: ControlPageLayout.slotCountOffset, as: UInt32.self)
    base.storeBytes(
      of: ControlPageLayout.magic.littleEndian, toByteOffset: 0, as: UInt32.self)
  }

  deinit { munmap(base, ControlPageLayout.length) }

  /// Whether every process is held at its next operation.
  var isGated: Bool { mode.pointee.load(ordering: .acquiring) == ControlPageLayout.gated }

  /// Holds every process at its next operation.
  func hold() { mode.pointee.store(ControlPageLayout.gated, ordering: .sequentiallyConsistent) }

  /// Lets all go.
  func letAllGo() {
    mode.pointee.store(ControlPageLayout.free, ordering: .sequentiallyConsistent)
    for slot in 0..<ControlPageLayout.slotCount { grant(slot) }
  }

  /// Lets one operation of the lane in `slot` go by; a number that is no slot is ignored.
  func letGo(slot: UInt64) {
    if slot < UInt64(ControlPageLayout.slotCount) { grant(Int(slot)) }
  }

  /// Whose lane has a slot: its pid, 0 for nobody's, and its tid.
  func owner(ofSlot slot: Int) -> (pid: UInt32, tid: UInt32) {
    let pid = word(at: ControlPageLayout.owner(ofSlot: slot))
    let tid = word(at: ControlPageLayout.thread(ofSlot: slot))
    return (pid.pointee.load(ordering: .acquiring), tid.pointee.load(ordering: .relaxed))
  }

  /// Frees the slots of a process that has ended without doing so itself.
  func freeSlots(of pid: Int32) {
    let dead = UInt32(bitPattern: pid)
    for slot in 0..<ControlPageLayout.slotCount {
      let owner = word(at: ControlPageLayout.owner(ofSlot: slot))
      guard owner.pointee.load(ordering: .relaxed) == dead else { continue }
      word(at: ControlPageLayout.thread(ofSlot: slot)).pointee.store(0, ordering: .relaxed)
      _ = owner.pointee.compareExchange(
        expected: dead, desired: 0, ordering: .acquiringAndReleasing)
    }
  }

  /// Adds a grant to a slot, and wakes its lane.
  private func grant(_ slot: Int) {
    let grants = word(at: ControlPageLayout.grants(ofSlot: slot))
    grants.pointee.wrappingAdd(1, ordering: .sequentiallyConsistent)
    proc_futex_wake(grants, Int32.max)
  }

  private var mode: UnsafeMutablePointer<Atomic<UInt32>> { word(at: ControlPageLayout.modeOffset) }

  /// A word of the page, which other processes read and write at the same time.
  private func word(at offset: Int) -> UnsafeMutablePointer<Atomic<UInt32>> {
    (base + offset).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
