public import ProcModel

/// Why a text is not a schedule.
public struct ScheduleError: Error, Sendable, Hashable {
  /// The character at which the error is found, from 1; one after the last if the text ends too
  /// soon.
  public let position: Int
  /// What is wrong there.
  public let problem: Problem

  /// What can be wrong with the text of a schedule.
  public enum Problem: Sendable, Hashable {
    /// It does not begin with the version.
    case version
    /// There is no lane where one must be.
    case lane
    /// A lane's number is too high, or its path too long.
    case laneTooFar
    /// After `x` there is no number of moves from 1 on.
    case count
    /// These are more moves than a schedule can have.
    case tooManyMoves
    /// After a stretch comes something other than the next stretch, a number of moves, a line or a
    /// check.
    case separator
    /// A character of a typed line is not coded.
    case line
    /// The typed line is not UTF-8.
    case notText
    /// The typed line is too long.
    case lineTooLong
    /// A check is not two of the letters and digits that checks are made of.
    case check
  }

  /// The message for the user.
  public var text: Localized {
    let what = problem.text
    return Localized(
      zh: "调度文本的第 \(position) 个字符处有误：\(what.zh)。",
      en: "The schedule cannot be read at character \(position): \(what.en).")
  }
}

extension ScheduleError.Problem {
  /// What is allowed at that place.
  var text: Localized {
    switch self {
    case .version:
      Localized(
        zh: "开头应为版本 v1，例如 v1.0x7.1.2x2", en: "it must begin with v1, as in v1.0x7.1.2x2")
    case .lane:
      Localized(
        zh: "此处应为一个进程的编号，例如 0、1 或 1-2",
        en: "here goes the number of a process, such as 0, 1 or 1-2")
    case .laneTooFar:
      Localized(
        zh: "进程编号每段最大为 \(ScheduleText.highestNumber)，最多 \(ScheduleText.deepestLane) 段",
        en: "the number of a process has at most \(ScheduleText.deepestLane) parts,"
          + " each at most \(ScheduleText.highestNumber)")
    case .count:
      Localized(
        zh: "x 之后应为步数，从 1 到 \(ScheduleText.mostMoves)",
        en: "after x goes how many moves, from 1 to \(ScheduleText.mostMoves)")
    case .tooManyMoves:
      Localized(
        zh: "一个调度最多有 \(ScheduleText.mostMoves) 步",
        en: "a schedule has at most \(ScheduleText.mostMoves) moves")
    case .separator:
      Localized(
        zh: "此处可以是 .（下一个进程）、x（步数）、=（输入的一行）或 :（校验）",
        en: "here may go . (the next process), x (how many moves), = (a typed line) or : (a check)")
    case .line:
      Localized(
        zh: "输入的一行只能含字母、数字、-、_ 和 %XX（两位十六进制数）",
        en: "a typed line holds letters, digits, -, _ and %XX with two hexadecimal digits")
    case .notText:
      Localized(zh: "输入的一行不是 UTF-8 文本", en: "the typed line is not UTF-8")
    case .lineTooLong:
      Localized(
        zh: "输入的一行最多 \(ScheduleText.longestLine) 个字节",
        en: "a typed line has at most \(ScheduleText.longestLine) bytes")
    case .check:
      Localized(
        zh: "校验应为两个字符，取自小写字母（l、o 除外）和数字 2 到 9",
        en: "a check is two small letters other than l and o, or digits from 2 to 9")
    }
  }
}
