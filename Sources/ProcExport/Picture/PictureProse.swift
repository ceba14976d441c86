import ProcModel

/// The words around the lanes: what ran, what the signs mean, what was found.
struct PictureProse {
  let title: String
  let subtitle: String
  /// What was found, for those who cannot see the picture.
  let description: String
  /// The names of the signs that occur, in the order of their shapes, and the states.
  let signs: [String]
  let states: [State]
  /// The lines below the lanes, each with its place.
  let lines: [Placed]
  /// The beginning of the legend, and the place of each of its entries.
  let legend: [Entry]
  let height: Double

  /// A line of text.
  struct Placed {
    let x: Double
    let y: Double
    let text: String
    let classes: String
    let cell: Double
  }

  /// An entry of the legend.
  struct Entry {
    let x: Double
    let y: Double
    let sign: Symbol
    let text: String

    enum Symbol {
      case mark(String)
      case state(State)
    }
  }

  /// What a line can look like.
  enum State: CaseIterable {
    case running, holding, waiting, blocked, sleeping, held, idle

    var meaning: Localized {
      switch self {
      case .running: Localized(zh: "运行", en: "running")
      case .holding: Localized(zh: "持有锁", en: "holds lock")
      case .waiting: Localized(zh: "等锁", en: "waits for lock")
      case .blocked: Localized(zh: "阻塞", en: "blocked")
      case .sleeping: Localized(zh: "休眠", en: "asleep")
      case .held: Localized(zh: "暂停中", en: "held")
      case .idle: Localized(zh: "空闲", en: "idle")
      }
    }

    /// The state that a stretch shows.
    init?(_ stretch: LaneSamples.Stretch) {
      switch stretch.activity {
      case .starting, .ended: return nil
      case .running: self = stretch.holding == .none ? .running : .holding
      case .blocked(let blocker): self = blocker.isLock ? .waiting : .blocked
      case .sleeping: self = .sleeping
      case .held: self = .held
      case .idle: self = .idle
      }
    }
  }

  init(_ run: Run, _ facts: ExportFacts, _ samples: [LaneSamples], below: Double) {
    let language = facts.language
    title = ([facts.name] + facts.summary.knobs.map { "\($0.name)=\($0.value)" })
      .map(Sanitizer.line).joined(separator: "  ")
    subtitle = Self.subtitle(run, facts)
    let findings = run.findings
    description =
      findings.isEmpty
      ? Self.nothing[language]
      : findings.prefix(6).map { $0.text[language] }.joined(separator: " ")
    let occurring = Set(samples.flatMap { $0.marks.map { MarkSigns.name($0.mark) } })
    signs = (Timeline.Mark.Shape.allCases.map { "\($0)" } + ["wrong"]).filter(occurring.contains)
    let shown = Set(samples.flatMap { $0.stretches.compactMap(State.init) })
    states = State.allCases.filter(shown.contains)
    var y = below
    legend = Self.legend(states, signs, language, &y)
    lines = Self.lines(run, findings, language, &y)
    height = y + 18
  }

  private static let nothing = Localized(zh: "没有发现问题。", en: "Nothing was found.")

  private static func subtitle(_ run: Run, _ facts: ExportFacts) -> String {
    let events = run.trace.count
    let time = DurationText.of(run.world.elapsed(run.endTime))
    let lost = run.world.lostCount
    let unknown = run.world.unknownCount
    let parts = [
      Localized(zh: "\(events) 个事件", en: events == 1 ? "1 event" : "\(events) events"),
      Localized(verbatim: time),
      lost > 0 ? Localized(zh: "丢失 \(lost)", en: "\(lost) lost") : nil,
      unknown > 0 ? Localized(zh: "未知种类 \(unknown)", en: "\(unknown) of unknown kinds") : nil,
    ]
    return (parts.compactMap { $0?[facts.language] } + ["procviz \(Sanitizer.line(facts.version))"])
      .joined(separator: " · ")
  }

  private static func legend(
    _ states: [State], _ signs: [String], _ language: Language, _ y: inout Double
  ) -> [Entry] {
    var entries: [Entry] = []
    var x = PictureLayout.margin
    y += 16
    let all =
      states.map { (Entry.Symbol.state($0), $0.meaning[language]) }
      + signs.map { (Entry.Symbol.mark($0), MarkSigns.meaning($0)[language]) }
    for (sign, text) in all {
      let lead = if case .state = sign { 38.0 } else { 18.0 }
      let width = lead + Double(DisplayWidth.of(text)) * PictureLayout.smallCell + 22
      if x + width > PictureLayout.width - PictureLayout.margin {
        x = PictureLayout.margin
        y += 22
      }
      entries.append(Entry(x: x, y: y, sign: sign, text: text))
      x += width
    }
    y += 12
    return entries
  }

  /// How many findings are told, and how many of them with their steps.
  private static let mostFindings = 8
  private static let mostTold = 3

  private static func lines(
    _ run: Run, _ findings: [Finding], _ language: Language, _ y: inout Double
  ) -> [Placed] {
    var lines: [Placed] = []
    let cells = PictureLayout.proseCells
    func add(_ text: String, _ classes: String, indent: Int = 0, step: Double = 19) {
      for (place, line) in TextLayout.wrapped(text, width: cells - indent).enumerated() {
        y += place == 0 ? step : 18
        lines.append(
          Placed(
            x: PictureLayout.margin + Double(indent) * PictureLayout.cell, y: y, text: line,
            classes: classes, cell: PictureLayout.cell))
      }
    }
    if findings.isEmpty { add("✓ " + nothing[language], "good", step: 26) }
    for (place, finding) in findings.prefix(mostFindings).enumerated() {
      add("✗ " + finding.kind.rawValue, "bad bold", step: 28)
      add(finding.text[language], "", indent: 2)
      guard place < mostTold else { continue }
      for step in run.steps(of: finding) {
        add("\(EventText.seconds(step.elapsed))  \(step.text[language])", "dim", indent: 2)
      }
    }
    let rest = findings.count - mostFindings
    if rest > 0 { add(Localized(zh: "另有 \(rest) 项发现", en: "and \(rest) more")[language], "dim") }
    return lines
  }
}
