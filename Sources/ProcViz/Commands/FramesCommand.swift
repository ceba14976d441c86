import ArgumentParser
import CProcSupport
import Glibc
import ProcLessons
import ProcModel

/// `procviz __frames COUNT`: makes a run of the records on standard input, draws so many screens of
/// it, and prints what that took. For docs/benchmarks.md: it is the program itself that is measured.
struct FramesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "__frames", abstract: "Measures drawing.", shouldDisplay: false)

  @Argument
  var count: Int

  func run() {
    let before = Self.memory()
    var state = AppState(
      size: Size(columns: 200, rows: 60), language: .en, glyphs: .unicode, scenarios: [])
    _ = Update.launch(.program(["records"]), in: &state)
    let begin = Self.now(CLOCK_PROCESS_CPUTIME_ID)
    takeRecords(&state)
    let end = Self.now(CLOCK_PROCESS_CPUTIME_ID)
    _ = Update.apply(.ended(run: state.runCount), to: &state)
    print("events \(state.run?.run.trace.count ?? 0)\nseconds \(Double(end - begin) / 1e9)")
    let after = Self.memory()
    print("memory \(after.now - before.now)\nhighest \(after.highest)")
    for number in 0..<count { draw(number, &state) }
  }

  private func takeRecords(_ state: inout AppState) {
    var reader = RecordReader()
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let length = read(STDIN_FILENO, &chunk, chunk.count)
      if length < 0, errno == EINTR { continue }
      guard length > 0 else { return }
      let events = reader.read(Array(chunk[..<length]))
      _ = Update.apply(.events(run: state.runCount, EventBatch(events: events)), to: &state)
    }
  }

  /// What a user does to look around: all of it, closer and closer, a step back and forth in time by
  /// event and by column, another lane, and the axis of events.
  private static let keys: [Key] = [
    .down, .character("["), .character("z"), .left, .character("]"), .down, .character("z"),
    .pageUp, .up, .character("["), .character("z"), .right, .character("t"), .left, .character("["),
    .down, .character("t"), .home, .right, .character("Z"), .end, .down, .character("z"), .left,
    .character("Z"), .character("Z"), .down, .character("Z"), .end,
  ]

  private func draw(_ number: Int, _ state: inout AppState) {
    let key = Self.keys[number % Self.keys.count]
    let before = Self.now(CLOCK_MONOTONIC)
    _ = Update.apply(.key(key), to: &state)
    let between = Self.now(CLOCK_MONOTONIC)
    let frame = ScreenView.frame(of: state)
    let after = Self.now(CLOCK_MONOTONIC)
    precondition(frame.size == state.size)
    print("move \(between - before)\nframe \(after - between)")
  }

  private static func now(_ clock: clockid_t) -> UInt64 {
    var time = timespec()
    clock_gettime(clock, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// How many bytes of memory this process has, and the most that it ever had (proc(5), `status`).
  private static func memory() -> (now: Int, highest: Int) {
    guard let file = fopen("/proc/self/status", "r") else { return (0, 0) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, file)
    let lines = String(decoding: bytes[..<count], as: UTF8.self).split(separator: "\n")
    func kilobytes(_ name: String) -> Int {
      let words = lines.first { $0.hasPrefix(name) }?.split { $0 == " " || $0 == "\t" } ?? []
      return words.count > 1 ? Int(words[1]) ?? 0 : 0
    }
    return (kilobytes("VmRSS:") * 1024, kilobytes("VmHWM:") * 1024)
  }
}
