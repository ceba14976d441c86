import ProcModel

/// The objects as they are at the moment that is looked at.
enum ObjectsView {
  /// Draws them: at length where there is room, each on one line where there is not.
  static func draw(_ scene: Scene, in area: Rect, of frame: inout Frame) {
    let blocks = blocks(scene, columns: area.columns)
    if blocks.isEmpty {
      frame.put([Line(scene.look(RunTexts.noObjects), .faint)], in: area)
      return
    }
    let spaced = Array(blocks.joined(separator: [Line()]))
    let lines = spaced.count <= area.rows ? spaced : shared(blocks, rows: area.rows, scene)
    frame.put(lines, in: area)
  }

  /// All of every object.
  static func everything(_ scene: Scene, columns: Int) -> [Line] {
    Array(blocks(scene, columns: columns).joined(separator: [Line()]))
  }

  /// Each object gets a line; what is left of the room goes to the first ones that want more.
  private static func shared(_ blocks: [[Line]], rows: Int, _ scene: Scene) -> [Line] {
    var left = max(0, rows - blocks.count)
    let lines = blocks.flatMap { block in
      let extra = min(left, block.count - 1)
      left -= extra
      return cut(block, to: 1 + extra, scene)
    }
    return cut(lines, to: rows, scene)
  }

  private static func cut(_ lines: [Line], to rows: Int, _ scene: Scene) -> [Line] {
    guard lines.count > rows, rows > 1 else { return Array(lines.prefix(rows)) }
    let rest = lines.count - rows + 1
    return Array(lines.prefix(rows - 1)) + [
      Line(scene.look(ObjectTexts.more(rest)), .faint).adding(" e", .key)
    ]
  }

  /// The lines of each object; the first one alone says the most important.
  private static func blocks(_ scene: Scene, columns: Int) -> [[Line]] {
    var blocks: [[Line]] = []
    let objects = scene.world.objects.filter { $0.kind != .manager }
    let hasLock = objects.contains { isLock($0, among: objects) }
    let longest = objects.map { TextLayout.width(of: $0.name) }.max() ?? 0
    let nameColumns = min(columns >= 34 ? 12 : 10, max(longest + 1, columns >= 34 ? 9 : 6))
    for object in objects where object.kind != .variable {
      let lines = ObjectLines(
        object: object, scene: scene, columns: columns, nameColumns: nameColumns)
      blocks.append(lines.lines())
    }
    if scene.run.hasLockKnob, !hasLock, !scene.world.objects.isEmpty {
      blocks.append([
        Line(TextLayout.padded("lock", to: nameColumns), .title)
          .adding(scene.look(ObjectTexts.notUsed), .dim)
      ])
    }
    blocks += variables(objects.filter { $0.kind == .variable }, scene, columns: columns)
    return blocks
  }

  /// Whether it is a lock of the scenario's, not one that came with a shared value.
  private static func isLock(_ object: ObjectState, among objects: [ObjectState]) -> Bool {
    guard object.kind.isLock else { return false }
    return !objects.contains { $0.kind == .value && object.name == "\($0.name)-lock" }
  }

  /// Variables of processes' own, those with the same name together: whose each is, and its value.
  private static func variables(_ objects: [ObjectState], _ scene: Scene, columns: Int) -> [[Line]]
  {
    var names: [String] = []
    for object in objects where !names.contains(object.name) { names.append(object.name) }
    return names.map { name in
      let own = objects.filter { $0.name == name }.sorted { owner($0) < owner($1) }
        .map { variable($0, scene, columns: columns) }
      let counts = [ObjectTexts.copies(own.count), ObjectTexts.count(own.count)]
        .map { "  " + scene.look($0) }
      let title = Line(Sanitizer.line(name), .title)
      let count = counts.first { title.width + TextLayout.width(of: $0) <= columns }
      let areShort = own.allSatisfy { $0.count == 1 }
      return [title.adding(count ?? "", .dim)]
        + (areShort ? inColumns(own.flatMap { $0 }, columns: columns) : own.flatMap { $0 })
    }
  }

  /// Variables are shown in the order of the lanes, main's first: it is the one to compare with.
  private static func owner(_ object: ObjectState) -> LaneIndex {
    guard case .variable(let owner, _) = object.content else { return 0 }
    return owner ?? 0
  }

  /// Whose a variable is, and its value: beside the name, or below it where it is longer.
  private static func variable(_ object: ObjectState, _ scene: Scene, columns: Int) -> [Line] {
    guard case .variable(let owner, let text) = object.content else { return [] }
    let name = Line(" " + scene.name(lane: owner), Style(role: .lane(owner ?? 0)))
    let line = name.adding(" " + Sanitizer.line(text), .text)
    if line.width <= columns { return [line] }
    let value = TextLayout.wrapped(Sanitizer.line(text), to: columns - 2)
    return [name] + value.map { Line("  " + $0) }
  }

  /// Short lines side by side, as many as fit.
  private static func inColumns(_ lines: [Line], columns: Int) -> [Line] {
    let width = (lines.map(\.width).max() ?? 0) + 1
    let count = max(1, columns / max(width, 1))
    let rows = (lines.count + count - 1) / count
    return (0..<rows).map { row in
      var line = Line()
      for part in stride(from: row, to: lines.count, by: max(rows, 1)) {
        line.parts += lines[part].parts
        line.add(String(repeating: " ", count: max(0, width - lines[part].width)))
      }
      return line
    }
  }
}
