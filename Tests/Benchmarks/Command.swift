import Glibc

/// A program that prints its measurements on standard output.
struct Command {
  private let line: String

  /// A command, with these variables on top of the environment.
  init(_ words: [String], environment: [String: String] = [:]) {
    let variables = environment.map { "\($0.key)=\(Self.quoted($0.value))" }
    line = (["env"] + variables + words.map(Self.quoted)).joined(separator: " ")
  }

  /// Starts it; what it prints can be awaited.
  func start() throws -> Running {
    guard let output = popen(line, "r") else {
      throw BenchmarkError(description: "cannot start \(line)")
    }
    return Running(output: output, line: line)
  }

  /// Runs it, and gives the numbers that it has printed.
  func numbers() throws -> [Double] { try start().numbers() }

  /// Runs it, and gives the number that it has printed.
  func number() throws -> Double { try numbers()[0] }

  /// A command in progress.
  struct Running: ~Copyable {
    fileprivate let output: UnsafeMutablePointer<FILE>
    fileprivate let line: String

    /// Waits for its end, and gives the numbers that it has printed: at least one.
    consuming func numbers() throws -> [Double] {
      var text = ""
      var bytes = [CChar](repeating: 0, count: 4096)
      while fgets(&bytes, 4096, output) != nil {
        text += bytes.withUnsafeBufferPointer { $0.baseAddress.map { String(cString: $0) } ?? "" }
      }
      let status = pclose(output)
      let numbers = text.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
      guard status == 0, !numbers.isEmpty else {
        throw BenchmarkError(description: "\(line): status \(status), \(text)")
      }
      return numbers
    }
  }

  /// A word for sh(1).
  static func quoted(_ word: String) -> String {
    "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// The path of a program in PATH, or nil where there is none.
  static func find(_ name: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }
}
