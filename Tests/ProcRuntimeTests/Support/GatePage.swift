import CProcSupport
import Glibc
import ProcModel
import Synchronization

/// The viewer's side of the control page.
final class GatePage {
  private let map: UnsafeMutableRawPointer
  private static let size = 65_600

  /// A new page; the gates are closed.
  init(at path: String) throws {
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { close(descriptor) }
    ftruncate(descriptor, Self.size)
    let map = mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0)
    guard let map, map != MAP_FAILED else { throw FixtureRun.Failure(description: "mmap") }
    self.map = map
    map.storeBytes(of: 0x3143_5650, as: UInt32.self)
    map.storeBytes(of: 1024, toByteOffset: 4, as: UInt32.self)
    word(8).pointee.store(1, ordering: .releasing)
  }

  deinit { munmap(map, Self.size) }

  /// Lets one operation of the lane at a slot go.
  func grant(_ slot: UInt64) {
    let grants = word(64 + Int(slot) * 64 + 8)
    grants.pointee.wrappingAdd(1, ordering: .acquiringAndReleasing)
    proc_futex_wake(grants, .max)
  }

  /// Opens all gates.
  func open() {
    word(8).pointee.store(0, ordering: .releasing)
    for slot in 0..<1024 { grant(UInt64(slot)) }
  }

  /// The pids in the slots that are taken.
  var owners: [UInt32] {
    (0..<1024).map { word(64 + $0 * 64).pointee.load(ordering: .acquiring) }.filter { $0 != 0 }
  }

  private func word(_ offset: Int) -> UnsafeMutablePointer<Atomic<UInt32>> {
    (map + offset).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}
