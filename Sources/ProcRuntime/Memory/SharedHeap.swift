import CProcSupport
import Glibc
import ProcModel
import Synchronization

/// The memory that all processes of a program share: one memfd, mapped by each. fork inherits the
/// mapping; a spawned child inherits the descriptor and maps it again. Memory is allocated by
/// moving one pointer, without a lock, and is never freed: it ends with the program. Untouched
/// pages take no memory.
package enum SharedHeap {
  /// The mapping.
  private struct Mapping: @unchecked Sendable {
    let base: UnsafeMutableRawPointer
    let size: Int
    let descriptor: Int32
  }

  /// Sizes to ask for, the largest first: some machines limit the address space, or the size of
  /// files. With the smallest, a program of a few hundred objects can still run.
  private static let sizes = [
    4 << 30, 1 << 30, 256 << 20, 64 << 20, 16 << 20, 4 << 20, 1 << 20,
  ]
  private static let headerLength = 4096

  private static let mapping: Mapping = inherited() ?? created()

  /// The descriptor of the heap, for a spawned child.
  static var descriptor: Int32 { mapping.descriptor }

  /// Creates or maps the heap now, and not at its first use: a fork must inherit it.
  static func open() { _ = mapping }

  /// The descriptor that a spawned child has inherited; set before the heap is first used.
  static let inheritedDescriptor = Atomic<Int32>(-1)

  /// Zeroed memory, aligned to 64 bytes. If there is none left, the process ends with a message
  /// that says so, as for any failed allocation.
  package static func allocate(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let rounded = UInt64((byteCount + 63) & ~63)
    let (start, end) = mark.pointee.wrappingAdd(rounded, ordering: .relaxed)
    guard end <= UInt64(mapping.size) else {
      Runtime.abort("the shared memory of this program (\(mapping.size >> 20) MiB) is used up")
    }
    return mapping.base + Int(start)
  }

  /// How far from the start of the heap an address lies; it means the same in every process.
  package static func offset(of address: UnsafeMutableRawPointer) -> UInt64 {
    UInt64(address - mapping.base)
  }

  /// The address for an offset; nil if nothing was ever allocated there.
  package static func address(at offset: UInt64, byteCount: Int) -> UnsafeMutableRawPointer? {
    let mark = mark.pointee.load(ordering: .relaxed)
    guard offset >= UInt64(headerLength), byteCount >= 0, offset < mark,
      UInt64(byteCount) <= mark - offset, offset % 64 == 0
    else { return nil }
    return mapping.base + Int(offset)
  }

  /// Where free memory begins, bytes from the start of the heap: the first word of its header. The
  /// words after it count the names that were given, by kind of object.
  private static var mark: UnsafeMutablePointer<Atomic<UInt64>> {
    mapping.base.assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  /// The next number for the default name of an object of this kind: 1 for the first in the
  /// program. Both kinds of locks are counted together, since both are called `lock-1`.
  static func nextNumber(_ kind: ObjectKind) -> UInt64 {
    let kind = kind == .rlock ? .lock : kind
    return mark[Int(kind.rawValue)].wrappingAdd(1, ordering: .relaxed).newValue
  }

  /// Makes the heap of a new program.
  private static func created() -> Mapping {
    let descriptor = proc_memfd("procruntime")
    guard descriptor >= 0 else { Runtime.abort(SystemError("memfd_create").description) }
    for size in sizes where FileSize.set(descriptor, to: size) {
      guard let base = map(descriptor, size) else { continue }
      let mapping = Mapping(base: base, size: size, descriptor: descriptor)
      let mark = base.assumingMemoryBound(to: Atomic<UInt64>.self)
      mark.pointee.store(UInt64(headerLength), ordering: .relaxed)
      return mapping
    }
    Runtime.abort("no shared memory: \(shortage)")
  }

  /// Which limit is in the way of the smallest size.
  private static var shortage: String {
    if let limit = FileSize.limit, limit < 1 << 20 {
      return "a file may have \(limit) bytes at most, and 1 MiB is needed (see ulimit -f)"
    }
    return "\(String(cString: strerror(errno))); 1 MiB of address space is needed (see ulimit -v)"
  }

  /// Maps the heap of the program that has started this process by spawn.
  private static func inherited() -> Mapping? {
    let descriptor = inheritedDescriptor.load(ordering: .relaxed)
    guard descriptor >= 0 else { return nil }
    var status = stat()
    guard fstat(descriptor, &status) == 0, let base = map(descriptor, status.st_size) else {
      Runtime.abort("the shared memory of the program cannot be mapped")
    }
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    return Mapping(base: base, size: status.st_size, descriptor: descriptor)
  }

  private static func map(_ descriptor: Int32, _ size: Int) -> UnsafeMutableRawPointer? {
    let base = mmap(
      nil, size, PROT_READ | PROT_WRITE, MAP_SHARED | Int32(MAP_NORESERVE), descriptor, 0)
    return base == MAP_FAILED ? nil : base
  }
}
