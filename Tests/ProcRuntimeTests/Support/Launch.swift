import Glibc

/// Starts the fixture program.
struct Launch {
  let pid: Int32
  let standardInput: Int32
  let standardOutput: Int32
  let hostSocket: Int32

  init(
    _ program: String, _ arguments: [String], _ options: FixtureRun.Options, folder: String
  ) throws {
    let input = try Self.pipe()
    let output = try Self.pipe()
    let sockets = options.isHosted ? try Self.sockets() : [-1, -1]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], STDIN_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, output[1], STDERR_FILENO)
    if options.isHosted { posix_spawn_file_actions_adddup2(&actions, sockets[1], sockets[1]) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // Whatever the tests themselves ignore or block must not be inherited.
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for signal in [SIGTERM, SIGINT, SIGHUP, SIGPIPE, SIGCHLD] { sigaddset(&signals, signal) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(
      &attributes,
      Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))

    var environment = ["PATH=/usr/bin:/bin"]
    if options.isWatched { environment.append("PROCVIZ_CHANNEL=\(folder)/events") }
    if options.isGated { environment.append("PROCVIZ_CONTROL=\(folder)/control") }
    if options.isHosted { environment.append("PROCVIZ_HOST=\(sockets[1])") }

    pid = try Self.spawn([Self.path, program] + arguments, environment, &actions, &attributes)
    for descriptor in [input[0], output[1], sockets[1]] where descriptor >= 0 { close(descriptor) }
    standardInput = input[1]
    standardOutput = output[0]
    hostSocket = sockets[0]
  }

  /// The fixture lies beside the tests.
  private static let path: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    let tests = String(decoding: buffer.prefix(max(0, count)).map(UInt8.init), as: UTF8.self)
    return tests.split(separator: "/").dropLast().map { "/" + $0 }.joined() + "/RuntimeFixture"
  }()

  private static func spawn(
    _ command: [String], _ environment: [String], _ actions: inout posix_spawn_file_actions_t,
    _ attributes: inout posix_spawnattr_t
  ) throws -> Int32 {
    var arguments: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] = environment.map { strdup($0) } + [nil]
    defer { for pointer in arguments + variables { free(pointer) } }
    var pid: Int32 = 0
    let result = posix_spawn(&pid, command[0], &actions, &attributes, &arguments, &variables)
    guard result == 0 else { throw FixtureRun.Failure(description: "posix_spawn: \(result)") }
    return pid
  }

  private static func pipe() throws -> [Int32] {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { throw FixtureRun.Failure(description: "pipe") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }

  private static func sockets() throws -> [Int32] {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_SEQPACKET.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw FixtureRun.Failure(description: "socketpair")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return ends
  }
}
