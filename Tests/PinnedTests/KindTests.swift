import ProcModel
import Testing

/// The derived questions of every kind of event are answered as they have always been.
@Suite struct KindTests {
  /// All but those that only a newer speaker knows.
  private static let pinned = EventKind.allCases.filter { $0 != .unknown }

  @Test("what is derived from a kind stays as it is", arguments: pinned)
  func answers(_ kind: EventKind) throws {
    var golden = Golden("kind \(kind.name)")
    golden.add("\(kind.rawValue)", KindAnswers(kind).lines)
    try golden.check()
  }
}
