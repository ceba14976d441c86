import HeadlessHarness
import TerminalHarness
import Testing

@Suite struct CommandLineTests {
  private func run(_ arguments: String..., environment: [String: String?] = [:]) throws -> Command {
    try Command.run(Headless.program, arguments, surroundings: Surroundings(environment))
  }

  @Test(arguments: [
    (["run", "nope"], ["'nope' is not a scenario", "counter", "isolated-memory"]),
    (["run"], ["name a scenario", "counter"]),
    (["run", "counter", "--lock", "maybe"], ["'maybe' is not allowed for --lock", "off, on"]),
    (["run", "counter", "--lock"], ["--lock needs a value", "off, on"]),
    (["run", "counter", "--lok=on"], ["'lok' is not a knob of counter", "window-us", "speed"]),
    (["run", "counter", "--workers", "0"], ["'0' is not allowed for --workers", "1 … "]),
    (["run", "counter", "--set", "lock"], ["--set takes name=value"]),
    (["run", "counter", "lock"], ["unexpected argument 'lock'"]),
    (["run", "counter", "--headless", "--format", "xml"], ["'text' and 'jsonl'"]),
    (["run", "counter", "--lang", "fr"], ["'zh' and 'en'"]),
    (["fly"], ["fly"]),
  ])
  func whatIsWrongIsSaidTogetherWithWhatIsAllowed(words: [String], texts: [String]) throws {
    let command = try Command.run(Headless.program, words, surroundings: Surroundings())
    #expect(command.ending == .code(64))
    #expect(command.output == "")
    for text in texts { #expect(command.errors.contains(text), "\(command.errors)") }
  }

  @Test func itIsSaidInChinese() throws {
    let byOption = try run("run", "nope", "--lang", "zh")
    #expect(byOption.errors.contains("没有名为“nope”的场景"))
    let byLocale = try run("run", "nope", environment: ["LANG": "zh_CN.UTF-8"])
    #expect(byLocale.errors == byOption.errors)
  }

  @Test(arguments: [["--lock", "on"], ["--lock=on"], ["--set", "lock=on"], ["--set=lock=on"]])
  func aKnobCanBeWrittenInManyWays(words: [String]) throws {
    let run = try Headless.run(["counter", "--workers", "1", "--iterations", "1"] + words)
    #expect(run.summary["knobs"]["lock"] == .string("on"))
    #expect(run.summary["knobs"]["workers"] == .number(1))
  }

  @Test func theListNamesWhatThereIs() throws {
    let text = try run("list")
    #expect(text.ending == .code(0))
    #expect(text.output.contains("counter") && text.output.contains("--window-us"))
    let json = try JSON(parsing: run("list", "--json").output)
    let scenarios = json["lessons"].elements.flatMap { $0["scenarios"].elements }
    let counter = try #require(scenarios.first { $0["id"].string == "counter" })
    let lock = try #require(counter["knobs"].elements.first { $0["name"].string == "lock" })
    #expect(lock["values"] == .array([.string("off"), .string("on")]))
    #expect(lock["default"] == .string("off"))
  }

  @Test func theRestAnswersToo() throws {
    #expect(try run("--version").output.hasPrefix("0."))
    for words in [["--help"], ["run", "--help"], ["list", "--help"]] {
      let help = try Command.run(Headless.program, words, surroundings: Surroundings())
      #expect(help.ending == .code(0) && help.output.contains("USAGE"))
    }
  }

  @Test func theShellIsToldWhatCanFollow() throws {
    #expect(try run("__complete", "--", "run", "cou").output == "counter\n")
    #expect(try run("__complete", "--", "run", "counter", "--lock", "").output == "off\non\n")
    #expect(try run("__complete", "--", "run", "counter", "--wo").output == "--workers\n")
    #expect(try run("__complete", "--", "run", "counter", "--sc").output == "--schedule\n")
    #expect(try run("__complete", "--", "exp").output == "export\nexplore\n")
    #expect(try run("__complete", "--", "export", "x", "--format", "ch").output == "chrome-trace\n")
    #expect(try run("__complete", "--", "rep").output == "replay\n")
    #expect(try run("__complete", "--", "run", "counter", "--rec").output == "--record\n")
    #expect(try run("__complete", "--", "replay", "/etc/passw").output.contains("/etc/passwd\n"))
    #expect(try run("__complete", "--", "replay", "x", "--sp").output == "--speed\n")
    #expect(
      try run("__complete", "--", "explore", "counter", "--max-se").output == "--max-seconds\n")
    #expect(
      try run("__complete", "--", "explore", "counter", "--strategy", "").output
        == "dpor\ndfs\nrandom\npct\n")
    #expect(try run("__complete", "--", "run", "--", "/etc/passw").output.contains("/etc/passwd\n"))
  }
}
