import ProcModel

/// Texts of the screen that says everything at length.
enum ReadingTexts {
  static let title = Localized(zh: "详细说明", en: "details")
}
