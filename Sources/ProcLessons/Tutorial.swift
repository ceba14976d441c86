/// The scenarios, in the order of the tutorial.
public enum Tutorial {
  /// All scenarios.
  public static let scenarios: [Scenario] = []

  /// The scenario with this id, or nil.
  public static func scenario(_ id: String) -> Scenario? { scenarios.first { $0.id == id } }
}
