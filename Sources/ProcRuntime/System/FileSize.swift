import Glibc

/// How large files may be.
enum FileSize {
  /// The most bytes that a file of this process may have (`ulimit -f`); nil: no limit.
  static var limit: UInt64? {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0,
      limit.rlim_cur != rlim_t.max
    else { return nil }
    return UInt64(limit.rlim_cur)
  }

  /// Gives a file a size (`ftruncate(2)`). What is over the limit is an error here and not, as for
  /// the system, a signal that ends the process.
  ///
  /// - Returns: whether it has the size; else `errno` says why not.
  static func set(_ descriptor: Int32, to size: Int) -> Bool {
    if let limit, UInt64(size) > limit {
      errno = EFBIG
      return false
    }
    return ftruncate(descriptor, size) == 0
  }
}
