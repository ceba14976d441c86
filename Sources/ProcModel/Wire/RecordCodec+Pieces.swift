extension RecordCodec {
  /// `text` in pieces that each fit into a record, cut between characters (Unicode scalars).
  public static func pieces(of text: String) -> [String] {
    let bytes = text.utf8
    guard bytes.count > longestText else { return [text] }
    var pieces: [String] = []
    var start = bytes.startIndex
    while start < bytes.endIndex {
      var end =
        bytes.index(start, offsetBy: longestText, limitedBy: bytes.endIndex) ?? bytes.endIndex
      // Continuation bytes are 10xxxxxx: step back to the start of the character that is cut.
      while end < bytes.endIndex, bytes[end] & 0xC0 == 0x80 { end = bytes.index(before: end) }
      pieces.append(String(text[start..<end]))
      start = end
    }
    return pieces
  }
}
