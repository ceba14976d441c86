import Testing

@testable import ProcModel

/// Every kind has a row of its own, and the rows agree with each other.
@Suite struct KindTableTests {
  private static let known = EventKind.allCases.filter { $0 != .unknown }

  @Test func numbersAreSmallEnoughForASet() {
    #expect(EventKind.allCases.allSatisfy { $0.rawValue < 128 })
  }

  @Test func noTwoKindsShareANameOrAPlaceInTheirPrimitive() {
    #expect(Set(EventKind.allCases.map(\.name)).count == EventKind.allCases.count)
    #expect(Set(EventKind.allCases.map(\.primitive)).count == EventKind.allCases.count)
  }

  @Test(arguments: known) func aKindIsFoundByWordsOfBothLanguages(_ kind: EventKind) {
    let words = kind.facts.words
    #expect(!words.en.isEmpty && !words.zh.isEmpty && words.en != words.zh)
    #expect(words.en.allSatisfy { $0.isASCII })
  }

  @Test(arguments: known) func whatWaitsHasAnEnd(_ kind: EventKind) {
    let facts = kind.facts
    if facts.role == .wait { #expect(facts.completedBy != nil, "\(kind.name)") }
    if facts.standsInLine { #expect(facts.completedBy != nil, "\(kind.name)") }
    if let end = facts.completedBy {
      #expect(end.family == kind.family)
      #expect([.take, .give, .pause].contains(end.role), "\(kind.name) ends with \(end.name)")
    }
  }

  @Test(arguments: known) func whatOnlyLooksLeavesNoTrace(_ kind: EventKind) {
    guard kind.onlyLooks else { return }
    let looks: [KindFacts.Footprint] = [
      .nothing, .reads, .readsValue, .readsResult, .findsTasksDone, .awaits,
    ]
    #expect(looks.contains(kind.footprint), "\(kind.name)")
  }

  @Test(arguments: known) func aTimeoutIsMarked(_ kind: EventKind) {
    if kind.role == .timeout { #expect(kind.facts.mark == .timedOut) }
  }

  @Test func setsSayWhatTheRowsSay() {
    for kind in EventKind.allCases {
      #expect(kind.isWaitInLine == kind.facts.standsInLine)
      #expect(kind.isOrdered != kind.facts.isPrivate)
      #expect(kind.mark == kind.facts.mark)
    }
  }
}
