import ProcLessons

/// The knobs screen: settings being turned, not yet used.
struct KnobsState: Sendable, Hashable {
  /// The scenario's place in the list.
  let scenario: Int
  /// The settings so far.
  var values: KnobValues
  /// The knob chosen.
  var chosen = 0
  /// The digits being typed for the chosen knob, if any.
  var typed: String?
  /// Whether what was typed last is not allowed.
  var isRefused = false
}
