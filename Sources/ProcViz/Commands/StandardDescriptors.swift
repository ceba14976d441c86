import Glibc

/// The descriptors 0, 1 and 2.
enum StandardDescriptors {
  /// Opens `/dev/null` for those that are closed, so that no file of ours gets their numbers.
  static func ensure() {
    for number in 0...2 where fcntl(Int32(number), F_GETFD) < 0 {
      _ = open("/dev/null", number == 0 ? O_RDONLY : O_WRONLY)
    }
  }
}
