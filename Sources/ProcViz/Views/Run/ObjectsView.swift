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
    let whole = Array(blocks.joined())
    let short = blocks.compactMap(\.first)
    let lines = [spaced, whole].first { $0.count <= area.rows } ?? short
    frame.put(cut(lines.count <= area.rows ? lines : short, to: area.rows, scene), in: area)
  }

  private static func cut(_ lines: [Line], to rows: Int, _ scene: Scene) -> [Line] {
    guard lines.count > rows, rows > 0 else { return lines }
    let rest = lines.count - rows + 1
    return Array(lines.prefix(rows - 1)) + [Line(scene.look(ObjectTexts.more(rest)), .faint)]
  }

  /// The lines of each object; the first one alone says the most important.
  private static func blocks(_ scene: Scene, columns: Int) -> [[Line]] {
    var blocks: [[Line]] = []
    let hasLock = scene.world.objects.contains { $0.kind == .lock || $0.kind == .rlock }
    let objects = scene.world.objects.filter { $0.kind != .manager }
    let longest = objects.map { TextLayout.width(of: $0.name) }.max() ?? 0
    let nameColumns = min(columns >= 34 ? 12 : 9, max(longest + 1, columns >= 34 ? 9 : 6))
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
    let variables = objects.filter { $0.kind == .variable }
    if !variables.isEmpty { blocks.append(variables.flatMap { variable($0, scene) }) }
    return blocks
  }

  /// A variable of one process: its name, whose it is, and its value.
  private static func variable(_ object: ObjectState, _ scene: Scene) -> [Line] {
    guard case .variable(let owner, let text) = object.content else { return [] }
    return [
      Line(Sanitizer.line(object.name), .title).adding(" ")
        .adding(scene.name(lane: owner), Style(role: .lane(owner ?? 0)))
        .adding("  " + Sanitizer.line(text), .text)
    ]
  }
}
