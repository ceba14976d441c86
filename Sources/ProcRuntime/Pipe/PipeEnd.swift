import Glibc
import ProcModel
import ProcSystem
import Synchronization

/// One end of one direction of a pipe, in this process.
///
/// Messages go through shared memory, as with queues. But when processes can be killed, only the
/// kernel knows for certain which of them have the other end. So each direction has a kernel pipe
/// that never carries a byte. Every process that has an end has the descriptor of that end, by fork
/// or by spawn, and the kernel says when the last one of the others is closed.
final class PipeEnd: Sendable {
  /// Which end it is.
  enum Side: Int64, Codable, Sendable {
    case reader = 1
    case writer = 2
  }

  /// The messages.
  let core: QueueCore
  let side: Side
  /// The descriptor; −1 once this process has closed it.
  private let descriptor: Atomic<Int32>

  /// An end whose descriptor this process has.
  init(_ side: Side, of core: QueueCore, descriptor: Int32) {
    self.core = core
    self.side = side
    self.descriptor = Atomic(descriptor)
    Self.open.withValue { $0[descriptor] = core }
  }

  /// Both ends of a new direction.
  ///
  /// - Throws: ``SystemError``, such as `EMFILE`.
  static func make(name: String?) throws -> (reader: PipeEnd, writer: PipeEnd) {
    let ends = try KernelPipe()
    let core = QueueCore(.pipe, name: name, extra: 3)
    let reader = ends.reader
    let writer = ends.writer
    return (
      PipeEnd(.reader, of: core, descriptor: reader.release()),
      PipeEnd(.writer, of: core, descriptor: writer.release())
    )
  }

  /// Whether this process has closed it.
  var isClosed: Bool { descriptor.load(ordering: .relaxed) < 0 }

  /// Whether the other end is closed in every process that had it, or they have ended.
  var isOver: Bool {
    let number = descriptor.load(ordering: .relaxed)
    if number < 0 { return false }
    var request = pollfd(fd: number, events: 0, revents: 0)
    let signs = side == .reader ? POLLHUP : POLLERR
    return poll(&request, 1, 0) > 0 && Int32(request.revents) & Int32(signs) != 0
  }

  /// This process does not use it any more; waiters at the other end check again.
  func close() {
    if isClosed { return }
    Gate.pass(.pipeClose, core.object.id)
    let number = descriptor.exchange(-1, ordering: .relaxed)
    if number < 0 { return }
    Tracer.emit(.pipeClose, object: core.object.id, value: side.rawValue)
    Self.open.withValue { $0[number] = nil }
    Glibc.close(number)
    core.locked { core.callAll() }
  }

  /// All ends that this process has open, by their descriptors.
  private static let open = GuardedBox<[Int32: QueueCore]>([:])

  /// Creates the list, so that a forked child finds it.
  static func makeKnown() { _ = open.withValue { $0.isEmpty } }

  /// Closes all ends: the process is about to report its end, and then they must be closed.
  static func closeAll() {
    for (number, core) in open.withValue({ $0 }) {
      Glibc.close(number)
      core.locked { core.callAll() }
    }
  }
}

// An end that goes to a spawned child.
extension PipeEnd {
  private enum CodingKeys: CodingKey { case object, side, descriptor }

  /// The same end, in a spawned child. Its descriptor has the same number there. The trace learns
  /// that this process has it, too.
  convenience init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let object = try container.decode(SharedObject.self, forKey: .object)
    let side = try container.decode(Side.self, forKey: .side)
    let descriptor = try container.decode(Int32.self, forKey: .descriptor)
    guard fcntl(descriptor, F_SETFD, FD_CLOEXEC) == 0 else {
      throw object.corrupted("its descriptor is not open here")
    }
    self.init(side, of: try QueueCore(object), descriptor: descriptor)
    Tracer.emit(
      .objectDefine, object: object.id, value: ObjectKind.pipe.rawValue,
      extra: UInt64(side.rawValue), text: object.name)
  }

  /// - Throws: ``PipeError``.
  func encode(to encoder: any Encoder) throws {
    let number = descriptor.load(ordering: .relaxed)
    if number < 0 { throw PipeError.closed }
    try InheritedDescriptors.add(number)
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(core.object, forKey: .object)
    try container.encode(side, forKey: .side)
    try container.encode(number, forKey: .descriptor)
  }
}

extension PipeEnd: Codable {}
