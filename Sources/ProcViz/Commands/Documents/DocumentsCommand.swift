import ArgumentParser
import Glibc

/// `procviz __docs FOLDER`: writes into the documents below a folder what they say of keys and options
/// (`make docs`).
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__docs", abstract: "Writes keys and options into the documents.",
    shouldDisplay: false)

  @Argument
  var folder: String

  func run() throws {
    for block in DocumentBlock.allCases {
      let path = "\(folder)/\(block.path)"
      guard let text = Self.read(path), let replaced = block.replaced(in: text) else {
        StandardError.write("\(path): \(block.marks.begin)?")
        throw ExitCode(CommandStatus.failed.rawValue)
      }
      if replaced != text, !Self.write(replaced, to: path) {
        StandardError.write("\(path): \(String(cString: strerror(errno)))")
        throw ExitCode(CommandStatus.failed.rawValue)
      }
    }
  }

  /// The text of a file, if it can be read.
  static func read(_ path: String) -> String? {
    guard let file = fopen(path, "r") else { return nil }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    guard let file = fopen(path, "w") else { return false }
    let bytes = Array(text.utf8)
    let count = fwrite(bytes, 1, bytes.count, file)
    return fclose(file) == 0 && count == bytes.count
  }
}
