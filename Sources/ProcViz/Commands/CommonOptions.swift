public import ArgumentParser
import Glibc
public import ProcModel

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(help: "Language: zh or en. (default: that of the locale)")
  var lang: Language?

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Flag(name: .customLong("no-color"), help: "Use no colours, as with NO_COLOR in the environment.")
  var noColor = false

  /// The language to speak: the one asked for, else the locale's.
  var language: Language { lang ?? Self.localeLanguage }

  /// Whether colours may be used (<https://no-color.org>: a variable that is not empty forbids them).
  var usesColor: Bool { !noColor && (getenv("NO_COLOR").map { $0.pointee == 0 } ?? true) }

  /// The language of the locale.
  private static var localeLanguage: Language {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      if let value = getenv(name), value.pointee != 0 {
        return Language(locale: String(cString: value))
      }
    }
    return .en
  }
}

extension Language: ExpressibleByArgument {}
