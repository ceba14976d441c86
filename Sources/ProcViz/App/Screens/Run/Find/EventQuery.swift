import ProcModel

/// What is looked for among the events: words that must all be found in the kind of an event (its
/// name, or what it is in words), in the names of its process and its object, or in its texts. Words
/// that are all found in the name of a kind of findings stand for the events that show such a one.
///
/// A word with a capital letter in it means exactly that; else capitals do not matter.
struct EventQuery: Sendable, Hashable {
  /// What was typed.
  let text: String
  /// The words.
  let words: [Word]
  /// For each kind, by its raw value, the words that are found in it.
  private let ofKind: [UInt32]
  /// The kinds of findings that are looked for.
  let findings: Set<Finding.Kind>

  /// One bit for each word.
  typealias Words = UInt32

  /// The query that somebody typed; of very many words, the first 32.
  init(_ text: String) {
    self.text = text
    words = text.split(separator: " ").prefix(32).map { Word(String($0)) }
    var ofKind = [Words](repeating: 0, count: 256)
    for kind in EventKind.allCases {
      ofKind[Int(kind.rawValue)] = Self.words(
        words, in: [kind.name, kind.facts.words.en + " " + kind.facts.words.zh])
    }
    self.ofKind = ofKind
    findings = Self.findings(words)
  }

  private static func findings(_ words: [Word]) -> Set<Finding.Kind> {
    Set(
      Finding.Kind.allCases.filter { kind in
        let name = FindingTexts.name(kind)
        let names = [kind.rawValue] + Language.allCases.map { name[$0] }
        return words.allSatisfy { word in names.contains(where: word.isIn) }
      })
  }

  /// Whether there is nothing to look for.
  var isEmpty: Bool { words.isEmpty }

  /// All words.
  var all: Words { Words(truncatingIfNeeded: (UInt64(1) << UInt64(words.count)) - 1) }

  /// The words found in any of some texts.
  func found(in texts: [String]) -> Words { Self.words(words, in: texts) }

  /// Whether an event has all words, given those that are found in the names of its process and its
  /// object.
  func matches(_ event: Event, names: Words) -> Bool {
    var found = names | ofKind[Int(event.kind.rawValue)]
    if found == all { return true }
    for (index, word) in words.enumerated() where found & (1 << Words(index)) == 0 {
      guard word.isIn(event.text) || word.isIn(event.detail) || word.isValue(of: event) else {
        return false
      }
      found |= 1 << Words(index)
    }
    return true
  }

  private static func words(_ words: [Word], in texts: [String]) -> Words {
    var found: Words = 0
    for (index, word) in words.enumerated() where texts.contains(where: word.isIn) {
      found |= 1 << Words(index)
    }
    return found
  }

  /// One word.
  struct Word: Sendable, Hashable {
    private let bytes: [UInt8]
    private let ignoresCase: Bool
    private let number: Int64?

    init(_ text: String) {
      ignoresCase = !text.contains(where: \.isUppercase)
      bytes = Array(text.utf8)
      number = Int64(text)
    }

    /// Whether it is a part of `text`; capitals of other than the Latin letters always matter.
    func isIn(_ text: String) -> Bool {
      guard text.utf8.count >= bytes.count else { return false }
      var text = text
      return text.withUTF8 { place in
        for start in 0...(place.count - bytes.count) where isAt(start, of: place) { return true }
        return false
      }
    }

    private func isAt(_ start: Int, of place: UnsafeBufferPointer<UInt8>) -> Bool {
      for offset in bytes.indices {
        var byte = place[start + offset]
        if ignoresCase, byte >= 65, byte <= 90 { byte += 32 }
        if byte != bytes[offset] { return false }
      }
      return true
    }

    /// Whether it is the number that an event is about: a value, an exit code, a count.
    func isValue(of event: Event) -> Bool {
      guard let number, number == event.value else { return false }
      return event.kind.facts.isFoundByValue
    }
  }
}
