import Glibc
import HeadlessHarness
import ProcModel
import TerminalHarness
import Testing

/// Nothing that comes from outside controls the terminal of whoever looks at it: not a word of a
/// recording, not a word of the command line, in no output of any command.
@Suite struct HostileTextTests {
  /// Escape sequences in both encodings, control characters, and what turns the reading direction.
  private static let hostile =
    "a\u{1B}[31mb\u{1B}]0;title\u{07}c\u{9B}2Jd\u{0B}e\u{0C}f\u{08}g\u{7F}h\u{202E}i\u{2066}j"
    + "\u{90}k\u{9C}l\u{85}m\u{2028}n\u{200F}o\u{FEFF}p\u{E0041}q"

  /// What stands in an output that controls a terminal. Lines may end as in CSV.
  private func controls(_ text: String) -> [String] {
    text.replacing("\r\n", with: "\n").unicodeScalars
      .filter { $0 != "\n" && Sanitizer.isUnsafe($0) }
      .map { String($0.value, radix: 16) }
  }

  /// A recording all of whose texts are hostile.
  private func recording(_ subject: RecordedSubject) -> [UInt8] {
    let text = Self.hostile
    var encoder = RecordingEncoder(
      RecordingHeader(
        program: text, subject: subject, schedule: text,
        host: RecordingHeader.Machine(name: text, system: text, machine: text, cpus: 2)))
    let main = ObjectID(creator: 7, number: 0)
    let child = ObjectID(creator: 7, number: 1)
    encoder.append(Event(.processBegin, pid: 7, time: 10, object: main, value: -1, text: text))
    encoder.append(Event(.processStart, pid: 7, time: 20, object: child, text: text))
    encoder.append(
      Event(.processBegin, pid: 8, time: 30, object: child, extra: 7, text: text))
    var number: UInt32 = 2
    for kind in ObjectKind.allCases {
      encoder.append(
        Event(
          .objectDefine, pid: 7, time: 40, object: ObjectID(creator: 7, number: number),
          value: kind.rawValue, text: text))
      number += 1
    }
    for kind in EventKind.allCases where kind != .unknown && kind != .processExit {
      encoder.append(
        Event(
          kind, pid: 8, time: UInt64(number) * 100, object: ObjectID(creator: 7, number: 4),
          value: 1, extra: 1, flags: .textual, text: text, detail: text))
      number += 1
    }
    encoder.append(
      Event(
        code: 200, pid: 7, tid: 0, number: 0, time: 90_000, object: .none, value: 1, extra: 2,
        flags: [], text: text, detail: text))
    encoder.close(
      RecordingClosing(.failed(Localized(zh: text, en: text)), malformed: 1, schedule: text))
    return encoder.bytes
  }

  private func file(_ bytes: [UInt8], in surroundings: Surroundings) throws -> String {
    let path = surroundings.folder + "/hostile.procviz"
    let file = try #require(fopen(path, "w"))
    defer { fclose(file) }
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    return path
  }

  private static let subjects = [
    RecordedSubject.program([hostile, "a b", hostile]),
    .scenario(hostile, knobs: [RecordedKnob(hostile, hostile)]),
    .scenario("counter", knobs: [RecordedKnob("lock", hostile)]),
  ]

  @Test(arguments: [0, 1, 2], ["en", "zh"])
  func aRecordingControlsNothing(subject: Int, language: String) throws {
    let surroundings = try Surroundings()
    let path = try file(recording(Self.subjects[subject]), in: surroundings)
    let formats = ["chrome-trace", "jsonl", "csv", "svg", "text"].map {
      ["export", path, "--format", $0]
    }
    let commands =
      formats + [
        ["replay", path, "--headless"], ["replay", path, "--headless", "--format", "jsonl"],
        ["diff", path, path], ["view", path],
      ]
    for words in commands {
      let command = try Command.run(
        Headless.program, words + ["--lang", language], surroundings: surroundings)
      #expect(controls(command.output) == [], "\(words): \(command.output.debugDescription)")
      #expect(controls(command.errors) == [], "\(words): \(command.errors.debugDescription)")
      if words[0] != "view" { #expect(!command.output.isEmpty, "\(words): \(command.errors)") }
    }
  }

  /// A command to be pasted is one that a shell takes word by word.
  @Test func theCommandOfAnExportIsQuoted() throws {
    let surroundings = try Surroundings()
    let path = try file(
      recording(.program(["./program", "a b", "$(reboot)", "it's"])), in: surroundings)
    let command = try Command.run(
      Headless.program, ["export", path, "--format", "text"], surroundings: surroundings)
    let line = command.output.split(separator: "\n").first.map(String.init)
    #expect(line == #"procviz run -- ./program 'a b' '$(reboot)' 'it'\''s'"#)
  }

  @Test(arguments: [
    ["run", hostile], ["run", "counter", hostile], ["run", "counter", "--lock", hostile],
    ["run", "counter", "--\(hostile)", "x"], ["run", "counter", "--set", hostile],
    ["run", "counter", "--schedule", hostile], ["run", "counter", "--format", hostile],
    ["run", "counter", "--lang", hostile], ["run", "--headless", "--", hostile],
    ["run", "counter", "--headless", "--record", "/\(hostile)/x"],
    ["explore", hostile], ["explore", "counter", "--strategy", hostile],
    ["explore", "counter", "--seed", hostile], ["explore", "counter", "--max-seconds", hostile],
    ["replay", hostile, "--headless"], ["replay", "x", "--speed", hostile],
    ["export", hostile, "--format", "text"], ["export", "x", "--format", hostile],
    ["export", "x", "--format", "text", "--output", "/\(hostile)/x"], ["diff", hostile, hostile],
    ["view", hostile], ["list", hostile], ["check-protocol", "--", hostile],
    ["check-protocol", "--seconds", hostile, "--", "x"], [hostile], ["--\(hostile)"],
    ["__complete", "run", hostile], ["__scenario", hostile], ["__scenario", "counter", hostile],
  ])
  func aCommandLineControlsNothing(words: [String]) throws {
    let command = try Command.run(
      Headless.program, words, surroundings: try Surroundings(["LANG": "en_US.UTF-8"]))
    #expect(controls(command.output) == [], "\(command.output.debugDescription)")
    #expect(controls(command.errors) == [], "\(command.errors.debugDescription)")
    if words[0] != "__complete" { #expect(command.ending != .code(0)) }
  }

  /// A byte of C1 by itself is no UTF-8; it does not come through either.
  @Test func aSingleByteControlsNothing() throws {
    let command = try Command.run(
      "/bin/sh", ["-c", #"exec "$0" run "$(printf 'a\2332Jb')""#, Headless.program],
      surroundings: Surroundings())
    #expect(command.ending == .code(64))
    #expect(controls(command.errors) == [])
    #expect(command.errors.contains("a\u{FFFD}2Jb"), "\(command.errors)")
  }
}
