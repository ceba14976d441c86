public import ProcModel
public import ProcRuntime

/// A program of the tutorial: its name, its knobs, what to look for, and the code that its main
/// process runs.
public struct Scenario: Sendable {
  /// The id in commands: `counter`.
  public let id: String
  /// The chapter that it belongs to.
  public let lesson: Lesson
  /// One line for the menu.
  public let title: Localized
  /// What to look for on the screen, one or two sentences.
  public let lookFor: Localized
  /// Its knobs, without the common knob `speed` (see ``allKnobs``).
  public let knobs: [Knob]
  /// How many processes and threads a run has, main included: the screen keeps room for them.
  public internal(set) var laneCount: @Sendable (KnobValues) -> Int = {
    1 + (Int($0["workers"]) ?? 1)
  }
  /// Why it happens with these knobs: a paragraph for the learner, after the run.
  public let explanation: @Sendable (KnobValues) -> Localized
  /// The most useful key after a run with these knobs.
  public let next: @Sendable (KnobValues) -> Suggestion
  /// The targets and process types that a spawned child must be able to find by name.
  public let spawnable: [any Spawnable]
  /// What the main process does.
  public let main: @Sendable (KnobValues) throws -> Void

  /// All knobs, common knobs included.
  public var allKnobs: [Knob] { knobs + [Knob.speed] }
}

/// A key, and what the learner gets from pressing it.
public struct Suggestion: Sendable, Hashable {
  /// The key as the contract names it: `l`, `m`, `o`.
  public let key: String
  /// What it does, as the rest of a sentence that starts with the key.
  public let effect: Localized

  /// Suggests `key`.
  public init(_ key: String, zh: String, en: String) {
    self.key = key
    effect = Localized(zh: zh, en: en)
  }

  /// The other value of the lock knob.
  static func toggleLock(_ knobs: KnobValues) -> Suggestion {
    knobs.isOn("lock")
      ? Suggestion("l", zh: "去掉锁再运行一次", en: "run it again with the lock off")
      : Suggestion("l", zh: "加锁再运行一次", en: "run it again with the lock on")
  }

  /// The other start method.
  static func switchMethod(_ knobs: KnobValues) -> Suggestion {
    let other = knobs.startMethod == .fork ? "spawn" : "fork"
    return Suggestion("m", zh: "换成 \(other) 再运行一次", en: "run it again with \(other)")
  }
}
