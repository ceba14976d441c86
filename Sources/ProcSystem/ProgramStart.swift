import CProcSupport
import Glibc

/// How this program was started. Nothing of it needs /proc, which may not be mounted.
package enum ProgramStart {
  /// Its arguments, the name in front (`argv[0]`) included. Swift's own list is empty without /proc.
  package static var arguments: [String] {
    (0..<Int(proc_argument_count())).compactMap { index in
      proc_arguments()[index].map { String(cString: $0) }
    }
  }

  /// Its file: what the kernel's own link leads to, or, without /proc, the path that it was started
  /// by. Where the file was replaced or removed meanwhile, the link itself, by which the program can
  /// still start itself.
  package static var executable: String {
    let link = "/proc/self/exe"
    if let resolved = resolve(link) { return resolved }
    guard access("/proc/self", F_OK) != 0, let path = startPath else { return link }
    return resolve(path) ?? path
  }

  /// The path that was handed to exec.
  private static var startPath: String? { proc_start_path().map { String(cString: $0) } }

  private static func resolve(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
  }
}
