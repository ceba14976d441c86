import CProcSupport
import Glibc

/// The encoding of the user's terminal. Everything is written in UTF-8, which scripts and files
/// expect; only a terminal whose locale names another encoding (GB18030, ISO 8859-1) gets that one.
enum TerminalEncoding {
  /// The encoding that is not UTF-8, for a terminal; nil: none is known, or it is UTF-8.
  private static let other: String? = {
    setlocale(LC_CTYPE, "")
    let name = nl_langinfo(Int32(CODESET)).map { String(cString: $0) } ?? ""
    // In the locale C, nearly every terminal shows UTF-8 all the same.
    return ["", "UTF-8", "ANSI_X3.4-1968"].contains(name) ? nil : name
  }()

  /// Bytes for a descriptor: UTF-8 in the terminal's encoding where it is such a terminal.
  static func encoded(_ bytes: [UInt8], for descriptor: Int32) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) { return bytes }
    guard isatty(descriptor) == 1, let other else { return bytes }
    var length = 0
    let encoded = bytes.withUnsafeBytes { buffer in
      pv_encoded(
        other, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count, &length)
    }
    guard let encoded else { return bytes }
    defer { free(encoded) }
    return Array(UnsafeRawBufferPointer(start: encoded, count: length))
  }
}
