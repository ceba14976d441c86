import CProcSupport
import Glibc
import ProcSystem

/// Stream sockets between the processes of one user on one machine (`unix(7)`).
///
/// Their names are in the abstract namespace: they are not files, so nothing is left behind however
/// a process ends. Such a name has no access rights, so both sides ask the kernel for the user of
/// the other side, and talk to their own user only.
enum LocalSocket {
  /// A name that is not in use, and that cannot be guessed in advance.
  static func makeName() -> String {
    let random = UInt128.random(in: .min ... .max)
    return "procruntime-\(Runtime.pid)-\(String(random, radix: 36))"
  }

  /// A socket that listens under a name.
  ///
  /// - Throws: ``SystemError``, such as `EADDRINUSE` or `EMFILE`.
  static func listen(at name: String) throws -> Descriptor {
    let socket = try make(nonBlocking: true)
    guard try withAddress(name, { bind(socket.number, $0, $1) }) == 0 else {
      throw SystemError("bind")
    }
    guard Glibc.listen(socket.number, SOMAXCONN) == 0 else { throw SystemError("listen") }
    return socket
  }

  /// A connection to the listener of a name.
  ///
  /// - Throws: ``SystemError``: `ECONNREFUSED` if there is no listener, `EACCES` if it belongs to
  ///   another user.
  static func connect(to name: String) throws -> Descriptor {
    let socket = try make(nonBlocking: false)
    while try withAddress(name, { Glibc.connect(socket.number, $0, $1) }) != 0 {
      guard errno == EINTR else { throw SystemError("connect") }
    }
    guard peer(of: socket.number) != nil else { throw SystemError("connect", code: EACCES) }
    return socket
  }

  /// The next connection that waits at a listening socket, or nil if there is none. Connections
  /// of other users are closed.
  static func accept(at listener: borrowing Descriptor) -> Descriptor? {
    while true {
      let number = proc_accept(listener.number)
      if number < 0 {
        if errno == EINTR || errno == ECONNABORTED { continue }
        return nil
      }
      let connection = Descriptor(owning: number)
      if peer(of: number) != nil { return connection }
    }
  }

  /// The process at the other end; nil if it is another user's.
  static func peer(of connection: Int32) -> Int32? {
    var pid: pid_t = 0
    var user: uid_t = 0
    guard proc_peer(connection, &pid, &user) == 0, user == geteuid() else { return nil }
    return pid
  }

  private static func make(nonBlocking: Bool) throws -> Descriptor {
    let type = SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue
    let number = socket(
      AF_UNIX, Int32(nonBlocking ? type | SOCK_NONBLOCK.rawValue : type), 0)
    guard number >= 0 else { throw SystemError("socket") }
    return Descriptor(owning: number)
  }

  /// An abstract address is a zero byte and the name, without a zero at the end.
  private static func withAddress(
    _ name: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
  ) throws -> Int32 {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let room = MemoryLayout.size(ofValue: address.sun_path)
    guard name.utf8.count < room else { throw SystemError("bind", code: ENAMETOOLONG) }
    withUnsafeMutableBytes(of: &address.sun_path) { $0[1...].copyBytes(from: name.utf8) }
    let length = socklen_t(MemoryLayout<sockaddr_un>.size - room + 1 + name.utf8.count)
    return withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, length) }
    }
  }
}

/// Messages on a stream: a u32 length, then that many bytes.
enum MessageFrame {
  static let headerSize = 4
  /// The maximum length of a message; a longer one ends the connection.
  static let maximumSize = 256 << 20

  /// The message with its length in front.
  ///
  /// - Throws: ``ManagerError/tooLarge``.
  static func make(_ message: [UInt8]) throws -> [UInt8] {
    guard message.count <= maximumSize else { throw ManagerError.tooLarge(bytes: message.count) }
    var frame: [UInt8] = []
    frame.reserveCapacity(headerSize + message.count)
    withUnsafeBytes(of: UInt32(message.count).littleEndian) { frame.append(contentsOf: $0) }
    frame.append(contentsOf: message)
    return frame
  }

  /// The length that a header announces; nil while the header is not complete.
  static func length(in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= headerSize else { return nil }
    return bytes.prefix(headerSize).reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
