/// The text of a value in the trace: its description, without the wrapping of an optional.
package func label(of value: Any) -> String {
  if let optional = value as? any OptionalValue { return optional.label }
  return String(describing: value)
}

/// Lets ``label(of:)`` see through any optional.
private protocol OptionalValue {
  var label: String { get }
}

extension Optional: OptionalValue {
  fileprivate var label: String { map { ProcRuntime.label(of: $0) } ?? "nil" }
}
