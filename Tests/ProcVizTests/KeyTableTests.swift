import ProcModel
import Testing

@testable import ProcLessons
@testable import ProcViz

/// The table of keys: complete, without contradiction, and true.
@Suite struct KeyTableTests {
  /// The keys of the contract, and what each must be able to do.
  private static let contract: [(ScreenKind, [Key])] = [
    (.menu, [.up, .down, "j", "k", .enter, "o", "q", .escape]),
    (
      .run,
      [
        .up, .down, "j", "k", " ", "s", "l", "m", "o", "r", "n", "p", "+", "-", .left, .right,
        .home, .end, "z", "Z", "i", "q", .escape,
      ]
    ),
  ]

  @Test("every key of the contract is there, and no key that is reserved for later")
  func contract() {
    for (kind, keys) in Self.contract {
      let named = Set(KeyTable.sections(of: kind).flatMap(\.entries).flatMap(\.named))
      #expect(named.isSuperset(of: keys), "\(kind)")
    }
    #expect(Set(KeyTable.common.rows.flatMap(\.bindings).map(\.key)) == ["L", "?"])
    let all = ScreenKind.allCases.flatMap { KeyTable.sections(of: $0) }.flatMap(\.entries)
    #expect(all.allSatisfy { !$0.keys.contains("v") && !$0.keys.contains("P") })
  }

  @Test("no key stands twice in a screen under one condition", arguments: ScreenKind.allCases)
  func once(kind: ScreenKind) {
    let entries = KeyTable.sections(of: kind).flatMap(\.entries)
    for condition in KeyCondition.allCases {
      let keys = entries.filter { $0.condition == condition }.flatMap(\.keys)
      #expect(keys.count == Set(keys).count, "\(kind) \(condition)")
    }
  }

  @Test("where two conditions hold, the narrower one stands first", arguments: ScreenKind.allCases)
  func ambiguous(kind: ScreenKind) {
    let special = KeyTable.sections(of: kind).flatMap(\.entries).filter { $0.condition != .always }
    for state in ScreenSamples.states(of: kind) {
      let holding = special.filter { $0.condition.holds(in: state) }
      for key in Set(holding.flatMap(\.keys)) {
        let conditions = holding.filter { $0.keys.contains(key) }.map(\.condition)
        #expect(
          conditions.count == 1 || conditions == [.playing, .recorded], "\(key): \(conditions)")
      }
    }
  }

  @Test("every name and sentence is there in both languages", arguments: ScreenKind.allCases)
  func languages(kind: ScreenKind) {
    for entry in KeyTable.sections(of: kind).flatMap(\.entries) {
      for text in [entry.name, entry.help] {
        #expect(!text.zh.isEmpty && !text.en.isEmpty)
        // What is the same in both is a word of the field.
        #expect(text.zh != text.en || text.en == "fork/spawn")
        #expect(!text.en.contains { !$0.isASCII })
      }
    }
  }

  @Test(
    "every key of a screen does something there, or says why not", arguments: ScreenKind.allCases)
  func everyKeyActs(kind: ScreenKind) { check(kind.definition) }

  private func check<S: Screen>(_ type: S.Type) {
    let kind = ScreenKind.allCases.first { $0.definition == type } ?? .menu
    let states = ScreenSamples.states(of: kind)
    for row in S.keys.flatMap(\.rows) {
      for binding in row.bindings {
        let acts = states.contains { state in
          row.condition.holds(in: state) && S.action(for: binding.key, in: state) == binding.action
            && state.changes(with: binding.key)
        }
        #expect(acts, "\(kind): \(binding.key.label.en)")
      }
    }
  }

  @Test("every key in a bar does something there and then", arguments: ScreenKind.allCases)
  func bars(kind: ScreenKind) {
    for language in Language.allCases {
      for state in ScreenSamples.states(of: kind, 80, 24, language) { checkBar(of: state) }
    }
  }

  private func checkBar(of state: AppState) {
    let items = state.top.screen.barItems(state)
    #expect(Set(items).count == items.count)
    let entries =
      (KeyTable.sections(of: state.top.kind).flatMap(\.entries)
        + KeyTable.common.rows.map { KeyEntry($0) })
    let keys = items.compactMap { item in
      entries.first {
        $0.condition.holds(in: state) && Key.label($0.inBar)[state.language] == item.key
      }?.inBar
    }
    #expect(keys.count == items.count)
    for own in keys {
      // What is where the key leads already, or at its end, was somewhere else before another key.
      let acts =
        own.contains { state.changes(with: $0) }
        || keys.joined().contains { other in
          let after = state.pressed(other)
          return own.contains { after.changes(with: $0) }
        }
      // Where all lines have room, there is nothing to scroll.
      let scrolls = own == [.up, .down] && [.waitGraph, .reading].contains(state.stack.top.kind)
      #expect(acts || scrolls, "\(state.stack.kinds): \(Key.label(own).en)")
    }
  }

  @Test("what is suggested as the next key is a key of the run screen")
  func suggestions() {
    let names = Set(KeyTable.sections(of: .run).flatMap(\.entries).flatMap(\.keys).map(\.label.en))
    for scenario in Tutorial.scenarios {
      for values in Self.settings(of: scenario) {
        #expect(names.contains(scenario.next(values).key), "\(scenario.id)")
      }
    }
  }

  private static func settings(of scenario: Scenario) -> [KnobValues] {
    let standard = KnobValues(defaultsOf: scenario)
    return [standard]
      + scenario.allKnobs.flatMap { knob -> [KnobValues] in
        guard case .choice(let words) = knob.domain else { return [] }
        return words.compactMap { word in
          var values = standard
          try? values.set(knob.name, to: word, in: scenario)
          return values
        }
      }
  }
}

/// Help: all of the table can be read.
@Suite struct HelpTests {
  @Test("help of every screen names all its keys, its own first, and scrolls to the last line")
  func all() {
    for kind in ScreenKind.allCases where kind != .help && kind != .line {
      for language in Language.allCases {
        for (columns, rows) in [(80, 24), (120, 36), (40, 12)] {
          guard var state = ScreenSamples.states(of: kind, columns, rows, language).first else {
            continue
          }
          state.type("?")
          let first = state.screen.split(separator: "\n").prefix(4)
          #expect(first.contains { $0.contains(title(of: kind, language)) })
          // Which screen comes first makes no difference for what follows.
          if kind == .menu { checkAll(state) }
        }
      }
    }
  }

  private func checkAll(_ state: AppState) {
    var state = state
    var seen = state.screen.split(separator: "\n").map(String.init)
    for _ in 0..<100 {
      let before = state.screen
      state.press(.pageDown)
      if state.screen == before { break }
      seen += state.screen.split(separator: "\n").map(String.init)
    }
    for kind in ScreenKind.allCases {
      #expect(seen.contains { $0.contains(title(of: kind, state.language)) })
    }
    #expect(seen.contains { $0.contains("Ctrl-C") })
    #expect(seen.contains { $0.contains(HelpTexts.signs[state.language]) })
  }

  private func title(of kind: ScreenKind, _ language: Language) -> String {
    KeyTable.sections(of: kind).first?.title[language] ?? "?"
  }
}

extension AppState {
  /// The same after a key.
  fileprivate func pressed(_ key: Key) -> AppState {
    var after = self
    after.press(key)
    return after
  }

  /// Whether a key changes what is seen, or asks for something.
  func changes(with key: Key) -> Bool {
    var after = self
    let effects = after.press(key)
    return !effects.isEmpty || ScreenView.frame(of: after) != ScreenView.frame(of: self)
  }
}
