public import ProcModel

/// A setting of a scenario that the user can change.
public struct Knob: Sendable {
  /// Its name in commands: `start-method`.
  public let name: String
  /// What it does, one line.
  public let help: Localized
  /// What it can be set to; the first choice or `standard` is the default.
  public let domain: Domain

  /// The values that a knob can have.
  public enum Domain: Sendable {
    /// One of these words; the first is the default.
    case choice([String])
    /// A whole number within these bounds.
    case integer(ClosedRange<Int>, standard: Int)
    /// A number within these bounds.
    case decimal(ClosedRange<Double>, standard: Double)
  }

  /// The text of the default value.
  public var standard: String {
    switch domain {
    case .choice(let words): words.first ?? ""
    case .integer(_, let standard): String(standard)
    case .decimal(_, let standard): Knob.text(standard)
    }
  }

  /// The values that are allowed, for a message: `on, off` or `1 … 64`.
  public var allowed: String {
    switch domain {
    case .choice(let words): words.joined(separator: ", ")
    case .integer(let range, _): "\(range.lowerBound) … \(range.upperBound)"
    case .decimal(let range, _): "\(Knob.text(range.lowerBound)) … \(Knob.text(range.upperBound))"
    }
  }

  /// `text` in the form in which the knob's values are stored, or nil if it is not allowed.
  public func normalized(_ text: String) -> String? {
    switch domain {
    case .choice(let words): words.contains(text) ? text : nil
    case .integer(let range, _):
      Int(text).flatMap { range.contains($0) ? String($0) : nil }
    case .decimal(let range, _):
      Double(text).flatMap { range.contains($0) ? Knob.text($0) : nil }
    }
  }

  /// The value after (`step` 1) or before (−1) `text`: the next word in turn, the next round number.
  public func neighbour(of text: String, step: Int) -> String {
    switch domain {
    case .choice(let words):
      let index = words.firstIndex(of: text) ?? 0
      return words[(index + step + words.count) % words.count]
    case .integer(let range, let standard):
      let value = Int(text) ?? standard
      let stride = value >= 1000 ? 1000 : value >= 100 ? 100 : value >= 20 ? 10 : 1
      return String(min(max(value + step * stride, range.lowerBound), range.upperBound))
    case .decimal(let range, let standard):
      let value = (Double(text) ?? standard) * (step > 0 ? 2 : 0.5)
      return Knob.text(min(max(value, range.lowerBound), range.upperBound))
    }
  }

  /// A number without an unnecessary fraction: `1`, `0.5`.
  private static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
  }

  /// The knob that all scenarios have.
  public static let speed = Knob(
    name: "speed",
    help: Localized(zh: "所有休眠缩短的倍数", en: "how many times shorter every sleep is"),
    domain: .decimal(0.05...1000, standard: 1))

  /// The knob of all scenarios that start processes.
  public static let startMethod = Knob(
    name: "start-method",
    help: Localized(
      zh: "子进程怎样产生：fork 复制父进程（Linux），spawn 重新执行程序（Windows）",
      en:
        "how children are started: fork copies the parent (Linux), spawn starts the program again (Windows)"
    ),
    domain: .choice(["fork", "spawn"]))

  /// Whether the critical section is protected; the first of `words` is the default.
  static func lock(_ words: [String]) -> Knob {
    Knob(
      name: "lock",
      help: Localized(zh: "是否用锁保护临界区", en: "whether a lock protects the critical section"),
      domain: .choice(words))
  }

  /// How many workers there are.
  static func workers(_ standard: Int, _ range: ClosedRange<Int> = 1...200) -> Knob {
    Knob(
      name: "workers", help: Localized(zh: "工作进程的数目", en: "how many workers there are"),
      domain: .integer(range, standard: standard))
  }
}
