import ProcModel

/// A part of a document that is written by the program, between two marks.
enum DocumentBlock: String, CaseIterable, Sendable {
  /// The options of all commands, in the man page.
  case manOptions = "man-options"
  /// The keys of all screens, in the man page.
  case manKeys = "man-keys"
  /// The keys of the menu and the run screen, in the READMEs.
  case readmeKeysEnglish = "readme-keys-en"
  case readmeKeysChinese = "readme-keys-zh"

  /// The file that it stands in, from the root of the sources.
  var path: String {
    switch self {
    case .manOptions, .manKeys: "docs/procviz.1"
    case .readmeKeysEnglish: "README.md"
    case .readmeKeysChinese: "README.zh-CN.md"
    }
  }

  /// Its text; every line ends.
  var text: String {
    switch self {
    case .manOptions: ManPage.options
    case .manKeys: ManPage.keys
    case .readmeKeysEnglish: ReadmeKeys.table(.en)
    case .readmeKeysChinese: ReadmeKeys.table(.zh)
    }
  }

  /// The line before it, and the one behind it.
  var marks: (begin: String, end: String) {
    switch self {
    case .manOptions, .manKeys:
      (".\\\" begin \(rawValue), written by make docs", ".\\\" end \(rawValue)")
    case .readmeKeysEnglish, .readmeKeysChinese:
      ("<!-- begin \(rawValue), written by make docs -->", "<!-- end \(rawValue) -->")
    }
  }

  /// A document with this block as it has to be; nil where the marks are not there.
  func replaced(in document: String) -> String? {
    let lines = document.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let begin = lines.firstIndex(of: marks.begin), let end = lines.firstIndex(of: marks.end),
      begin < end
    else { return nil }
    let head = lines[...begin].joined(separator: "\n")
    return head + "\n" + text + lines[end...].joined(separator: "\n")
  }
}
