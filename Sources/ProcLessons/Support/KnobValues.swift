/// The setting of each knob of a scenario: every knob has a value, and every value is allowed.
public struct KnobValues: Sendable, Hashable {
  /// Name and value, in the order of the scenario's knobs.
  public private(set) var pairs: [Pair]

  /// One knob's name and value.
  public struct Pair: Sendable, Hashable {
    /// The knob's name.
    public let name: String
    /// Its value, always one that is allowed.
    public var value: String
  }

  /// No settings: of a program that has no knobs.
  public init() { pairs = [] }

  /// The defaults of `scenario`.
  public init(defaultsOf scenario: Scenario) {
    pairs = scenario.allKnobs.map { Pair(name: $0.name, value: $0.standard) }
  }

  /// The value of the knob `name`, or an empty text where the scenario has no such knob.
  public subscript(name: String) -> String { pairs.first { $0.name == name }?.value ?? "" }

  /// Sets a knob of `scenario`.
  ///
  /// - Throws: ``KnobError`` where there is no such knob, or the value is not allowed.
  public mutating func set(_ name: String, to text: String, in scenario: Scenario)
    throws(KnobError)
  {
    guard let knob = scenario.allKnobs.first(where: { $0.name == name }) else {
      throw .unknownKnob(
        name: name, scenario: scenario.id, allowed: scenario.allKnobs.map(\.name))
    }
    guard let value = knob.normalized(text) else {
      throw .valueNotAllowed(knob: name, value: text, allowed: knob.allowed)
    }
    for index in pairs.indices where pairs[index].name == name { pairs[index].value = value }
  }
}

/// Why a knob could not be set; ``description`` says what is allowed.
public enum KnobError: Error, Hashable, CustomStringConvertible {
  /// The scenario has no knob of this name.
  case unknownKnob(name: String, scenario: String, allowed: [String])
  /// The knob cannot have this value.
  case valueNotAllowed(knob: String, value: String, allowed: String)

  /// What was wrong, and what is allowed.
  public var description: String {
    switch self {
    case .unknownKnob(let name, let scenario, let allowed):
      "'\(name)' is not a knob of \(scenario); its knobs are: \(allowed.joined(separator: ", "))"
    case .valueNotAllowed(let knob, let value, let allowed):
      "'\(value)' is not allowed for --\(knob); allowed: \(allowed)"
    }
  }
}

extension KnobValues {
  /// Unchecked settings: those of a scenario that this program does not have.
  public init(unchecked pairs: [(name: String, value: String)]) {
    self.pairs = pairs.map { Pair(name: $0.name, value: $0.value) }
  }
}
