import ProcSystem

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

  /// The path by which the running program can be started once more.
  public static var ownExecutable: String { ProgramStart.executable }
}
