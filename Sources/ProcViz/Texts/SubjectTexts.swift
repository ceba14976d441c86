import ProcLessons
import ProcModel

/// What is said of whatever runs: a scenario's own words, or what suits any program.
extension Subject {
  /// What to look for on the screen.
  var lookFor: Localized {
    if case .foreign = self {
      return Localized(
        zh: "每个进程一条泳道。← → 回看任何时刻。", en: "A lane for each process. ← → look at any moment.")
    }
    return scenario?.lookFor
      ?? Localized(
        zh: "每个进程一条泳道。按空格暂停，再用数字键决定下一步由谁执行。",
        en: "A lane for each process. Space pauses; then a digit says who moves next.")
  }

  /// Why it went as it did.
  var explanation: Localized {
    if case .foreign = self {
      return Localized(
        zh: "这是一次运行的结果，另一种先后次序可能有别的结果。",
        en: "This is the result of one run; another order may give another result.")
    }
    return scenario?.explanation(knobs)
      ?? Localized(
        zh: "这是一次运行的结果，另一种先后次序可能有别的结果。按 s 从头单步执行，由你安排次序。",
        en: "This is the result of one run; another order may give another result. s steps"
          + " through it from the start, in the order that you choose.")
  }

  /// The one key worth pressing next.
  var next: Suggestion {
    scenario?.next(knobs)
      ?? Suggestion("s", zh: "从头单步执行", en: "step through it from the start")
  }
}
