import ArgumentParser
import Glibc
import ProcLessons
import ProcModel

/// `procviz __complete WORD…`: what the last word can become, one candidate a line. The shells'
/// completion scripts ask it, so that they always know the scenarios and knobs that there are.
struct CompleteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__complete", abstract: "Candidates for shell completion.", shouldDisplay: false)

  @Argument(parsing: .captureForPassthrough)
  var words: [String] = []

  func run() {
    let words = words.first == "--" ? Array(words.dropFirst()) : words
    // A name that controls a terminal is nothing to be completed with.
    let candidates = Completion.candidates(for: words).filter { Sanitizer.line($0) == $0 }
    var output = OutputPipe()
    output.append(SafeOutput(lines: candidates))
    try? output.writeAll()
  }
}
