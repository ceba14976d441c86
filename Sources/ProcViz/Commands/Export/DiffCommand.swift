import ArgumentParser
import Glibc
import ProcExport
import ProcModel
import ProcSession

/// `procviz diff A B`: where two recorded runs of the same scenario part.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say where two recorded runs of the same scenario part.",
    discussion: """
      Processes and objects are compared by their names; times, pids and who had to wait make no \
      difference. Exit status: 0 both did the same, 3 they part, 1 one cannot be read, 64 they are \
      runs of different scenarios.
      """)

  @OptionGroup var common: CommonOptions

  @Argument(help: ArgumentHelp("The first recording; - is standard input.", valueName: "a"))
  var first: String

  @Argument(help: ArgumentHelp("The second recording.", valueName: "b"))
  var second: String

  func run() throws {
    // A reader that has seen enough (`| head`) is no failure.
    signal(SIGPIPE, SIG_DFL)
    let sides: [RecordedRun]
    do {
      if first == "-", second == "-" { throw ExitCode(try usage(Self.onceOnly)) }
      sides = [try RecordedRun(path: first), try RecordedRun(path: second)]
    } catch let error as RecordingError {
      StandardError.write(error.message[common.language])
      throw ExitCode(CommandStatus.failed.rawValue)
    }
    for (side, path) in zip(sides, [first, second]) {
      for warning in side.warnings(path) { StandardError.write(warning[common.language]) }
    }
    let names = sides.map { $0.header.subject.comparedName }
    if names[0] != names[1] { throw ExitCode(try usage(Self.different(names))) }
    throw ExitCode(try tell(sides).rawValue)
  }

  private func tell(_ sides: [RecordedRun]) throws -> CommandStatus {
    let diff = RunDiff(sides[0].run, sides[1].run)
    let told = sides.map { (run: $0.run, facts: $0.facts(common.language)) }
    var output = OutputPipe()
    output.append(
      SafeOutput(lines: DiffText(told[0], told[1], diff, common.language).lines))
    do {
      try output.writeAll()
    } catch {
      StandardError.write(error.message[common.language])
      return .failed
    }
    return diff.isSame ? .ok : .finding
  }

  private func usage(_ text: Localized) throws -> Int32 {
    StandardError.write(text[common.language])
    return CommandStatus.usage.rawValue
  }

  private static let onceOnly = Localized(
    zh: "标准输入只能读一次；请至少指定一个文件", en: "standard input can be read only once; name a file")

  private static func different(_ names: [String]) -> Localized {
    Localized(
      zh: "A 是“\(names[0])”的运行，B 是“\(names[1])”的运行；只能比较同一场景的两次运行",
      en:
        "A is a run of '\(names[0])', B one of '\(names[1])'; only runs of the same can be compared"
    )
  }
}

extension RecordedSubject {
  /// What must be the same for two runs to be compared: the scenario, or the program.
  fileprivate var comparedName: String {
    switch self {
    case .scenario(let id, _): Sanitizer.line(id)
    case .program(let words): Sanitizer.line(words.first ?? "?")
    }
  }
}
