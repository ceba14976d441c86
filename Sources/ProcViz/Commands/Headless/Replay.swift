import Glibc
import ProcModel
import ProcSession

/// A recording without a terminal: what it says is what the recorded run itself said, byte for byte.
struct Replay: ~Copyable {
  private let path: String
  private let format: OutputFormat
  private let language: Language
  private var run = Run()
  private var output = OutputPipe()
  private var report: (any Report)?

  /// So much is kept before it is written.
  private static let pieceLength = 1 << 16

  /// A recording that is still to be read.
  ///
  /// - Parameter path: the file; `-`: standard input.
  init(path: String, format: OutputFormat, language: Language) {
    self.path = path
    self.format = format
    self.language = language
  }

  /// Reads it to its end and tells it.
  ///
  /// - Returns: the exit status: that of the recorded run, 128 and the number of the signal that
  ///   ended it; 1 where the recording has no end.
  mutating func perform() -> Int32 {
    signal(SIGPIPE, SIG_DFL)
    do {
      let file = path == "-" ? try RecordingFile(stream: path) : try RecordingFile(path: path)
      while file.ending == nil {
        let items = try file.readPiece(waiting: true) ?? []
        for item in items { tell(item, file.reader) }
        if output.count >= Self.pieceLength { try output.writeAll() }
      }
      return try finish(file)
    } catch let error as OutputClosed {
      StandardError.write(error.message[language])
    } catch let error as RecordingError {
      try? output.writeAll()
      StandardError.write(error.message[language])
    } catch {
      StandardError.write("\(error)")
    }
    return CommandStatus.failed.rawValue
  }

  private mutating func tell(_ item: RecordingReader.Item, _ reader: RecordingReader) {
    let report = report(reader)
    switch item {
    case .event(let event): output.append(report.tell(event, &run))
    case .concluded: run.append(item)
    }
  }

  private mutating func report(_ reader: RecordingReader) -> any Report {
    if let report { return report }
    let subject = reader.header?.subject ?? .program([])
    let made = format.report(RunLabel(subject), language)
    report = made
    return made
  }

  private mutating func finish(_ file: RecordingFile) throws(OutputClosed) -> Int32 {
    var closing = RecordingClosing(.failed(ReplayTexts.cutOff(path)))
    if case .complete(let complete) = file.ending { closing = complete }
    let damage = file.reader.malformedCount
    let hasFailed = closing.hasFailed || run.world.mainLane == nil
    output.append(
      report(file.reader).summary(
        of: run,
        RunEnding(
          malformed: closing.malformed + damage, hasFailed: hasFailed, schedule: closing.schedule)))
    try output.writeAll()
    if damage > 0 { StandardError.write(ReplayTexts.damaged(damage)[language]) }
    switch closing.end {
    case .signal(let number): return 128 + (number & 127)
    case .failed(let reason?): StandardError.write(Sanitizer.line(reason[language]))
    case .failed, .stopped, .stuck, .byItself: break
    }
    let outcome: CommandStatus = hasFailed ? .failed : run.findings.isEmpty ? .ok : .finding
    return outcome.rawValue
  }
}
