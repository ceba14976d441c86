/// Small parts of sentences: names, lists of names, durations, signals.
enum Phrases {
  /// `Process-1, Process-2 and Process-3`; of more than four, the first two and how many more.
  ///
  /// - Parameter unit: what they are, with its measure word, in Chinese.
  static func list(_ names: [String], unit: String = "个进程") -> Localized {
    let names = names.map(Sanitizer.line)
    guard let last = names.last else { return Localized(zh: "没有谁", en: "nobody") }
    if names.count == 1 { return Localized(verbatim: last) }
    if names.count > 4 {
      let first = names.prefix(2)
      return Localized(
        zh: first.joined(separator: "、") + " 等 \(names.count) \(unit)",
        en: first.joined(separator: ", ") + " and \(names.count - 2) others")
    }
    let others = names.dropLast()
    return Localized(
      zh: others.joined(separator: "、") + " 和 \(last)",
      en: others.joined(separator: ", ") + " and \(last)")
  }

  /// A duration for people: `340 µs`, `12.5 ms`, `1.2 s`, `3 min 5 s`.
  static func duration(_ nanoseconds: UInt64) -> String {
    switch nanoseconds {
    case 0..<1_000: "\(nanoseconds) ns"
    case 1_000..<1_000_000: "\(nanoseconds / 1_000) µs"
    case 1_000_000..<1_000_000_000: tenths(nanoseconds / 100_000) + " ms"
    case 1_000_000_000..<60_000_000_000: tenths(nanoseconds / 100_000_000) + " s"
    default: "\(nanoseconds / 60_000_000_000) min \(nanoseconds / 1_000_000_000 % 60) s"
    }
  }

  /// How often, in English.
  static func times(_ count: Int) -> String {
    count == 1 ? "once" : count == 2 ? "twice" : "\(count) times"
  }

  /// The time from one moment to a later one; 0 where it is not later.
  static func between(_ start: UInt64, _ end: UInt64) -> UInt64 { end > start ? end - start : 0 }

  private static func tenths(_ count: UInt64) -> String {
    count % 10 == 0 || count >= 1000 ? "\(count / 10)" : "\(count / 10).\(count % 10)"
  }

  /// The name of a signal (signal(7)), or its number.
  static func signal(_ number: Int64) -> String {
    let names: [Int64: String] = [
      1: "SIGHUP", 2: "SIGINT", 3: "SIGQUIT", 4: "SIGILL", 5: "SIGTRAP", 6: "SIGABRT",
      7: "SIGBUS", 8: "SIGFPE", 9: "SIGKILL", 10: "SIGUSR1", 11: "SIGSEGV", 12: "SIGUSR2",
      13: "SIGPIPE", 14: "SIGALRM", 15: "SIGTERM", 17: "SIGCHLD", 18: "SIGCONT", 19: "SIGSTOP",
      24: "SIGXCPU", 25: "SIGXFSZ", 31: "SIGSYS",
    ]
    return names[number] ?? "signal \(number)"
  }
}

extension World {
  /// A lane's name, safe to show.
  func name(_ lane: LaneIndex) -> String {
    lanes.indices.contains(lane) ? Sanitizer.line(lanes[lane].name) : "?"
  }

  /// An object's name, safe to show.
  func name(_ id: ObjectID) -> String { object(id).map { Sanitizer.line($0.name) } ?? "?" }

  /// The names of lanes.
  func names(_ lanes: some Sequence<LaneIndex>) -> [String] { lanes.map(name) }

  /// `time` on the time axis, for people.
  func moment(_ time: UInt64) -> String { Phrases.duration(elapsed(time)) }
}

extension Localized {
  /// The same without a space between two Chinese characters. Such a space is left over where a
  /// name could have ended in a Latin letter but did not.
  var tidied: Localized {
    guard zh.utf8.contains(0x20) else { return self }
    let characters = Array(zh)
    let kept = characters.indices.filter { place in
      guard characters[place] == " ", place > 0, place + 1 < characters.count else { return true }
      return DisplayWidth.of(characters[place - 1]) < 2
        || DisplayWidth.of(characters[place + 1]) < 2
    }
    return Localized(zh: String(kept.map { characters[$0] }), en: en)
  }

  /// One text after another.
  static func + (a: Localized, b: Localized) -> Localized {
    Localized(zh: a.zh + b.zh, en: a.en + b.en)
  }
}
