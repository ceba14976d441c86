/// Words as a POSIX shell reads them.
public enum ShellWord {
  /// `word`, in quotes where the shell would read anything into it. What could do something to the
  /// terminal that it is shown on is spelled out (`$'\x1b'`, as bash, zsh and POSIX 2024 read it).
  public static func quoted(_ word: String) -> String {
    if isPlain(word) { return word }
    if word.unicodeScalars.contains(where: isUnsafe) { return spelledOut(word) }
    let pieces = word.split(separator: "'", omittingEmptySubsequences: false)
    return "'" + pieces.joined(separator: #"'\''"#) + "'"
  }

  /// Words as a command line.
  public static func line(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// Whether a shell reads nothing into it.
  private static func isPlain(_ word: String) -> Bool {
    // zsh replaces a word that begins with an equals sign.
    if word.isEmpty || word.hasPrefix("=") { return false }
    return word.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "-_./=:,+@%".utf8.contains(byte)
      }
    }
  }

  /// Line breaks and tabs are harmless, and every shell takes them as they are.
  private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
    scalar != "\n" && scalar != "\t" && Sanitizer.isUnsafe(scalar)
  }

  private static func spelledOut(_ word: String) -> String {
    var text = "$'"
    for scalar in word.unicodeScalars {
      switch scalar {
      case "'", "\\": text += "\\\(scalar)"
      case _ where isUnsafe(scalar):
        // By bytes: what comes behind cannot be read as a further digit of two.
        for byte in String(scalar).utf8 { text += "\\x" + String(byte, radix: 16).padded }
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "'"
  }
}

extension String {
  /// Two digits.
  fileprivate var padded: String { count < 2 ? "0" + self : self }
}
