import ProcModel

/// What the objects panel says about one object.
struct ObjectLines {
  let object: ObjectState
  let scene: Scene
  let columns: Int

  /// How wide the names are.
  let nameColumns: Int

  /// The lines, the most important first.
  func lines() -> [Line] {
    switch object.content {
    case .lock(let lock): lines(of: lock)
    case .queue(let queue): lines(of: queue)
    case .value(let value): lines(of: value)
    case .entries(let entries): lines(of: entries)
    case .pool(let pool): lines(of: pool)
    case .semaphore(let semaphore): lines(of: semaphore)
    case .condition(let condition): lines(of: condition)
    case .event(let event): lines(of: event)
    case .barrier(let barrier): lines(of: barrier)
    case .variable, .manager: []
    }
  }

  var name: Line {
    let role: Style.Role =
      object.kind.isLock
      ? .lock(scene.lockNumber(object.id)) : .title
    let text = TextLayout.padded(Sanitizer.line(object.name), to: nameColumns - 1) + " "
    return Line(text, Style(role: role))
  }

  /// The name, and the first of some texts that fits beside it.
  func fitting(_ texts: [Localized]) -> Line {
    let texts = texts.map { scene.look($0) }
    let text = texts.first { TextLayout.width(of: $0) <= room } ?? texts.last ?? ""
    return name.adding(TextLayout.truncated(text, to: room), .dim)
  }

  var indent: String { String(repeating: " ", count: nameColumns) }
  var room: Int { columns - nameColumns }

  // MARK: - Locks

  private func lines(of lock: ObjectState.LockState) -> [Line] {
    guard let holder = lock.holder else {
      let history =
        lock.greatestDepth > 1
        ? ObjectTexts.wasNested(lock.acquisitions, lock.greatestDepth)
        : [ObjectTexts.free(lock.acquisitions)]
      return [fitting(history + [ObjectTexts.isFree])]
        + waiters(lock.waiters, of: scene.lockNumber(object.id))
    }
    let number = scene.lockNumber(object.id)
    var first = name.adding("\(scene.look.glyphs.holding) ", Style(role: .holding(number)))
    first.parts += scene.part(lane: holder.lane).parts
    if lock.depth > 1 { first.add("  " + scene.look(ObjectTexts.depth(lock.depth)), .warning) }
    if holder.isShared { first.add("  " + scene.look(ObjectTexts.shares), .dim) }
    return [first] + sharers(lock.holders.dropFirst(), of: number)
      + waiters(lock.waiters, of: number)
  }

  /// Who holds a lock together with the first.
  private func sharers(
    _ holders: some Sequence<ObjectState.LockState.Holder>, of lock: Int
  ) -> [Line] {
    let sign = Line("\(scene.look.glyphs.holding) ", Style(role: .holding(lock)))
    return names(of: holders.map(\.lane), after: sign)
  }

  /// Who waits for a lock, in order, with the sign that they have in their lanes.
  private func waiters(_ lanes: [LaneIndex], of lock: Int) -> [Line] {
    let sign = Line("\(scene.look.glyphs.waiting) ", Style(role: .waiting(lock)))
    return names(of: lanes, after: sign)
  }

  /// Who waits for something else than a lock.
  func waiters(_ lanes: [LaneIndex], title: Localized) -> [Line] {
    names(of: lanes, after: Line("\(scene.look.glyphs.blocked) ", .text))
      .enumerated().map { index, line in
        index > 0 || line.width + 2 + TextLayout.width(of: scene.look(title)) > columns
          ? line : line.adding("  " + scene.look(title), .dim)
      }
  }

  /// Names of lanes on as many lines as they take, the first one behind a sign.
  private func names(of lanes: [LaneIndex], after sign: Line) -> [Line] {
    guard !lanes.isEmpty else { return [] }
    let names = lanes.prefix(64).map { scene.name(lane: $0) }.joined(separator: ", ")
    let lines = Line.wrapped(
      names, to: room - sign.width, style: .dim, highlighter: scene.highlighter)
    return lines.enumerated().map { index, part in
      var line = Line(indent)
      line.parts += index == 0 ? sign.parts : [Line.Part(text: "  ", style: .text)]
      line.parts += part.parts
      return line
    }
  }

  // MARK: - Queues

  private func lines(of queue: ObjectState.QueueState) -> [Line] {
    let counts = "  " + scene.look(ObjectTexts.putGot(queue.puts, queue.gets))
    var first = name.adding(scene.look(ObjectTexts.items(queue.depth)), .text)
    let fits = first.width + TextLayout.width(of: counts) <= columns
    if fits { first.add(counts, .dim) }
    var lines = [first]
    if !fits { lines.append(Line(indent + counts.dropFirst(2), .dim)) }
    if !queue.items.isEmpty {
      var line = Line(indent)
      for item in queue.items where line.width < columns - 3 {
        line.add("[\(Sanitizer.line(item.text))]", Style(role: .lane(item.from)))
        line.add(" ")
      }
      lines.append(line)
    }
    return lines + tasks(of: queue) + ends(of: queue)
      + waiters(queue.getters, title: ObjectTexts.getters)
      + waiters(queue.putters, title: ObjectTexts.putters)
  }

  // MARK: - Values

  private func lines(of value: ObjectState.ValueState) -> [Line] {
    let verdict = verdict(of: value)
    var first = name.adding(Sanitizer.line(value.text), Style(role: verdict))
    guard let expected = value.expected else { return [first] }
    let text = scene.look(ObjectTexts.expected(expected, atMost: value.atMost))
    first.add("  " + text, .dim)
    var lines = [first]
    if let number = value.number, expected > 0, room >= 8 {
      lines.append(bar(number, of: expected, style: verdict))
    }
    if value.lostUpdates > 0 {
      lines.append(
        Line(indent).adding(scene.look(ObjectTexts.lostUpdates(value.lostUpdates)), .danger))
    } else if let number = value.number, value.atMost, number > expected {
      // The numbers are the program's own: their difference may be more than a number holds.
      let (difference, overflows) = number.subtractingReportingOverflow(expected)
      let tooMany = overflows ? Int64.max : difference
      lines.append(Line(indent).adding(scene.look(ObjectTexts.tooMany(tooMany)), .danger))
    }
    return lines
  }

  private func verdict(of value: ObjectState.ValueState) -> Style.Role {
    guard let number = value.number, let expected = value.expected else { return .title }
    if value.atMost { return number > expected ? .danger : .good }
    if number == expected { return .good }
    return value.lostUpdates > 0 || scene.run.isFinished && scene.run.viewpoint.past == nil
      ? .danger : .title
  }

  private func bar(_ number: Int64, of expected: Int64, style: Style.Role) -> Line {
    let width = min(room, 24)
    let share = Double(min(max(number, 0), expected)) / Double(expected)
    let full = Int((share * Double(width)).rounded())
    let isWrong = style == .danger
    return Line(indent)
      .adding(
        String(repeating: scene.look.glyphs.barFull, count: full),
        number > expected ? .danger : .good
      )
      .adding(
        String(repeating: scene.look.glyphs.barEmpty, count: width - full),
        isWrong ? .danger : .faint)
  }

  // MARK: - Dicts, lists, arrays

  private func lines(of entries: [ObjectState.Entry]) -> [Line] {
    let texts = entries.prefix(200).map { Self.text(of: $0) }
    let first = name.adding(scene.look(ObjectTexts.entries(entries.count)), .text)
    return [first] + sideBySide(texts).map { Line(indent).adding($0, .dim) }
  }

  /// Short texts on as few lines as they take; one that fits on a line is not broken.
  private func sideBySide(_ texts: [String]) -> [String] {
    texts.reduce(into: []) { lines, text in
      if let last = lines.last,
        TextLayout.width(of: last) + 2 + TextLayout.width(of: text) <= room
      {
        lines[lines.count - 1] = last + "  " + text
      } else {
        lines += TextLayout.wrapped(text, to: room)
      }
    }
  }

  // MARK: - Pools

  private func lines(of pool: ObjectState.PoolState) -> [Line] {
    let counts = ObjectTexts.tasks(ended: pool.ended, running: pool.running, pending: pool.pending)
    let text = counts.map { scene.look($0) }.joined(separator: "  ")
    var lines = TextLayout.wrapped(text, to: room).enumerated().map { index, text in
      (index == 0 ? name : Line(indent)).adding(text, .text)
    }
    lines.append(Line(indent).adding(scene.look(ObjectTexts.peak(pool.peak)), .dim))
    return lines + workers(of: pool)
  }

  /// A line for each worker: the tasks that it has done, and the one that it is at.
  private func workers(of pool: ObjectState.PoolState) -> [Line] {
    var tasks: [LaneIndex: [(text: String, isRunning: Bool)]] = [:]
    for task in pool.tasks {
      let text = "#\(task.serial)"
      switch task.stage {
      case .running(let lane): tasks[lane, default: []].append((text, true))
      case .ended(let lane?, _): tasks[lane, default: []].append((text, false))
      case .pending, .ended(nil, _): break
      }
    }
    return tasks.keys.sorted().map { lane in
      var done = Line()
      for task in (tasks[lane] ?? []).suffix(8) {
        done.add("  " + task.text, task.isRunning ? .key : .dim)
      }
      // A long name makes room for the tasks.
      let name = TextLayout.shortened(
        scene.name(lane: lane), to: max(11, columns - 2 - done.width))
      var line = Line("  ").adding(name, Style(role: .lane(lane)))
      line.parts += done.parts
      return line
    }
  }
}
