public import ProcModel
public import ProcRuntime

/// A program of the tutorial: what it is called, what can be turned, what to look for, and the code
/// that its main process runs.
public struct Scenario: Sendable {
  /// The id in commands: `counter`.
  public let id: String
  /// The chapter that it belongs to.
  public let lesson: Lesson
  /// One line for the menu.
  public let title: Localized
  /// What to look for on the screen, one or two sentences.
  public let lookFor: Localized
  /// Why it is so: a paragraph for the learner, after the run.
  public let explanation: Localized
  /// What can be turned, the common knob `speed` left out (see ``allKnobs``).
  public let knobs: [Knob]
  /// The targets and process types that a spawned child must be able to find by name.
  public let spawnable: [any Spawnable]
  /// What the main process does.
  public let main: @Sendable (KnobValues) throws -> Void

  /// All that can be turned, common knobs included.
  public var allKnobs: [Knob] { knobs + [Knob.speed] }
}

/// A chapter of the tutorial.
public enum Lesson: Int, Sendable, CaseIterable {
  case processes = 1
  case sharingData
  case locks
  case pools

  /// Its title.
  public var title: Localized {
    switch self {
    case .processes: Localized(zh: "进程", en: "Processes")
    case .sharingData: Localized(zh: "共享数据", en: "Sharing data")
    case .locks: Localized(zh: "进程锁", en: "Locks")
    case .pools: Localized(zh: "进程池", en: "Pools")
    }
  }
}
