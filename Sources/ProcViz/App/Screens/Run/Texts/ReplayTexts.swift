import ProcLessons
import ProcModel

/// Texts about recordings.
enum ReplayTexts {
  /// The recording has no end.
  static func cutOff(_ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(
      zh: "“\(name)”在运行结束之前就断了；断点之前的部分完好",
      en: "'\(name)' breaks off before the end of the run; it is whole up to there")
  }

  /// A search has found nothing whose run could be recorded.
  static let nothingToRecord = Localized(
    zh: "没有发现问题，因此没有录制", en: "nothing was found, so nothing was recorded")

  /// The run of a finding was recorded.
  static func recorded(_ finding: String, _ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(
      zh: "已录下出现 \(finding) 的运行；打开它：procviz replay \(name)",
      en: "recorded the run with \(finding); open it with: procviz replay \(name)")
  }

  /// Some of it could not be read.
  static func damaged(_ count: Int) -> Localized {
    Localized(
      zh: "录制中有 \(count) 处已损坏，已跳过", en: "skipped damaged parts of the recording: \(count)")
  }
}

/// On the screen.
extension ReplayTexts {
  static let replayWord = Localized(zh: "回放", en: "REPLAY")
  static let streamWord = Localized(zh: "远程", en: "REMOTE")
  static let cutOffWord = Localized(zh: "不完整", en: "CUT OFF")
  static let recordWord = Localized(zh: "录制中", en: "REC")
  static let recordFailedWord = Localized(zh: "录制中断", en: "NOT RECORDED")

  static let cannotMove = Localized(
    zh: "这是录下的运行，无法再控制：← → 回看，空格播放",
    en: "this is a recorded run, which cannot be steered: ← → look back, space plays it")
  static let cannotHold = Localized(
    zh: "这次运行在别处进行，不受这里的按键影响：← → 回看",
    en: "this run happens elsewhere and cannot be steered from here: ← → look back")
  static let onlyOnce = Localized(
    zh: "从管道来的运行只能看一遍；按 W 把它录成文件",
    en: "a run that comes through a pipe can be seen only once; W records it to a file")
  static let notPlaying = Localized(
    zh: "录制已全部打开：按空格按原来的时间播放", en: "the whole recording is shown: space plays it at its own speed")
  static let notHere = Localized(
    zh: "录制中的程序不会在这里启动；要运行它，请用 procviz run",
    en: "a recorded program is not started from here; use procviz run")
  static let noSchedule = Localized(
    zh: "录下的这次运行是自由执行的，没有调度", en: "the recorded run ran freely and has no schedule")
  static let nothingYet = Localized(zh: "还没有可录制的事件", en: "there is nothing to be recorded yet")
  static let streamEnded = Localized(
    zh: "数据流在运行结束之前断了；已收到的部分可以继续看",
    en: "the stream broke off before the end of the run; what has arrived can still be viewed")

  /// What cannot be changed in a recording.
  static func cannotChange(_ scenario: Scenario?) -> Localized {
    scenario == nil
      ? cannotMove
      : Localized(
        zh: "录下的运行不能改变：按 o 换设置，在这里重新运行",
        en: "a recorded run cannot be changed: o runs it again here, with other knobs")
  }

  static func isRecording(_ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(zh: "这本来就是一份录制：\(name)", en: "this is a recording already: \(name)")
  }
  static func isRecorded(_ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(zh: "已在录制到 \(name)", en: "it is being recorded already, to \(name)")
  }
  static func begun(_ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(
      zh: "正在录制到 \(name)；用 procviz replay 打开",
      en: "recording to \(name); procviz replay opens it")
  }
  static func done(_ path: String) -> Localized {
    let name = Sanitizer.line(path)
    return Localized(
      zh: "已录制到 \(name)；用 procviz replay 打开",
      en: "recorded to \(name); procviz replay opens it")
  }

  /// `×2`, `×1/4`.
  static func speed(_ speed: Double) -> String {
    speed < 1 ? "×1/\(Int((1 / speed).rounded()))" : "×\(Int(speed.rounded()))"
  }

  /// When and where it was recorded.
  static func about(_ header: RecordingHeader, date: String) -> Localized {
    let (host, system) = (Sanitizer.line(header.host.name), Sanitizer.line(header.host.system))
    let program = Sanitizer.line(header.program)
    return Localized(
      zh: "录于 \(date)，\(host)（\(system)，\(header.host.cpus) 个 CPU），procviz \(program)",
      en: "recorded \(date) on \(host) (\(system), \(header.host.cpus) CPUs) by procviz \(program)")
  }

  /// The one key worth pressing next.
  static func next(_ replay: ReplayState, _ mode: Steering.Mode) -> Suggestion {
    if !replay.isStream, mode == .running, replay.speed != nil {
      return Suggestion("End", zh: "一次看到结尾", en: "all the rest of it at once")
    }
    if !replay.isStream, mode == .paused { return Suggestion("space", zh: "继续播放", en: "go on") }
    return Suggestion("←", zh: "回到过去的时刻", en: "go back in time")
  }
}
