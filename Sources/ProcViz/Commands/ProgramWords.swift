import Glibc
import ProcModel
import ProcSystem

/// The part of a command line behind `--`: a program and its arguments.
enum ProgramWords {
  /// The words behind the first `--`; nil where there is none.
  static var current: [String]? { split(ProgramStart.arguments).program }

  /// The words that are the command's own, the program's name left out.
  static var own: [String] { split(ProgramStart.arguments).own }

  private static func split(_ words: [String]) -> (own: [String], program: [String]?) {
    let words = Array(words.dropFirst())
    // What a shell wants completed may hold any word.
    guard words.first != "__complete", let place = words.firstIndex(of: "--") else {
      return (words, nil)
    }
    return (Array(words[..<place]), Array(words[(place + 1)...]))
  }

  /// The file that a shell would start under this name (execvp(3)).
  static func path(of name: String) throws(ProgramError) -> String {
    if name.contains("/") { return try checked(name) }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/bin:/usr/bin"
    for folder in folders.split(separator: ":") {
      if let found = try? checked("\(folder)/\(name)") { return found }
    }
    throw ProgramError(name: name, code: ENOENT)
  }

  private static func checked(_ path: String) throws(ProgramError) -> String {
    var status = stat()
    guard stat(path, &status) == 0 else { throw ProgramError(name: path, code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw ProgramError(name: path, code: EACCES) }
    guard access(path, X_OK) == 0 else { throw ProgramError(name: path, code: errno) }
    return path
  }
}

/// A program that cannot be started.
struct ProgramError: Error, Hashable {
  let name: String
  /// The system's error number.
  let code: Int32

  /// A sentence for the user.
  var message: Localized {
    switch code {
    case ENOENT, ENOTDIR:
      Localized(zh: "没有程序“\(name)”", en: "there is no program '\(name)'")
    case EACCES:
      Localized(zh: "“\(name)”不是可以执行的程序", en: "'\(name)' is not an executable program")
    default:
      Localized(
        zh: "无法启动“\(name)”：\(String(cString: strerror(code)))",
        en: "'\(name)' cannot be started: \(String(cString: strerror(code)))")
    }
  }
}
