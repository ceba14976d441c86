/// A language of the interface.
public enum Language: String, Sendable, CaseIterable {
  /// Chinese (Simplified).
  case zh
  /// English.
  case en

  /// The other language, for the key that switches.
  public var other: Language { self == .zh ? .en : .zh }

  /// The language that a POSIX locale name asks for: `zh_CN.UTF-8` is Chinese, all others English.
  ///
  /// - Parameter locale: the first non-empty of `LC_ALL`, `LC_MESSAGES` and `LANG`.
  public init(locale: String) { self = locale.hasPrefix("zh") ? .zh : .en }
}

/// A text in every language of the interface.
public struct Localized: Sendable, Hashable {
  /// The Chinese text.
  public let zh: String
  /// The English text.
  public let en: String

  /// A text in both languages.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// A text that is the same in both languages: a name, a number, a line of code.
  public init(verbatim text: String) { self.init(zh: text, en: text) }

  /// The text in `language`.
  public subscript(language: Language) -> String { language == .zh ? zh : en }
}
