import ProcModel

/// Sentences, for people and for screen readers.
struct TextReport: Report {
  let language: Language

  func tell(_ event: Event, _ run: inout Run) -> SafeOutput {
    let line = EventText.line(event, before: run.world, language: language)
    run.append(event)
    return SafeOutput(line: line)
  }

  func summary(of run: Run, _ ending: RunEnding) -> SafeOutput {
    if run.trace.isEmpty { return .nothing }
    var lines = [""]
    let printed = printed(run)
    if !printed.isEmpty { lines += [Titles.printed[language]] + printed.map { "  " + $0 } + [""] }
    let loss = Titles.counts(run, malformed: ending.malformed)
    if !loss.isEmpty { lines += loss.map { $0[language] } + [""] }
    if let schedule = ending.schedule { lines += [Titles.schedule(schedule)[language], ""] }
    if ending.hasFailed { lines += [Titles.failed[language]] }
    lines += findings(run, hasFailed: ending.hasFailed)
    return SafeOutput(lines: lines)
  }

  /// What the processes printed, each line with its process's name.
  private func printed(_ run: Run) -> [String] {
    run.talk.map { run.trace[$0] }.filter { $0.kind == .output }.flatMap { event in
      let lane = run.world.lane(pid: event.pid, tid: event.tid)
      let name = lane.map { Sanitizer.line(run.world.lanes[$0].name) } ?? "pid \(event.pid)"
      return Sanitizer.splitLines(event.text).map { "\(name): \($0)" }
    }
  }

  private func findings(_ run: Run, hasFailed: Bool) -> [String] {
    let findings = run.findings
    if findings.isEmpty { return hasFailed ? [] : [Titles.nothingFound[language]] }
    return [Titles.found[language]] + findings.flatMap { told($0, run) }
  }

  /// A finding, and the events that show it: who did what when.
  private func told(_ finding: Finding, _ run: Run) -> [String] {
    ["  \(finding.kind.rawValue): \(finding.text[language])"]
      + run.steps(of: finding).map {
        "    \(EventText.seconds($0.elapsed))  \($0.text[language])"
      }
  }
}

/// The headings of the end.
private enum Titles {
  static let printed = Localized(zh: "各进程的输出：", en: "What the processes printed:")
  static let found = Localized(zh: "发现：", en: "Findings:")
  static let nothingFound = Localized(zh: "没有发现问题。", en: "Nothing was found.")
  static let failed = Localized(
    zh: "这次运行没有到达终点。", en: "The run did not reach its end.")

  static func schedule(_ text: String) -> Localized {
    Localized(zh: "调度：\(text)", en: "Schedule: \(text)")
  }

  /// What went wrong on the channel, if anything did.
  static func counts(_ run: Run, malformed: Int) -> [Localized] {
    var texts: [Localized] = []
    if run.world.lostCount > 0 {
      texts.append(
        Localized(
          zh: "丢失的事件：\(run.world.lostCount)", en: "Events lost: \(run.world.lostCount)"))
    }
    let unknown = run.world.unknownCount
    if unknown > 0 {
      texts.append(
        Localized(
          zh: "未知种类的事件：\(unknown)（由更新的程序报告）",
          en: "Events of unknown kinds: \(unknown) (from a newer speaker)"))
    }
    if malformed > 0 {
      texts.append(
        Localized(
          zh: "事件通道中的无效数据：\(malformed) 处", en: "Malformed data on the channel: \(malformed)"))
    }
    return texts
  }
}
