import CProcSupport
import Glibc
package import ProcModel
import Synchronization

/// The place before each operation where a viewer can hold a lane (docs/protocol.md, *Gates*).
package enum Gate {
  /// The mapped control page, as an address; 0 where there are no gates.
  private static let page = Atomic<UInt>(0)

  /// Maps the control page that the environment names, if it names one.
  static func open() {
    guard let path = getenv(WireVariable.control) else { return }
    let descriptor = Glibc.open(path, O_RDWR | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_size >= ControlPageLayout.length else {
      return
    }
    let map = mmap(
      nil, ControlPageLayout.length, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let map, map != MAP_FAILED else { return }
    guard UInt32(littleEndian: map.load(as: UInt32.self)) == ControlPageLayout.magic else {
      munmap(map, ControlPageLayout.length)
      return
    }
    page.store(UInt(bitPattern: map), ordering: .relaxed)
  }

  /// Waits until the viewer lets the calling lane do its next operation; at once when it is free.
  ///
  /// - Parameters:
  ///   - kind: what the operation will report.
  ///   - object: what the operation is about.
  ///   - element: which element of it, if it has some.
  ///   - blocking: what the operation does if it cannot happen.
  /// - Returns: whether the lane was held.
  @inline(__always)
  @discardableResult
  package static func pass(
    _ kind: EventKind, _ object: ObjectID = .none, element: Int = 0,
    blocking: PendingOperation.Blocking = .indefinite
  ) -> Bool {
    guard isClosed else { return false }
    hold(kind, object, element, blocking)
    return true
  }

  /// Whether the viewer holds the lanes of this run at present. Then no lane waits in the kernel for
  /// another one, and none sleeps: it waits at its gate instead.
  package static var isClosed: Bool {
    guard let mode = word(at: ControlPageLayout.modeOffset) else { return false }
    return mode.pointee.load(ordering: .acquiring) == ControlPageLayout.gated
  }

  /// Reports where the lane is held, and waits.
  private static func hold(
    _ kind: EventKind, _ object: ObjectID, _ element: Int, _ blocking: PendingOperation.Blocking
  ) {
    let lane = Lane.current
    guard let slot = claimSlot(for: lane),
      let grants = word(at: ControlPageLayout.grants(ofSlot: slot))
    else { return }
    let before = grants.pointee.load(ordering: .acquiring)
    let flags: ProcModel.Event.Flags =
      switch blocking {
      case .indefinite: []
      case .timed: .timed
      case .nonblocking: .immediate
      }
    Tracer.emit(
      .gateWait, object: object, value: Int64(kind.rawValue) | Int64(element) << 8,
      extra: UInt64(slot), flags: flags)
    while isClosed, grants.pointee.load(ordering: .acquiring) == before {
      Futex.wait(grants, while: before, timeout: nil)
    }
  }

  /// Frees the lane's slot.
  static func leave(_ lane: UnsafeMutablePointer<Lane>) {
    guard let slot = lane.pointee.slot,
      let owner = word(at: ControlPageLayout.owner(ofSlot: slot))
    else { return }
    lane.pointee.slot = nil
    owner.pointee.store(0, ordering: .releasing)
  }

  /// The lane's slot; a lane takes one when it is first held. nil: the gates were opened before a
  /// slot was free.
  private static func claimSlot(for lane: UnsafeMutablePointer<Lane>) -> Int? {
    if let slot = lane.pointee.slot { return slot }
    while isClosed {
      if let slot = (0..<ControlPageLayout.slotCount).first(where: { take($0, for: lane) }) {
        lane.pointee.slot = slot
        return slot
      }
      // All 1024 are taken; look again in a while.
      if let mode = word(at: ControlPageLayout.modeOffset) {
        Futex.wait(mode, while: ControlPageLayout.gated, timeout: 10_000_000)
      }
    }
    return nil
  }

  /// Takes a slot that is free, or whose process has ended without leaving it.
  private static func take(_ slot: Int, for lane: UnsafeMutablePointer<Lane>) -> Bool {
    guard let owner = word(at: ControlPageLayout.owner(ofSlot: slot)),
      let thread = word(at: ControlPageLayout.thread(ofSlot: slot))
    else { return false }
    let pid = UInt32(bitPattern: Runtime.pid)
    let present = owner.pointee.load(ordering: .relaxed)
    if present != 0, kill(Int32(bitPattern: present), 0) == 0 || errno != ESRCH { return false }
    let (taken, _) = owner.pointee.compareExchange(
      expected: present, desired: pid, ordering: .acquiringAndReleasing)
    if taken { thread.pointee.store(UInt32(bitPattern: lane.pointee.tid), ordering: .relaxed) }
    return taken
  }

  /// A word of the control page.
  private static func word(at offset: Int) -> UnsafeMutablePointer<Atomic<UInt32>>? {
    UnsafeMutableRawPointer(bitPattern: page.load(ordering: .relaxed))?
      .advanced(by: offset).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
