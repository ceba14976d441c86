import CProcSupport
import Glibc
import ProcModel
import ProcSystem

extension HostProcess {
  /// The descriptors that the host is born with.
  struct Ends: ~Copyable {
    let input: Descriptor
    let output: Descriptor
    let error: Descriptor
    let socket: Descriptor
  }

  /// The number of the host's socket in the host.
  private static let socketNumber: Int32 = 3

  /// Starts the host of `launch` in a process group of its own (`posix_spawn`), with no descriptors
  /// but its own, and with all signals as a shell would leave them.
  ///
  /// - Returns: its pid.
  static func start(_ launch: Launch, in folder: SessionFolder, _ ends: borrowing Ends)
    throws(SessionError) -> Int32
  {
    var launch = launch
    launch.environment[WireVariable.channel] = folder.eventsPath
    launch.environment[WireVariable.control] = folder.controlPath
    launch.environment[WireVariable.host] = String(socketNumber)
    return try start(launch, ends, folder: folder.path)
  }

  /// Starts a program in the same way, but tells it of no viewer. It is no session.
  static func startUnwatched(_ launch: Launch, _ ends: borrowing Ends)
    throws(SessionError) -> Int32
  {
    try start(launch, ends, folder: nil)
  }

  /// Starts a program.
  ///
  /// - Parameter folder: the folder of the session that it is the host of; nil: of none.
  private static func start(
    _ launch: Launch, _ ends: borrowing Ends, folder: String?
  ) throws(SessionError) -> Int32 {
    let variables = launch.environment
    let arguments = CStrings(launch.arguments)
    let environment = CStrings(environmentLines(with: variables))

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends.input.number, 0)
    posix_spawn_file_actions_adddup2(&actions, ends.output.number, 1)
    posix_spawn_file_actions_adddup2(&actions, ends.error.number, 2)
    posix_spawn_file_actions_adddup2(&actions, ends.socket.number, socketNumber)
    proc_spawn_close_from(&actions, socketNumber + 1)

    var attributes = attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    func spawn() throws(SessionError) -> Int32 {
      var pid: pid_t = 0
      let code = posix_spawn(
        &pid, launch.executable, &actions, &attributes, arguments.pointers, environment.pointers)
      guard code == 0 else { throw SessionError(.start, path: launch.executable, code: code) }
      return pid
    }
    guard let folder else { return try spawn() }
    return try LiveSessions.add(in: folder, spawn)
  }

  /// A process group of its own, no signal blocked, every signal as the system defines it.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    sigfillset(&signals)
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    return attributes
  }

  /// The viewer's environment with `variables` set, as `NAME=value`.
  private static func environmentLines(with variables: [String: String]) -> [String] {
    var lines: [String] = []
    var next = environ
    while let line = next.pointee {
      let text = String(cString: line)
      let name = text.prefix { $0 != "=" }
      if variables[String(name)] == nil { lines.append(text) }
      next += 1
    }
    return lines + variables.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
  }
}

/// A list of C strings that ends with a null pointer, as `posix_spawn` takes it.
private final class CStrings {
  /// The list.
  let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>

  init(_ strings: [String]) {
    pointers = .allocate(capacity: strings.count + 1)
    for (index, string) in strings.enumerated() { pointers[index] = strdup(string) }
    pointers[strings.count] = nil
  }

  deinit {
    var next = pointers
    while let string = next.pointee {
      free(string)
      next += 1
    }
    pointers.deallocate()
  }
}
