@testable import ProcExport
@testable import ProcModel
@testable import ProcSchedule
@testable import ProcViz

/// Today's answer of every question that the program asks of a kind of event.
struct KindAnswers {
  let kind: EventKind
  private static let actor = 2

  init(_ kind: EventKind) { self.kind = kind }

  var lines: [String] {
    let words = kind.facts.words
    return ["what it is: " + classes.joined(separator: ", "), "words: \(words.en) \(words.zh)"]
      + byObject("before it", before) + byObject("access", accesses) + byObject("reduced", reduced)
      + byObject("label", labels) + byObject("told", told) + byObject("json", json)
      + byObject("rule", rule)
  }

  private func pair(_ text: Localized) -> String { "\(text.zh) / \(text.en)" }

  /// Its yes-or-no questions.
  private var classes: [String] {
    let event = Event(kind, pid: 100, value: 1)
    let questions: [(String, Bool)] = [
      ("move", event.isMove), ("wait in line", kind.isWaitInLine), ("talk", kind.isTalk),
      ("deed", kind.isShownAlone), ("takes turns", takesTurns),
      ("outcome", StableEvent(event, StableWords(SmallWorld.run.world)) != nil),
      ("only looks", kind.onlyLooks), ("of elements", kind.isOfElements),
      ("puts item", kind.putsItem), ("gets item", kind.getsItem),
      ("question", isQuestion), ("observed move", Event(kind, flags: .observed).isMove),
      ("first begin is a move", Event(kind, value: -1).isMove),
    ]
    let family = kind.family.map { "\($0)" } ?? "none"
    return ["family \(family)"] + questions.filter(\.1).map(\.0)
  }

  private var takesTurns: Bool { if case .turn = kind.comparedBy { true } else { false } }

  /// Whether a loop that asks it in vain has an end.
  private var isQuestion: Bool {
    let operation = StableOperation(kind, on: .standardInput)
    let pending = PendingOperation(kind: kind, object: .none, slot: 0)
    let question = PollMemory.Question(operation, pending)
    var memory = PollMemory()
    for _ in 0..<3 {
      memory.note(
        Step(
          move: Move(.main), operation: operation, accesses: [Access(.standardInput, .read)],
          options: []), question)
    }
    return memory.isStale(question, of: .main)
  }

  /// An answer for each object; those with the same answer share a line.
  private func byObject(_ title: String, _ answer: (ObjectID) -> String) -> [String] {
    var names: [String: [String]] = [:]
    var order: [String] = []
    for (name, id) in SmallWorld.objects {
      // What is said of the object goes by the same name for all.
      let text = answer(id)
      let key = name == "nothing" ? text : Self.replacing(name, in: text)
      if names[key] == nil { order.append(key) }
      names[key, default: []].append(name)
    }
    return order.map { key in
      let who = names[key] ?? []
      let list = who.count == SmallWorld.objects.count ? "all" : who.joined(separator: " ")
      return "\(title) [\(list)]: \(key)"
    }
  }

  /// The text with `IT` for a word.
  private static func replacing(_ word: String, in text: String) -> String {
    var result = ""
    var letters = ""
    for character in text + " " {
      // The names of events have points in them, and are no names of objects.
      if character.isASCII, character.isLetter || character == "." || character == "-" {
        letters.append(character)
        continue
      }
      result += letters == word ? "IT" : letters
      letters = ""
      result.append(character)
    }
    return String(result.dropLast())
  }

  private func name(_ id: ObjectID) -> String {
    SmallWorld.objects.first { $0.id == id }?.name ?? "\(id.rawValue)"
  }

  private func text(_ activity: Activity) -> String {
    switch activity {
    case .blocked(.lock(let lock)): "waits \(name(lock))"
    case .blocked(.lockShare(let lock)): "waits to share \(name(lock))"
    case .blocked(.join(let id)): "joins \(name(id))"
    case .blocked(.get(let id)): "gets \(name(id))"
    case .blocked(.put(let id)): "puts \(name(id))"
    case .blocked(.tasks(let id)): "tasks \(name(id))"
    case .blocked(.result(let id, let task)): "result \(task) \(name(id))"
    case .blocked(.server(let id)): "server \(name(id))"
    case .blocked(.input): "input"
    case .blocked(.semaphore(let id)): "semaphore: \(name(id))"
    case .blocked(.condition(let id)): "condition: \(name(id))"
    case .blocked(.event(let id)): "event: \(name(id))"
    case .blocked(.barrier(let id)): "barrier: \(name(id))"
    case .held(let pending): "held \(pending.kind.name)"
    case .starting, .running, .sleeping, .idle, .ended: "\(activity)"
    }
  }

  /// Held before it: whether it can happen, in an empty world and in the small one; what the lane
  /// does else, and needs, and what is said of it.
  private func before(_ object: ObjectID) -> String {
    let gate = SmallWorld.with(.gateWait, on: object, value: Int64(kind.rawValue), extra: 1)
    let world = SmallWorld.run(with: gate).world
    let pending = PendingOperation(gate)
    var empty = World()
    _ = empty.apply(Event(.processBegin, pid: 1, object: SmallWorld.process(1), value: -1))
    let can = world.canHappen(pending, by: Self.actor)
    return [
      empty.canHappen(pending, by: 0) ? "" : "impossible in an empty world;",
      can ? "can happen;" : "cannot happen;",
      text(world.activity(before: pending, by: Self.actor)) + ";",
      "needs \(world.need(of: Self.actor));", pair(world.pendingText(pending, by: Self.actor)),
    ].filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Variants of the event that are told apart.
  private func variants(_ object: ObjectID) -> [Event] {
    [
      SmallWorld.with(kind, on: object, text: "text", detail: "detail"),
      SmallWorld.with(
        kind, on: object, value: 1, extra: 1, flags: Event.Flags(rawValue: 1), text: "text"),
      SmallWorld.with(kind, on: object, value: 2, extra: 1, flags: Event.Flags(rawValue: 2)),
    ]
  }

  private func each(_ object: ObjectID, _ answer: (Event) -> String) -> String {
    var answers: [String] = []
    for variant in variants(object) {
      let text = answer(variant)
      if answers.last != text { answers.append(text) }
    }
    return answers.joined(separator: " | ")
  }

  private func accesses(_ object: ObjectID) -> String {
    each(object) { last in
      var names = StableNames()
      let world = SmallWorld.run(with: last).world
      names.update(world)
      var reader = AccessReader()
      let known = names.object(object, world)
      return reader.accesses(of: last, names, world).map { access in
        let which = access.object == known ? "it" : "\(access.object.number)"
        return "\(access.mode) of \(which)[\(access.element)]"
      }.joined(separator: " + ")
    }
  }

  /// What becomes of the lane, what is drawn, and whether it orders lanes.
  private func reduced(_ object: ObjectID) -> String {
    each(object) { last in
      let run = SmallWorld.run(with: last)
      let marks = run.timeline.lanes[Self.actor].marks
      let mark = (0..<marks.marks.count).map { marks.marks[$0].mark }.last
      let connector = run.connectors.last.map {
        $0.toSeq == SmallWorld.events.count ? "\($0.kind)" : ""
      }
      return [
        text(run.world.lanes[Self.actor].activity) + ",",
        mark.map {
          $0.seq == SmallWorld.events.count ? "mark \($0.shape)\($0.isWrong ? "!" : "")," : ""
        }
          ?? "",
        connector.map { $0.isEmpty ? "" : "connector \($0)," } ?? "",
        run.world.lostCount == 0 ? "" : "lost,",
        "findings \(run.findings.map(\.kind.rawValue))",
      ].filter { !$0.isEmpty }.joined(separator: " ") + clocks(last)
    }
  }

  /// Whether it gives or takes what lanes know of each other.
  private func clocks(_ last: Event) -> String {
    var (world, order) = Self.ordered
    let effect = world.apply(last)
    order.admit(world)
    order.note(last, effect, world)
    return "\(order)" == Self.orderedText ? "" : ", orders"
  }

  /// The small world, and what orders its lanes.
  private static let ordered: (World, ProcModel.HappensBefore) = {
    var world = World()
    var order = ProcModel.HappensBefore()
    for event in SmallWorld.events {
      let effect = world.apply(event)
      order.admit(world)
      order.note(event, effect, world)
    }
    return (world, order)
  }()
  private static let orderedText = "\(ordered.1)"

  private func labels(_ object: ObjectID) -> String {
    each(object) { last in
      let stable = StableEvent(last, StableWords(SmallWorld.run(with: last).world))
      return
        "mark “\(last.markLabel)” export “\(Sanitizer.line(last.caption))” deed “\(stable?.value ?? "-")”"
    }
  }

  private func told(_ object: ObjectID) -> String {
    each(object) { last in
      pair(Explainer.sentence(for: last, before: SmallWorld.run.world))
    }
  }

  private func json(_ object: ObjectID) -> String {
    each(object) { last in
      EventJSON.line(last, seq: 0, world: SmallWorld.run(with: last).world)
    }
  }

  private func rule(_ object: ObjectID) -> String {
    each(object) { last in
      OrderRule.violations(in: SmallWorld.events + [last]).filter {
        $0.seq == SmallWorld.events.count
      }.map(\.text)
        .joined(separator: ", ")
    }
  }
}
