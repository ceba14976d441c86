/// What all screens agree on.
enum Layout {
  /// The smallest terminal in which everything can be used.
  static let minimum = Size(columns: 40, rows: 12)

  /// Whether a terminal of this size is large enough.
  static func fits(_ size: Size) -> Bool {
    size.columns >= minimum.columns && size.rows >= minimum.rows
  }
}
