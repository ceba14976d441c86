import Glibc
import ProcSystem
import Synchronization

/// A process's way to one manager's server. Each process connects by itself, on first use.
///
/// Connections that are not in use are kept in a few slots. A slot says to which process its
/// connection belongs, so a forked child never uses its copy of its parent's connection: their
/// bytes would mix. There is no lock that a fork could copy while it is held.
final class ManagerClient: Sendable {
  /// The name of the server's socket.
  let address: String

  // Each 0, or pid << 32 | descriptor: as many as threads of one process usually talk at once.
  private let first = Atomic<UInt64>(0)
  private let second = Atomic<UInt64>(0)
  private let third = Atomic<UInt64>(0)

  init(address: String) { self.address = address }

  deinit {
    close(first)
    close(second)
    close(third)
  }

  /// Sends a request and waits for its answer.
  ///
  /// - Throws: ``ManagerError``.
  func ask(_ request: ManagerRequest) throws -> ManagerAnswer {
    let frame = try MessageFrame.make(request.encoded)
    let connection = try connect()
    let message: [UInt8]
    do {
      try Self.send(frame, to: connection)
      message = try Self.receive(from: connection)
    } catch let error as SystemError {
      throw ManagerError.serverGone(reason: error.description)
    }
    keep(connection)
    return try ManagerAnswer(decoding: message)
  }

  private func connect() throws -> Descriptor {
    if let number = take(first) ?? take(second) ?? take(third) { return Descriptor(owning: number) }
    do { return try LocalSocket.connect(to: address) } catch let error as SystemError {
      throw ManagerError.serverGone(reason: error.description)
    }
  }

  /// The connection in a slot, if there is one of this process. The copy of another process's
  /// connection is closed here, and stays open there.
  private func take(_ slot: borrowing Atomic<UInt64>) -> Int32? {
    if slot.load(ordering: .relaxed) == 0 { return nil }
    let content = slot.exchange(0, ordering: .acquiring)
    if content == 0 { return nil }
    let number = Int32(truncatingIfNeeded: content)
    if content >> 32 == UInt64(UInt32(bitPattern: Runtime.pid)) { return number }
    Glibc.close(number)
    return nil
  }

  private func keep(_ connection: consuming Descriptor) {
    let number = connection.release()
    let content =
      UInt64(UInt32(bitPattern: Runtime.pid)) << 32 | UInt64(UInt32(bitPattern: number))
    if put(content, first) || put(content, second) || put(content, third) { return }
    Glibc.close(number)
  }

  private func put(_ content: UInt64, _ slot: borrowing Atomic<UInt64>) -> Bool {
    slot.compareExchange(expected: 0, desired: content, ordering: .releasing).exchanged
  }

  private func close(_ slot: borrowing Atomic<UInt64>) {
    if let number = take(slot) { Glibc.close(number) }
  }
}

// Messages on the wire.
extension ManagerClient {
  private static func send(_ frame: [UInt8], to connection: borrowing Descriptor) throws {
    var rest = frame[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes {
        Glibc.send(connection.number, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError("send")
      }
      rest = rest.dropFirst(count)
    }
  }

  /// Receives what there is, or waits for it.
  private static func receive(_ buffer: UnsafeMutableRawBufferPointer, from connection: Int32)
    -> Int
  {
    let answer: Int? = SpinWait.look {
      let count = recv(connection, buffer.baseAddress, buffer.count, Int32(MSG_DONTWAIT))
      return count < 0 && errno == EAGAIN ? nil : count
    }
    return answer ?? recv(connection, buffer.baseAddress, buffer.count, 0)
  }

  private static func receive(from connection: borrowing Descriptor) throws -> [UInt8] {
    var incoming: [UInt8] = []
    return try withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { buffer in
      while true {
        let count = receive(buffer, from: connection.number)
        if count < 0 {
          if errno == EINTR { continue }
          throw SystemError("recv")
        }
        if count == 0 { throw ManagerError.serverGone(reason: "the connection was closed") }
        incoming.append(contentsOf: buffer[..<count])
        if let length = MessageFrame.length(in: incoming[...]),
          incoming.count >= MessageFrame.headerSize + length
        {
          return Array(incoming[MessageFrame.headerSize...])
        }
      }
    }
  }
}

/// The clients of this process, one for each server: proxies that arrive one by one share it.
enum ManagerClients {
  private static let known = GuardedBox<[String: ManagerClient]>([:])

  /// The client for the server at this address.
  static func client(at address: String) -> ManagerClient {
    known.withValue { known in
      if let client = known[address] { return client }
      let client = ManagerClient(address: address)
      known[address] = client
      return client
    }
  }
}
