import Glibc

/// The programs of this package, as they were built beside the tests.
public enum Product {
  /// The path of a product.
  ///
  /// The test runner is either the test bundle itself or a tool of the toolchain that has the
  /// bundle's path among its arguments, so both are looked at, and the folders above them.
  ///
  /// - Throws: ``Failure`` where it was not built.
  public static func path(_ name: String) throws -> String {
    var starts = CommandLine.arguments
    if let link = realpath("/proc/self/exe", nil) {
      starts.append(String(cString: link))
      free(link)
    }
    for start in starts {
      var folder = start
      while let slash = folder.lastIndex(of: "/") {
        folder = String(folder[..<slash])
        if access("\(folder)/\(name)", X_OK) == 0, !isFolder("\(folder)/\(name)") {
          return "\(folder)/\(name)"
        }
      }
    }
    throw Failure("\(name) is not built beside the tests: \(starts)")
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
