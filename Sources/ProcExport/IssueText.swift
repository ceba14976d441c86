public import ProcModel

/// The text to paste into an issue: what ran and where, how its processes ended, a picture of the
/// lanes in plain characters, what was found, and the last output.
public enum IssueText {
  /// Writes it.
  ///
  /// - Parameter lanes: the picture, line by line.
  public static func write(
    _ run: Run, _ facts: ExportFacts, lanes: [String], to sink: inout some ExportSink
  ) throws {
    let text = IssueWords(run: run, facts: facts)
    for part in [text.head, text.processes, text.picture(lanes), text.findings, text.output] {
      try sink.write(SafeOutput(lines: part))
    }
  }
}

/// The parts, line by line.
struct IssueWords {
  let run: Run
  let facts: ExportFacts

  private static let mostProcesses = 64
  private static let mostFindings = 20
  private static let mostOutput = 20

  private func text(_ zh: String, _ en: String) -> String {
    Localized(zh: zh, en: en)[facts.language]
  }

  var head: [String] {
    let place = facts.host.map { "\($0.name) \($0.value)" }.map(Sanitizer.line)
    let time = DurationText.of(run.world.elapsed(run.endTime))
    var counts = text("\(run.trace.count) 个事件，历时 \(time)", "\(run.trace.count) events in \(time)")
    if run.world.lostCount > 0 {
      counts += text("，丢失 \(run.world.lostCount)", ", \(run.world.lostCount) lost")
    }
    let unknown = run.world.unknownCount
    if unknown > 0 {
      counts += text("，未知种类 \(unknown)", ", \(unknown) of unknown kinds")
    }
    let malformed = facts.summary.malformed
    if malformed > 0 {
      counts += text("，无效数据 \(malformed) 处", ", \(malformed) stretches of garbage")
    }
    var lines = [
      facts.command,
      (["procviz \(Sanitizer.line(facts.version))"] + place).joined(separator: " · "),
      counts,
    ]
    if let schedule = facts.summary.schedule {
      lines.append(text("调度：", "schedule: ") + Sanitizer.line(schedule))
    }
    if facts.summary.hasFailed {
      lines.append(text("这次运行没有到达终点。", "The run did not reach its end."))
    }
    return lines
  }

  var processes: [String] {
    let shown = run.world.lanes.prefix(Self.mostProcesses)
    let names = shown.map { Sanitizer.line($0.name) }
    let width = min(24, names.map { DisplayWidth.of($0) }.max() ?? 0)
    let rows = zip(shown, names).map { lane, name in
      "  \(TextLayout.padded(name, to: width))  \(number(lane))  \(ending(lane))"
    }
    return ["", text("进程：", "Processes:")] + rows
      + rest(run.world.lanes.count - shown.count)
  }

  private func number(_ lane: LaneState) -> String {
    let id = lane.tid == 0 ? "\(lane.pid)" : "\(lane.pid)/\(lane.tid)"
    return TextLayout.padded(lane.hasBegun ? id : "-", to: 9, alignRight: true)
  }

  private func ending(_ lane: LaneState) -> String {
    guard case .ended(let status) = lane.activity else {
      guard let index = run.world.lanes.firstIndex(where: { $0.id == lane.id }) else { return "" }
      return run.world.situation(of: index)[facts.language]
    }
    return switch status {
    case .code(let code): text("退出码 \(code)", "exit code \(code)")
    case .signal(let signal): text("被信号 \(signal) 结束", "ended by signal \(signal)")
    case .unknown: text("已结束", "ended")
    }
  }

  private func rest(_ count: Int) -> [String] {
    count > 0 ? [text("  另有 \(count) 个", "  and \(count) more")] : []
  }

  func picture(_ lanes: [String]) -> [String] {
    lanes.isEmpty ? [] : [""] + lanes
  }

  var findings: [String] {
    let findings = run.findings
    if findings.isEmpty {
      return facts.summary.hasFailed ? [] : ["", text("没有发现问题。", "Nothing was found.")]
    }
    let told = findings.prefix(Self.mostFindings).flatMap { finding in
      ["  \(finding.kind.rawValue): \(finding.text[facts.language])"]
        + run.steps(of: finding).map {
          "    \(EventText.seconds($0.elapsed))  \($0.text[facts.language])"
        }
    }
    return ["", text("发现：", "Findings:")] + told + rest(findings.count - Self.mostFindings)
  }

  /// The last lines that were printed.
  var output: [String] {
    var lines: [String] = []
    for seq in run.talk.reversed() where lines.count < Self.mostOutput {
      let event = run.trace[seq]
      guard event.kind == .output else { continue }
      let lane = run.world.lane(pid: event.pid, tid: event.tid) ?? run.world.lane(pid: event.pid)
      let name = lane.map { Sanitizer.line(run.world.lanes[$0].name) } ?? "pid \(event.pid)"
      lines = Sanitizer.splitLines(event.text).map { "  \(name): \($0)" } + lines
    }
    if lines.isEmpty { return [] }
    return ["", text("最后的输出：", "What was printed last:")] + lines.suffix(Self.mostOutput)
  }
}
