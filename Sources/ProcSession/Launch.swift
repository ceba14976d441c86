import Glibc

/// What a session starts: a program, its arguments, and what is added to its environment.
public struct Launch: Sendable, Hashable {
  /// The path of the program.
  public var executable: String
  /// Its arguments, the name in front (`argv[0]`) included.
  public var arguments: [String]
  /// Variables that are set for it on top of the viewer's own environment.
  public var environment: [String: String]

  /// A program to start.
  public init(executable: String, arguments: [String], environment: [String: String] = [:]) {
    self.executable = executable
    self.arguments = arguments
    self.environment = environment
  }

  /// The path of the running program: its file while that is there, else the kernel's own link to
  /// it (a program that is replaced or removed while it runs can still start itself).
  public static var ownExecutable: String {
    let link = "/proc/self/exe"
    guard let resolved = realpath(link, nil) else { return link }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
