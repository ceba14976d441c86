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
      zh: "录制中有 \(count) 处已损坏，已跳过", en: "passed over what is damaged in the recording: \(count)")
  }
}
