import ProcModel
import ProcSchedule

/// The schedule of a run, as a command that repeats it: from the first column to the last, so that it
/// can be selected.
enum ScheduleView {
  /// The screen.
  static func frame(of run: RunState, look: Look, size: Size, bar: [BarView.Item]) -> Frame {
    var frame = Frame(size: size)
    let title = Line("procviz", Style.title.on(.bar))
      .adding("  " + look(ScheduleTexts.title), .bar)
    let schedule = run.shownSchedule ?? Schedule([])
    BarView.title(title, right: look(ScheduleTexts.size(schedule)), row: 0, in: &frame)
    let top = size.rows >= 20 ? 2 : 1
    let about = Line.wrapped(look(ScheduleTexts.about), to: size.columns - 4, style: .dim)
    let end = frame.put(
      about, in: Rect(row: top, column: 2, rows: size.rows - 2 - top, columns: size.columns - 4))
    let area = Rect(
      row: end + 1, column: 0, rows: max(0, size.rows - 2 - end), columns: size.columns)
    frame.put(lines(run.scheduleCommand ?? "", in: area), in: area)
    BarView.keys(bar, row: size.rows - 1, in: &frame)
    return frame
  }

  /// The command in whole rows; where it is longer than the screen, its end is left out.
  private static func lines(_ command: String, in area: Rect) -> [Line] {
    var rest = command[...]
    var lines: [Line] = []
    while !rest.isEmpty, lines.count < area.rows {
      let row = TextLayout.prefix(of: String(rest), width: area.columns)
      guard !row.isEmpty else { break }
      rest = rest.dropFirst(row.count)
      lines.append(Line(row, .text))
    }
    if !rest.isEmpty, let last = lines.popLast() {
      lines.append(last.brokenOff(within: area.columns))
    }
    return lines
  }
}

extension RunState {
  /// The moves that were made; nil where it went freely.
  var shownSchedule: Schedule? {
    if let replay { return replay.schedule.flatMap { try? Schedule(text: $0) } }
    return steering.schedule
  }

  /// The schedule by which it goes, for another run to go by; nil where it went freely.
  var ownSchedule: Schedule? { replay == nil ? steering.ownSchedule : shownSchedule }

  /// The command that repeats the run up to here.
  var scheduleCommand: String? { shownSchedule.map { subject.command(repeating: $0) } }
}
