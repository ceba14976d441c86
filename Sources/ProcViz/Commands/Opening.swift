import ProcSchedule

extension Interface.Opening {
  /// What a command line asks for: a subject, and the text of a schedule.
  init(words: [String], settings: [String], schedule text: String?) throws(UsageError) {
    subject = try Subject(words: words, settings: settings)
    guard let text else { return }
    do {
      schedule = try Schedule(text: text)
    } catch {
      throw UsageError(text: error.text)
    }
  }
}
