/// Why some bytes cannot be read as a recording at all.
public enum RecordingFault: Error, Sendable, Hashable {
  /// There are no bytes.
  case empty
  /// They do not begin as a recording does.
  case noRecording
  /// It was one, but was sent as text: line ends were changed, or bytes lost a bit.
  case mangled
  /// It was written in this version of the format, which this program does not know.
  case newer(Int)
  /// The header does not check.
  case damagedHeader
  /// It ends within its header.
  case cutOffHeader

  /// What is wrong, as the end of a sentence.
  public var text: Localized {
    switch self {
    case .empty: Localized(zh: "文件是空的", en: "it is empty")
    case .noRecording: Localized(zh: "这不是 procviz 的录制文件", en: "it is not a procviz recording")
    case .mangled:
      Localized(
        zh: "这份录制曾被当作文本传输而改坏了；请以二进制方式重新传一次",
        en: "it was changed by being sent as text; send it again as binary")
    case .newer(let version):
      Localized(
        zh: "它的格式版本是 \(version)，本程序只认识到 \(RecordingLayout.version)；请用更新的 procviz 打开",
        en:
          "its format is version \(version), and this program knows versions up to "
          + "\(RecordingLayout.version); open it with a newer procviz")
    case .damagedHeader: Localized(zh: "它的文件头已损坏", en: "its header is damaged")
    case .cutOffHeader: Localized(zh: "它在文件头中就断了", en: "it breaks off within its header")
    }
  }
}
