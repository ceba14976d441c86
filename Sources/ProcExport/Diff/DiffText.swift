public import ProcModel

/// Says where two runs part, for people.
public struct DiffText {
  private let runs: [Run]
  private let facts: [ExportFacts]
  private let diff: RunDiff
  private let language: Language
  private static let letters = ["A", "B"]

  /// What to say of two runs and their difference.
  public init(
    _ first: (run: Run, facts: ExportFacts), _ second: (run: Run, facts: ExportFacts),
    _ diff: RunDiff, _ language: Language
  ) {
    runs = [first.run, second.run]
    facts = [first.facts, second.facts]
    self.diff = diff
    self.language = language
  }

  /// The lines.
  public var lines: [String] {
    [0, 1].map(heading) + knobs + divergence + findings + output
  }

  private func text(_ zh: String, _ en: String) -> String { Localized(zh: zh, en: en)[language] }

  private func heading(_ side: Int) -> String {
    let run = runs[side]
    let time = DurationText.of(run.world.elapsed(run.endTime))
    let kinds = Set(run.findings.map(\.kind.rawValue)).sorted().joined(separator: ", ")
    let nothing =
      facts[side].summary.hasFailed
      ? text("没有到达终点", "did not come to its end") : text("没有发现问题", "nothing was found")
    let outcome = kinds.isEmpty ? nothing : kinds
    let count = text("\(run.trace.count) 个事件", "\(run.trace.count) events")
    return
      "\(Self.letters[side]): \(facts[side].name) · \(count) · \(time) · \(result(run))\(outcome)"
  }

  /// The result of a scenario that has one.
  private func result(_ run: Run) -> String {
    guard let value = run.world.result, let expected = value.expected else { return "" }
    let actual = Sanitizer.line(value.number.map { String($0) } ?? value.text)
    return text("结果 \(actual)（应为 \(expected)）· ", "result \(actual) (expected \(expected)) · ")
  }

  private var knobs: [String] {
    let other = Dictionary(
      facts[1].summary.knobs.map { ($0.name, $0.value) }, uniquingKeysWith: { $1 })
    let differing = facts[0].summary.knobs.filter { other[$0.name] != $0.value }
    return differing.map { knob in
      let name = Sanitizer.line(knob.name)
      let (a, b) = (Sanitizer.line(knob.value), Sanitizer.line(other[knob.name] ?? "-"))
      return text("设置 \(name)：A 为 \(a)，B 为 \(b)", "knob \(name): \(a) in A, \(b) in B")
    }
  }

  private var divergence: [String] {
    guard let divergence = diff.divergence else {
      return [
        "",
        text(
          "两次运行中每个进程做的都一样，共 \(diff.sameCount) 个操作，次序也一样。",
          "In both runs every process did the same, \(diff.sameCount) operations in all, "
            + "in the same order."
        ),
      ]
    }
    let headline =
      switch divergence.subject {
      case .lane(let name):
        text("它们从 \(name) 这里分开：", "They part at what \(name) did next:")
      case .object(let name):
        text("它们从 \(name) 轮到谁这里分开：", "They part at whose turn it was at \(name):")
      }
    let same = text(
      "在此之前各进程做的一样（\(diff.sameCount) 个操作）", "the same before: \(diff.sameCount) operations")
    let last = divergence.lastSame.map { [line("=", 0, $0)] } ?? []
    return ["", headline, "  " + same] + last
      + [told(0, divergence.first, divergence), told(1, divergence.second, divergence)]
  }

  private func told(_ side: Int, _ seq: Int?, _ divergence: RunDiff.Difference) -> String {
    if let seq { return line(Self.letters[side], side, seq) }
    let run = runs[side]
    guard case .lane(let name) = divergence.subject,
      let lane = StableWords(run.world).lanes.firstIndex(of: name)
    else { return "  \(Self.letters[side])  \(text("再没有谁了", "nobody any more"))" }
    let situation = run.world.situation(of: lane)[language]
    return "  \(Self.letters[side])  "
      + text("\(name) 没有再做什么：\(situation)", "\(name) did nothing more: it \(situation)")
  }

  private func line(_ letter: String, _ side: Int, _ seq: Int) -> String {
    let run = runs[side]
    let sentence = Explainer.sentence(for: run.trace[seq], before: run.world(after: seq))[language]
    let time = EventText.seconds(run.world.elapsed(run.trace[seq].time))
    return "  \(letter)  \(time)  \(sentence)"
  }

  private var findings: [String] {
    guard runs.contains(where: { !$0.findings.isEmpty }) else { return [] }
    let told = runs.indices.flatMap { side in
      runs[side].findings.prefix(5).map { finding in
        "  \(Self.letters[side])  \(finding.kind.rawValue): \(finding.text[language])"
      }
    }
    return ["", text("发现：", "Findings:")] + told
  }

  private var output: [String] {
    if diff.otherOutput.isEmpty { return [] }
    let names = diff.otherOutput.prefix(8).joined(separator: ", ")
    return ["", text("输出不同的进程：\(names)", "Other output: \(names)")]
  }
}
