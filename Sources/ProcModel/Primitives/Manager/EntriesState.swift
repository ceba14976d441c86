extension ObjectState {
  /// An entry of a dict, or an element of a list or array.
  public struct Entry: Sendable, Hashable {
    /// Its key, or its place as text.
    public let key: String
    /// Its value as text.
    public internal(set) var value: String
    /// Who set it.
    public internal(set) var by: LaneIndex?
  }
}
