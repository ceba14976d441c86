/// A packet in which a host tells the viewer something; docs/protocol.md, *The host*.
public enum HostPacket: Sendable, Hashable {
  /// The main process was started.
  case mainStarted(Int32)
  /// A process was reaped, with this wait status.
  case reaped(Int32, status: Int32)
  /// A run is over: all processes that this main process left have ended, and were reaped.
  case runOver(main: Int32)

  /// Bytes of every packet.
  public static let length = 16

  /// The packet as bytes.
  public var bytes: [UInt8] {
    let words: (what: UInt32, pid: Int32, status: Int32) =
      switch self {
      case .mainStarted(let pid): (1, pid, 0)
      case .reaped(let pid, let status): (2, pid, status)
      case .runOver(let main): (3, main, 0)
      }
    return [words.what, UInt32(bitPattern: words.pid), UInt32(bitPattern: words.status), 0]
      .flatMap { word in [0, 8, 16, 24].map { UInt8(truncatingIfNeeded: word >> $0) } }
  }

  /// The packet that these bytes are; nil where they are none.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    func word(_ index: Int) -> UInt32 {
      (0..<4).reduce(0) { $0 | UInt32(bytes[index * 4 + $1]) << (8 * UInt32($1)) }
    }
    let (pid, status) = (Int32(bitPattern: word(1)), Int32(bitPattern: word(2)))
    switch word(0) {
    case 1: self = .mainStarted(pid)
    case 2: self = .reaped(pid, status: status)
    case 3: self = .runOver(main: pid)
    default: return nil
    }
  }
}

/// What the viewer tells a host, in one byte.
public enum HostWord: UInt8, Sendable, CaseIterable {
  /// `K`: end everything. A socket that is closed says the same.
  case end = 0x4B
  /// `E`: end this run (a server of runs only).
  case endRun = 0x45
  /// `R`: make another run (a server of runs only).
  case run = 0x52
}

/// The environment variables through which a viewer tells a program what to speak to.
public enum WireVariable {
  /// The path of the event channel.
  public static let channel = "PROCVIZ_CHANNEL"
  /// The path of the control page.
  public static let control = "PROCVIZ_CONTROL"
  /// The number of the host's socket.
  public static let host = "PROCVIZ_HOST"
  /// Set: the host serves one run after the other.
  public static let server = "PROCVIZ_SERVER"
}
