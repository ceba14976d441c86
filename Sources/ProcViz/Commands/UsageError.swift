import ProcLessons
import ProcModel

/// What is wrong with a command line, in a sentence that says what is allowed.
struct UsageError: Error, Hashable {
  let text: Localized

  /// No scenario was named.
  static let noScenario = UsageError(
    text: Localized(
      zh: "请指明一个场景：\(ids(separator: "、"))", en: "name a scenario: \(ids(separator: ", "))"))

  /// There is no scenario of this name.
  static func unknownScenario(_ id: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "没有名为“\(id)”的场景；可用的场景有：\(ids(separator: "、"))",
        en: "'\(id)' is not a scenario; the scenarios are: \(ids(separator: ", "))"))
  }

  /// A word that is neither an option nor the id.
  static func unexpected(_ word: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "多余的参数“\(word)”；设置应写成 --名称 值，例如 --lock on",
        en: "unexpected argument '\(word)'; a knob is written --name value, as in --lock on"))
  }

  /// A knob without its value.
  static func noValue(_ knob: Knob) -> UsageError {
    UsageError(
      text: Localized(
        zh: "--\(knob.name) 缺少取值；可取：\(knob.allowed)",
        en: "--\(knob.name) needs a value; allowed: \(knob.allowed)"))
  }

  /// An option with a value that it cannot have.
  static func notAllowed(_ option: String, _ value: String, _ allowed: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "\(option) 不能取“\(value)”；可取：\(allowed)",
        en: "'\(value)' is not allowed for \(option); allowed: \(allowed)"))
  }

  /// `--` with nothing behind it.
  static let noProgram = UsageError(
    text: Localized(
      zh: "-- 之后应是一个程序和它的参数", en: "after -- there must be a program and its arguments"))

  /// Words for a scenario where there is a program.
  static func besideProgram(_ word: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "“\(word)”与 -- 之后的程序不能同时使用", en: "'\(word)' cannot be used with a program after --"))
  }

  /// Two things that exclude each other.
  static func notTogether(_ one: String, _ other: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "\(one) 与 \(other) 不能同时使用", en: "\(one) cannot be used with \(other)"))
  }

  /// An option that needs another one.
  static func needs(_ option: String, _ other: String) -> UsageError {
    UsageError(
      text: Localized(zh: "\(option) 要与 \(other) 一起使用", en: "\(option) needs \(other)"))
  }

  /// A stream of bytes that nobody could read.
  static let streamOnTerminal = UsageError(
    text: Localized(
      zh: "--stream 写出的是二进制数据；请把标准输出接到管道或文件，例如 | procviz view -",
      en: "--stream writes binary data: give it a pipe or a file, as in | procviz view -"))

  /// A stream to be played back.
  static let watchWithView = UsageError(
    text: Localized(
      zh: "从标准输入来的运行请用 procviz view - 观看",
      en: "watch what comes through standard input with procviz view -"))

  /// No stream to be watched.
  static let nothingToView = UsageError(
    text: Localized(
      zh: "标准输入是终端，没有数据流；例如：ssh 主机 procviz run counter --headless --stream | procviz view -",
      en: "standard input is a terminal and brings no run; an example: "
        + "ssh host procviz run counter --headless --stream | procviz view -"))

  /// `--set` without an equals sign.
  static func noAssignment(_ word: String) -> UsageError {
    UsageError(
      text: Localized(
        zh: "--set 应写成 --set 名称=值，而不是“\(word)”",
        en: "--set takes name=value, not '\(word)'"))
  }

  /// A knob that does not exist, or cannot have the value.
  static func knob(_ error: KnobError) -> UsageError {
    switch error {
    case .unknownKnob(let name, let scenario, let allowed):
      UsageError(
        text: Localized(
          zh: "\(scenario) 没有名为“\(name)”的设置；它的设置有：\(allowed.joined(separator: "、"))",
          en: error.description))
    case .valueNotAllowed(let knob, let value, let allowed):
      UsageError(
        text: Localized(zh: "--\(knob) 不能取“\(value)”；可取：\(allowed)", en: error.description))
    }
  }

  private static func ids(separator: String) -> String {
    Tutorial.scenarios.map(\.id).joined(separator: separator)
  }
}
