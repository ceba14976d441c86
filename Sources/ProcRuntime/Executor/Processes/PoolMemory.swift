import CProcSupport
import Glibc
import ProcSystem
import Synchronization

/// The memory that a process pool and its workers share: a memfd of its own, which is freed with
/// the last of them.
///
/// | from | what |
/// |---|---|
/// | 0 | counters, one to a cache line |
/// | `queueStart` | the call queue: slot numbers, in the order of submission |
/// | `doneStart` | slots whose task has ended: their numbers + 1, 0 where nothing is yet |
/// | `slotStart` | the slots, one for each task that is not over |
/// | `mappedLength` | what does not fit a slot: not mapped, read and written as a file |
///
/// Nothing here needs a lock, so a process that is killed leaves none locked. Each number only
/// grows, and is taken modulo the number of slots; no ring can overflow, as there are never more
/// tasks than slots.
struct PoolMemory: @unchecked Sendable {
  private let base: UnsafeMutableRawPointer
  private let descriptor: Int32

  /// How many tasks can be handed over at once; further ones wait with their submitter.
  static let slotCount = 1 << 14

  private static let queueStart = 4096
  private static let doneStart = queueStart + slotCount * 4
  private static let slotStart = doneStart + slotCount * 4
  private static let mappedLength = slotStart + slotCount * PoolSlot.size
  private static let pageSize = 4096

  /// A new memory.
  ///
  /// - Throws: ``SystemError``.
  static func make() throws -> Descriptor {
    let number = proc_memfd("procruntime-pool")
    guard number >= 0 else { throw SystemError("memfd_create") }
    let memory = Descriptor(owning: number)
    guard FileSize.set(number, to: mappedLength) else { throw SystemError("ftruncate") }
    return memory
  }

  /// Maps the memory behind a descriptor, which must stay open.
  ///
  /// - Throws: ``SystemError``.
  init(descriptor: Int32) throws {
    let map = mmap(
      nil, Self.mappedLength, PROT_READ | PROT_WRITE, MAP_SHARED | Int32(MAP_NORESERVE),
      descriptor, 0)
    guard let map, map != MAP_FAILED else { throw SystemError("mmap") }
    base = map
    self.descriptor = descriptor
  }

  /// Removes the mapping.
  func unmap() { munmap(base, Self.mappedLength) }

  /// How many tasks were handed over.
  private var published: UnsafeMutablePointer<Atomic<UInt32>> { word(at: 0) }
  /// How many were taken by workers.
  private var taken: UnsafeMutablePointer<Atomic<UInt32>> { word(at: 64) }
  /// How many have ended.
  private var ended: UnsafeMutablePointer<Atomic<UInt32>> { word(at: 128) }
  /// How many bytes of the file after the mapped part are allocated.
  private var spilled: UnsafeMutablePointer<Atomic<UInt64>> {
    (base + 192).assumingMemoryBound(to: Atomic<UInt64>.self)
  }

  /// Hands a slot over to the workers, which may take it as soon as they are told.
  func publish(_ slot: UInt32) {
    let place = published.pointee.load(ordering: .relaxed)
    queueWord(place).pointee.store(slot, ordering: .relaxed)
    published.pointee.store(place &+ 1, ordering: .releasing)
  }

  /// The slot of the next task, for a worker that was told that there is one; nil: it was told that
  /// there will be none.
  func takeNext() -> UInt32? {
    let place = taken.pointee.wrappingAdd(1, ordering: .acquiringAndReleasing).oldValue
    let published = published.pointee.load(ordering: .acquiring)
    guard Int32(bitPattern: published &- place) > 0 else { return nil }
    return queueWord(place).pointee.load(ordering: .relaxed) % UInt32(Self.slotCount)
  }

  /// Returns a slot to the submitter: its task has ended.
  func markEnded(_ slot: UInt32) {
    let place = ended.pointee.wrappingAdd(1, ordering: .relaxed).oldValue
    doneWord(place).pointee.store(slot + 1, ordering: .releasing)
  }

  /// The `place`th slot that was returned, if there is one.
  func takeEnded(_ place: UInt32) -> UInt32? {
    let word = doneWord(place)
    let number = word.pointee.load(ordering: .acquiring)
    guard number > 0, number <= UInt32(Self.slotCount) else { return nil }
    word.pointee.store(0, ordering: .relaxed)
    return number - 1
  }

  /// A slot.
  func slot(_ number: UInt32) -> PoolSlot {
    PoolSlot(at: base + Self.slotStart + Int(number) * PoolSlot.size)
  }

  private func queueWord(_ place: UInt32) -> UnsafeMutablePointer<Atomic<UInt32>> {
    word(at: Self.queueStart + Int(place) % Self.slotCount * 4)
  }

  private func doneWord(_ place: UInt32) -> UnsafeMutablePointer<Atomic<UInt32>> {
    word(at: Self.doneStart + Int(place) % Self.slotCount * 4)
  }

  private func word(at offset: Int) -> UnsafeMutablePointer<Atomic<UInt32>> {
    (base + offset).assumingMemoryBound(to: Atomic<UInt32>.self)
  }
}

// The bytes of calls and results.
extension PoolMemory {
  /// Puts bytes into a slot, or, if they do not fit, into the file.
  ///
  /// - Throws: ``SystemError``, such as `ENOSPC`.
  func write(_ bytes: [UInt8], to slot: PoolSlot) throws {
    if slot.store(bytes) { return }
    let pages = (bytes.count + Self.pageSize - 1) / Self.pageSize
    let given = spilled.pointee.wrappingAdd(UInt64(pages * Self.pageSize), ordering: .relaxed)
    let start = Self.fileStart + Int(given.oldValue)
    try transfer(bytes.count, start) { done, offset in
      bytes.withUnsafeBytes {
        pwrite(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done, offset)
      }
    }
    slot.store(fileOffset: start, count: bytes.count)
  }

  /// Takes the bytes out of a slot, or out of the file, whose pages are freed.
  ///
  /// - Throws: ``SystemError``.
  func take(from slot: PoolSlot) throws -> [UInt8] {
    if let bytes = slot.bytes { return bytes }
    let start = slot.fileOffset
    let count = slot.count
    let bytes = try [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      try transfer(count, start) { done, offset in
        pread(descriptor, buffer.baseAddress.map { $0 + done }, count - done, offset)
      }
      filled = count
    }
    let pages = (count + Self.pageSize - 1) / Self.pageSize
    _ = proc_punch_hole(descriptor, start, pages * Self.pageSize)
    return bytes
  }

  /// The file part begins after the mapped part, at a whole page.
  private static let fileStart = (mappedLength + pageSize - 1) / pageSize * pageSize

  /// Calls `body` with what is done and where to go on until `count` bytes are done.
  private func transfer(_ count: Int, _ start: Int, _ body: (Int, Int) -> Int) throws {
    var done = 0
    while done < count {
      let step = body(done, start + done)
      if step < 0, errno == EINTR { continue }
      guard step > 0 else { throw SystemError("pool memory", code: step < 0 ? errno : EIO) }
      done += step
    }
  }
}
