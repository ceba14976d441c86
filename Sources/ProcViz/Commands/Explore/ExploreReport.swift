import ProcLessons
import ProcModel
import ProcSchedule
import ProcSession

/// What came of a search, for people and for scripts.
struct ExploreReport {
  let subject: Subject
  let options: ExploreOptions
  let progress: Explorer.Progress

  private var counts: SearchCounts { progress.counts }

  /// How the command ends.
  var outcome: CommandStatus {
    switch counts.status {
    case .found: .finding
    case .exhausted: .ok
    case .inconclusive: .inconclusive
    }
  }

  // MARK: - For scripts

  /// One JSON object (docs/json-lines.md, *The result of a search*).
  var json: SafeOutput {
    var json = JSONWriter()
    json.beginObject()
    json.key("target")
    json.value(subject.name)
    json.key("knobs")
    json.beginObject()
    for knob in subject.knobs.pairs {
      json.key(untrusted: knob.name)
      json.value(knob.value)
    }
    json.endObject()
    json.key("strategy")
    json.value(options.strategy.rawValue)
    json.key("seed")
    json.value(options.seed)
    writeCounts(&json)
    json.key("findings")
    json.beginArray()
    for minimized in progress.minimized { write(minimized, &json) }
    json.endArray()
    json.key("ended_by")
    json.value(progress.ending?.name ?? "")
    json.key("reason")
    json.value(ExploreTexts.verdict(progress))
    json.key("wall_ns")
    json.value(progress.time)
    json.key("search_ns")
    json.value(progress.searchTime)
    json.key("shortening_ns")
    json.value(progress.shorteningTime)
    json.key("proving_ns")
    json.value(progress.provingTime)
    json.endObject()
    json.newline()
    return SafeOutput(json: json)
  }

  private func writeCounts(_ json: inout JSONWriter) {
    json.key("schedules")
    json.value(counts.schedules)
    json.key("classes")
    json.value(counts.classes)
    json.key("exhausted")
    json.value(counts.isExhausted)
    json.key("disturbed")
    json.value(counts.disturbed)
    if counts.unknown > 0 {
      json.key("unknown")
      json.value(counts.unknown)
    }
    json.key("repeated")
    json.value(counts.repeated)
    json.key("restarts")
    json.value(counts.restarts)
    json.key("held_back")
    json.value(counts.heldBack)
    json.key("outcomes")
    json.beginObject()
    for (outcome, count) in outcomes {
      json.key(untrusted: outcome)
      json.value(count)
    }
    json.endObject()
  }

  /// The outcomes, the one without findings first.
  private var outcomes: [(name: String, count: Int)] {
    counts.outcomes.map { ($0.key.name, $0.value) }.sorted {
      ($0.0 == "ok" ? 0 : 1, $0.0) < ($1.0 == "ok" ? 0 : 1, $1.0)
    }
  }

  private func write(_ minimized: MinimizedFinding, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("kind")
    json.value(minimized.found.kind.rawValue)
    json.key("count")
    json.value(minimized.found.count)
    json.key("first_at")
    json.value(minimized.found.firstAt)
    json.key("schedule")
    json.value(minimized.found.first.schedule.text)
    json.key("minimal")
    json.beginObject()
    json.key("schedule")
    json.value(minimized.minimal.text)
    json.key("switches")
    json.value(minimized.minimal.switches)
    json.endObject()
    json.key("repeats")
    json.value(minimized.isRepeated)
    json.key("command")
    json.value(subject.command(repeating: minimized.minimal))
    json.key("text")
    json.value(minimized.finding?.text ?? Localized(verbatim: ""))
    json.endObject()
  }

  // MARK: - For people

  /// Lines for people.
  func text(_ language: Language) -> SafeOutput {
    var lines = [ExploreTexts.summary(counts, options.strategy, progress.time)]
    for (name, count) in outcomes {
      lines.append(Localized(verbatim: "  \(String(count).leftPadded(to: 8))  \(name)"))
    }
    if counts.restarts > 0 { lines.append(ExploreTexts.restarts(counts.restarts)) }
    if counts.repeated > 0 { lines.append(ExploreTexts.repeated(counts.repeated)) }
    for minimized in progress.minimized { lines += told(minimized) }
    lines.append(Localized(verbatim: ""))
    lines.append(ExploreTexts.verdict(progress))
    // A word of the command may have line breaks.
    return SafeOutput(
      lines: lines.flatMap {
        $0[language].split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      })
  }

  private func told(_ minimized: MinimizedFinding) -> [Localized] {
    var lines = [
      Localized(verbatim: ""),
      ExploreTexts.found(minimized),
      (minimized.finding?.text ?? Localized(verbatim: "")).indented,
    ]
    if let finding = minimized.finding {
      lines += minimized.run.steps(of: finding).map { step in
        Localized(
          zh: "    \(EventText.seconds(step.elapsed))  \(step.text.zh)",
          en: "    \(EventText.seconds(step.elapsed))  \(step.text.en)")
      }
    }
    lines.append(ExploreTexts.minimal(minimized))
    lines.append(Localized(verbatim: "    " + subject.command(repeating: minimized.minimal)))
    return lines
  }
}

extension Localized {
  fileprivate var indented: Localized { Localized(zh: "  " + zh, en: "  " + en) }
}

extension String {
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
