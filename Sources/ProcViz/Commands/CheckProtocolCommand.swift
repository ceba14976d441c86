import ArgumentParser
import Glibc
import ProcModel
import ProcSession

/// `procviz check-protocol -- PROGRAM ARGS`: whether a program speaks the protocol.
struct CheckProtocolCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-protocol",
    abstract: "Check whether a program speaks the protocol of docs/protocol.md.",
    usage: "procviz check-protocol [--seconds N] [--json] -- PROGRAM [ARGUMENT ...]",
    discussion: """
      For authors of a speaker in another language. The program is run six times: freely, one \
      operation at a time, held and let go, ended, left alone by the viewer, and without a viewer. \
      Exit status: 0 no rule is broken, 3 a rule is broken, 1 the program could not be started, 64 \
      wrong usage.
      """)

  @OptionGroup var common: CommonOptions

  @Option(
    parsing: .unconditional,
    help: "The most seconds that one run, or an answer, may take. (default: 10)")
  var seconds: String?

  @Flag(help: "Say the result as one JSON object.")
  var json = false

  func run() throws {
    let words: [String]
    let limit: UInt64
    do throws(UsageError) {
      words = try program()
      limit = try checkedSeconds() * 1_000_000_000
    } catch {
      StandardError.write(error.text[common.language])
      throw ExitCode(CommandStatus.usage.rawValue)
    }
    signal(SIGPIPE, SIG_IGN)
    let check: ProtocolCheck
    do {
      let launch = Launch(executable: try ProgramWords.path(of: words[0]), arguments: words)
      check = try ProtocolCheck(launch, limit: limit)
    } catch {
      StandardError.write(StartFailure.message(of: error)[common.language])
      throw ExitCode(CommandStatus.failed.rawValue)
    }
    throw ExitCode(tell(ProtocolReport(words: words, check: check)).rawValue)
  }

  private func program() throws(UsageError) -> [String] {
    guard let words = ProgramWords.current, !words.isEmpty else { throw .noProgram }
    return words
  }

  private func checkedSeconds() throws(UsageError) -> UInt64 {
    guard let seconds else { return 10 }
    guard let number = UInt64(seconds), (1...3600).contains(number) else {
      throw .notAllowed("--seconds", seconds, "1 … 3600")
    }
    return number
  }

  private func tell(_ report: ProtocolReport) -> CommandStatus {
    var output = OutputPipe()
    output.append(json ? report.json : report.text(common.language))
    do {
      try output.writeAll()
    } catch {
      StandardError.write(error.message[common.language])
      return .failed
    }
    return report.check.isPassed ? .ok : .finding
  }
}

/// What came of checking a speaker, for people and for scripts.
struct ProtocolReport {
  /// The program and its arguments.
  let words: [String]
  let check: ProtocolCheck

  /// A line for each rule: its verdict, its id, what it says; where it is broken, what shows it.
  func text(_ language: Language) -> SafeOutput {
    let width = ProtocolRule.allCases.map(\.rawValue.count).max() ?? 0
    var lines: [String] = []
    for (rule, verdict) in check.verdicts {
      let id = rule.rawValue + String(repeating: " ", count: width - rule.rawValue.count)
      lines.append("\(Self.word(verdict))  \(id)  \(rule.statement[language])")
      switch verdict {
      case .kept: break
      case .broken(let text), .unseen(let text): lines.append("        \(text[language])")
      }
    }
    return SafeOutput(lines: lines + ["", summary[language]])
  }

  private var summary: Localized {
    let broken = check.verdicts.filter { if case .broken = $0.verdict { true } else { false } }
      .count
    let records = check.recordCount
    if broken == 0 {
      return Localized(
        zh: "没有违反任何规则（检查了 \(records) 条记录）。",
        en: "No rule is broken (\(records) records were checked).")
    }
    return Localized(
      zh: "违反了 \(broken) 条规则（检查了 \(records) 条记录）。规则见 docs/protocol.md。",
      en: "\(broken) broken (\(records) records were checked). docs/protocol.md has the rules.")
  }

  private static func word(_ verdict: ProtocolCheck.Verdict) -> String {
    switch verdict {
    case .kept: "PASS  "
    case .broken: "FAIL  "
    case .unseen: "UNSEEN"
    }
  }

  /// One JSON object (docs/json-lines.md, *The result of a check*).
  var json: SafeOutput {
    var json = JSONWriter()
    json.beginObject()
    json.key("program")
    json.value(words.joined(separator: " "))
    json.key("records")
    json.value(check.recordCount)
    json.key("passed")
    json.value(check.isPassed)
    json.key("rules")
    json.beginArray()
    for (rule, verdict) in check.verdicts { write(rule, verdict, &json) }
    json.endArray()
    json.endObject()
    json.newline()
    return SafeOutput(json: json)
  }

  private func write(
    _ rule: ProtocolRule, _ verdict: ProtocolCheck.Verdict, _ json: inout JSONWriter
  ) {
    json.beginObject()
    json.key("rule")
    json.value(rule.rawValue)
    json.key("result")
    switch verdict {
    case .kept: json.value("pass")
    case .broken(let text): write("fail", text, &json)
    case .unseen(let text): write("unseen", text, &json)
    }
    json.endObject()
  }

  private func write(_ result: String, _ text: Localized, _ json: inout JSONWriter) {
    json.value(result)
    json.key("text")
    json.value(text)
  }
}
