import Glibc
import HeadlessHarness
import TerminalHarness
import Testing

/// `procviz export` and `procviz diff` as a user has them: recordings, files, exit statuses.
@Suite struct ExportTests {
  /// Runs a script in a folder with `run.procviz`, a recording of `counter` going wrong.
  private func shell(_ script: String) throws -> Command {
    let surroundings = try Surroundings()
    let record = "\"$0\" run counter --headless --record run.procviz > run.txt"
    return try Command.run(
      "/bin/sh", ["-c", "cd \(surroundings.folder)\n\(record)\n\(script)", Headless.program],
      surroundings: surroundings)
  }

  @Test func jsonLinesAreWhatTheRunItselfSaid() throws {
    let told = try shell(
      """
      "$0" replay run.procviz --headless --format jsonl > one
      "$0" export run.procviz --format jsonl > two
      "$0" export - --format jsonl < run.procviz > three
      cmp one two && cmp two three && echo same
      """)
    #expect(told.output == "same\n", "\(told.output)\(told.errors)")
  }

  @Test(arguments: [
    ("chrome-trace", "\"traceEvents\""), ("csv", "seq,t_ns,pid"), ("svg", "</svg>"),
    ("text", "lost-update: "), ("text", "▶"), ("jsonl", "\"event\":\"summary\""),
  ])
  func everyFormatIsWritten(format: String, part: String) throws {
    let told = try shell(
      """
      "$0" export run.procviz --format \(format) --output out && cat out
      "$0" export run.procviz --format \(format) | cmp - out && echo same
      """)
    #expect(told.output.contains(part), "\(told.errors)")
    #expect(told.output.hasSuffix("same\n"))
  }

  @Test func theLanesOfAnIssueCanBePlainCharacters() throws {
    let told = try shell("\"$0\" export run.procviz --format text --ascii")
    #expect(told.output.contains("MainProcess") && told.output.contains("==="))
    #expect(!told.output.contains { "━▶◆│└".contains($0) }, "\(told.output)")
  }

  @Test func aFileThatIsThereIsKept() throws {
    let told = try shell(
      """
      echo precious > out
      "$0" export run.procviz --format csv -o out; echo $?
      cat out; "$0" export run.procviz --format csv -o out --force; echo $?; head -c 3 out
      ls -A | grep -c '^[.]'
      """)
    #expect(told.output == "1\nprecious\n0\nseq0\n", "\(told.output)")
    #expect(told.errors.contains("--force"))
  }

  @Test(arguments: [
    "run.procviz -o run.procviz", "run.procviz -o ./run.procviz --force",
    "run.procviz -o link --force", "run.procviz >> run.procviz",
    "- -o run.procviz --force < run.procviz", "- < run.procviz >> run.procviz",
  ])
  func theRecordingItselfIsNeverWrittenTo(_ target: String) throws {
    let told = try shell(
      """
      cp run.procviz copy; ln -s run.procviz link
      "$0" export --format csv \(target); echo $?
      cmp run.procviz copy && echo whole
      """)
    #expect(told.output == "1\nwhole\n", "\(told.output)\(told.errors)")
    #expect(told.errors.contains("is the recording itself"))
  }

  /// What is read is a pipe that does not end, so that it is in the middle whenever it is killed.
  @Test(arguments: ["", "--force"])
  func anExportThatIsKilledLeavesNothing(_ force: String) throws {
    let told = try shell(
      """
      mkdir place; [ -z "\(force)" ] || echo precious > place/out; mkfifo pipe
      "$0" export - --format csv -o place/out \(force) < pipe & exec 3> pipe
      head -c 3000 run.procviz >&3
      until ls -l /proc/$!/fd 2> /dev/null | grep -q place/; do sleep 0.01; done
      kill -9 $!; wait $! 2> /dev/null; ls -A place
      """)
    #expect(told.output == (force.isEmpty ? "" : "out\n"), "\(told.output)\(told.errors)")
  }

  @Test(arguments: [
    ("--format csv -o /dev/full", "no space"), ("--format csv > /dev/full", "no space"),
    ("--format csv -o nowhere/out", "does not exist"), ("--format csv -o .", "folder"),
  ])
  func whereItCannotBeWritten(words: String, reason: String) throws {
    let told = try shell("\"$0\" export run.procviz \(words); echo $?; ls -A | grep -c procviz")
    #expect(told.output == "1\n1\n", "\(told.output)")
    #expect(told.errors.contains(reason), "\(told.errors)")
  }

  @Test func aReaderThatHasSeenEnoughIsNoFailure() throws {
    let told = try shell("\"$0\" export run.procviz --format csv | head -n 1")
    #expect(told.output.hasPrefix("seq,"))
    #expect(told.errors == "")
  }

  @Test func whatBreaksOffIsExportedUpToThere() throws {
    let told = try shell(
      """
      head -c 3000 run.procviz > cut
      "$0" export cut --format csv -o out; echo $?; wc -l < out
      head -c 10 run.procviz > stub; "$0" export stub --format csv; echo $?
      """)
    let lines = told.output.split(separator: "\n")
    #expect(lines.first == "0" && lines.last == "1", "\(told.output)")
    #expect(lines.count == 3 && Int(lines[1].drop { $0 == " " }) ?? 0 > 10)
    #expect(told.errors.contains("breaks off before the end of the run"))
  }

  @Test(arguments: [
    ["export", "x"], ["export", "x", "--format", "png"], ["export", "--format", "csv"],
    ["diff", "x"],
    ["diff", "-", "-"],
  ])
  func wrongUsage(_ words: [String]) throws {
    let told = try Command.run(Headless.program, words, surroundings: Surroundings())
    #expect(told.ending == .code(64), "\(told.errors)")
  }

  @Test func runsByOneScheduleAreTheSameAndOthersPart() throws {
    let told = try shell(
      """
      small="counter --workers 2 --iterations 1 --headless"
      "$0" run $small --schedule v1.0x2.1x2.2x5.1x3.0x5 --record a > out
      "$0" run $small --schedule v1.0x2.1x2.2x5.1x3.0x5 --record b > out
      "$0" run $small --lock on --record c > out
      "$0" diff a b; echo $?
      "$0" diff a c; echo $?
      """)
    #expect(told.output.contains("In both runs every process did the same"))
    #expect(told.output.contains("knob lock: off in A, on in B"), "\(told.output)")
    #expect(told.output.contains("They part at"))
    #expect(told.output.contains("\n0\n") && told.output.hasSuffix("\n3\n"))
  }

  @Test func runsOfDifferentScenariosAreNotCompared() throws {
    let told = try shell(
      """
      "$0" run rlock --headless --record other > out
      "$0" diff run.procviz other; echo $?
      "$0" diff run.procviz nothing; echo $?
      """)
    #expect(told.output == "64\n1\n")
    #expect(told.errors.contains("A is a run of 'counter', B one of 'rlock'"), "\(told.errors)")
  }
}
