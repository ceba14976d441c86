/// Something to be done in the world outside, as `update` asks for it.
enum Effect: Sendable, Hashable {
  /// Start a run; one that is there already is stopped first.
  case launch(Launching)
  /// Open a recording; a run that is there already is stopped first.
  case open(Replaying)
  /// Tell the recording that is played what to do.
  case play(PlayOrder)
  /// Record the run that is shown.
  case record
  /// Stop the run and all its processes.
  case stop
  /// Hold every process before its next operation.
  case hold
  /// Let all processes go on.
  case letAllGo
  /// Let the process in this slot of the control page do one operation.
  case letGo(slot: UInt64)
  /// Hand a line to the process that waits for input.
  case type(String)
  /// Put a text into the terminal's clipboard.
  case copy(String)
  /// Begin a search; what was searched or compared before is ended first.
  case search(Searching)
  /// End the search; what was found is still shortened.
  case concludeSearch
  /// End the search, and the shortening.
  case haltSearch
  /// Begin a comparison; what was searched or compared before is ended first.
  case compare(Comparing)
  /// End the search or comparison and all its processes.
  case endSearch
  /// Give the terminal back and stop until continued.
  case suspend
  /// Draw the whole screen again.
  case redraw
  /// End the program; nil: because the user said so.
  case quit(Signal?)
}

/// What to start.
struct Launching: Sendable, Hashable {
  /// The number by which later messages name this run.
  let run: Int
  /// What: a scenario with its settings, or a program.
  let subject: Subject
  /// Whether every process is held from its first operation on.
  let isHeld: Bool
}
