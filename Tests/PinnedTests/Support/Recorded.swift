import Foundation
import ProcExport
import ProcModel

@testable import ProcLessons
@testable import ProcViz

/// A stored recording, read to its end.
struct Recorded {
  let name: String
  let path: String
  let header: RecordingHeader
  let items: [RecordingReader.Item]
  let ending: ReplayEnding

  /// All that are stored.
  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".procviz") }.map { String($0.dropLast(8)) }.sorted()

  static let folder = Golden.folder.appendingPathComponent("Recordings")

  init(_ name: String) throws {
    self.name = name
    path = Self.folder.appendingPathComponent(name + ".procviz").path
    var reader = RecordingReader()
    var items = try reader.read(Array(Data(contentsOf: URL(fileURLWithPath: path))))
    let ending = try reader.finish { items.append($0) }
    self.items = items
    self.ending = ReplayEnding(ending: ending, damage: reader.malformedCount)
    header = reader.header ?? RecordingHeader(program: "?", subject: .program([]))
  }

  /// What `procviz replay --headless` prints, line by line.
  func told(_ format: OutputFormat, _ language: Language) -> [String] {
    let report = format.report(RunLabel(header.subject), language)
    var run = Run()
    var bytes: [UInt8] = []
    for item in items {
      if case .event(let event) = item {
        bytes += report.tell(event, &run).bytes
      } else {
        run.append(item)
      }
    }
    return Lines.of(bytes + report.summary(of: run, end(of: run)).bytes)
  }

  private func end(of run: Run) -> RunEnding {
    guard case .complete(let closing) = ending.ending else { return RunEnding(hasFailed: true) }
    return RunEnding(
      malformed: closing.malformed + ending.damage,
      hasFailed: closing.hasFailed || run.world.mainLane == nil, schedule: closing.schedule)
  }

  /// What `procviz export` writes, line by line.
  static func exported(_ run: RecordedRun, _ format: ExportFormat, _ language: Language) throws
    -> [String]
  {
    var sink = MemorySink()
    let look = Look(language: language, glyphs: .unicode)
    try format.write(run, look, to: &sink)
    return Lines.of(sink.bytes)
  }

  /// The interface with all of it on the screen.
  func screen(_ columns: Int, _ rows: Int, _ language: Language) -> AppState {
    var state = AppState(
      size: Size(columns: columns, rows: rows), language: language, scenarios: Tutorial.scenarios)
    _ = Update.open(header, path: "\(name).procviz", isStream: false, speed: nil, in: &state)
    var batch = EventBatch(events: [])
    for item in items {
      switch item {
      case .event(let event): batch.events.append(event)
      case .concluded(let spinning):
        batch.concluded = spinning
        _ = Update.apply(.events(run: 1, batch), to: &state)
        batch = EventBatch(events: [])
      }
    }
    _ = Update.apply(.events(run: 1, batch), to: &state)
    _ = Update.apply(.read(run: 1, ending), to: &state)
    _ = Update.apply(.ended(run: 1), to: &state)
    return state
  }
}

extension AppState {
  /// Presses keys, one after the other.
  mutating func press(_ keys: [Key]) {
    for key in keys { _ = Update.apply(.key(key), to: &self) }
  }

  /// The rows of the screen, each with a digest of what its cells mean.
  var rows: [String] {
    let frame = ScreenView.frame(of: self)
    return zip(0..., frame.lines).map { row, text in
      return Digest.short(meaning(of: frame.row(row))) + "│" + text
    }
  }
}

/// What the cells of a row mean: each stretch of the same style, and how long it is.
private func meaning(of row: ArraySlice<Cell>) -> String {
  var text = ""
  var rest = row
  while let style = rest.first?.style {
    let stretch = rest.prefix { $0.style == style }
    text += "\(stretch.count) \(style.role) \(style.ground),"
    rest = rest.dropFirst(stretch.count)
  }
  return text
}
