import ProcModel

// swift-format-ignore: AlwaysUseLowerCamelCase
/// Two connections, each of which receives what is sent through the other (`multiprocessing.Pipe`).
///
/// They work across fork, which gives the child a copy of every end that its parent has open, and,
/// as arguments, across spawn. A connection that is released without ``Connection/close()`` stays
/// open until its process ends: Swift releases values early, and the moment at which the other side
/// sees the end must not depend on that.
///
/// - Parameters:
///   - duplex: whether both send and receive; if not, the first only receives and the second only
///     sends.
///   - name: its name in the viewer; nil: `pipe-1`, `pipe-2`, …; the two directions of a duplex
///     pipe are called `pipe-1:1>2` and `pipe-1:2>1`.
/// - Throws: ``SystemError`` if no descriptors are available.
public func Pipe(duplex: Bool = true, name: String? = nil) throws -> (Connection, Connection) {
  let name = name ?? ObjectKind.pipe.defaultName(SharedHeap.nextNumber(.pipe))
  guard duplex else {
    let (reader, writer) = try PipeEnd.make(name: name)
    return (Connection(source: reader, sink: nil), Connection(source: nil, sink: writer))
  }
  let there = try PipeEnd.make(name: name + ":1>2")
  let back = try PipeEnd.make(name: name + ":2>1")
  return (
    Connection(source: back.reader, sink: there.writer),
    Connection(source: there.reader, sink: back.writer)
  )
}

/// One of the two ends that ``Pipe(duplex:name:)`` makes (`multiprocessing.connection.Connection`).
///
/// Messages are passed as bytes, so what comes out is a copy. Messages on their way are in 1 MiB of
/// shared memory; when that is full, `send` waits.
public final class Connection: Codable, Sendable {
  /// The end that it receives from, and the end that it sends to.
  private let source: PipeEnd?
  private let sink: PipeEnd?

  init(source: PipeEnd?, sink: PipeEnd?) {
    self.source = source
    self.sink = sink
  }

  /// Whether it can receive (`readable`).
  public var readable: Bool { source != nil }
  /// Whether it can send (`writable`).
  public var writable: Bool { sink != nil }
  /// Whether this process has closed it (`closed`).
  public var closed: Bool { (source?.isClosed ?? true) && (sink?.isClosed ?? true) }

  /// Sends a message (`send`).
  ///
  /// - Throws: ``BrokenPipeError`` if the other end is closed in every process that had it, or they
  ///   have ended; ``PipeError``; ``QueueError/itemTooLarge(bytes:room:)``; what encoding throws.
  public func send<Message: Codable & Sendable>(_ message: Message) throws {
    let end = try usable(sink, or: .readOnly)
    do {
      _ = try end.core.put(
        pickle(message), text: Tracer.isOn ? label(of: message) : "", until: .never,
        unless: { end.isOver })
    } catch is PipeIsOver { throw BrokenPipeError(pipe: end.core.object.name) }
  }

  /// Receives the next message, and waits until there is one (`recv`).
  ///
  /// - Throws: ``EndOfFile`` if there is none left and the other end is closed in every process that
  ///   had it, or they have ended; ``PipeError``; what decoding throws.
  public func recv<Message: Codable & Sendable>(
    _ type: Message.Type = Message.self
  ) throws -> Message {
    let end = try usable(source, or: .writeOnly)
    do {
      guard let payload = try end.core.get(until: .never, unless: { end.isOver }) else {
        throw EndOfFile(of: end.core.object.name)
      }
      return try unpickle(type, from: payload)
    } catch is PipeIsOver { throw EndOfFile(of: end.core.object.name) }
  }

  /// Whether there is a message to receive, or no message will come any more (`poll`).
  ///
  /// - Parameter timeout: how long to wait for that; nil: no limit.
  /// - Throws: ``PipeError``.
  public func poll(timeout: Duration? = .zero) throws -> Bool {
    let end = try usable(source, or: .writeOnly)
    return try end.core.waitForItem(until: Deadline(after: timeout)) { end.isOver }
  }

  /// This process does not use it any more (`close`). Other processes may still have it.
  public func close() {
    source?.close()
    sink?.close()
  }

  private func usable(_ end: PipeEnd?, or error: PipeError) throws -> PipeEnd {
    if closed { throw PipeError.closed }
    guard let end else { throw error }
    return end
  }
}
