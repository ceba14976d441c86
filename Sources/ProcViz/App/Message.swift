import ProcModel
import ProcSchedule
import ProcSession

/// Something that happened: all that the interface ever reacts to.
enum Message: Sendable {
  /// A key was pressed.
  case key(Key)
  /// The mouse was used.
  case mouse(MouseAction)
  /// The terminal has a new size.
  case resized(Size)
  /// Time has passed: nanoseconds of `CLOCK_MONOTONIC`, the clock of the events.
  case tick(UInt64)
  /// The run with this number reported events.
  case events(run: Int, EventBatch)
  /// The recording of the run with this number has been read to its end.
  case read(run: Int, ReplayEnding)
  /// How it stands with the recording of the run with this number.
  case recording(run: Int, RecordingNews)
  /// All processes of the run with this number have ended.
  case ended(run: Int)
  /// The run with this number could not be started, or a request to it failed; the sentence says
  /// why.
  case failed(run: Int, Localized)
  /// The search with this number says how far it is.
  case explored(search: Int, Explorer.Progress)
  /// The comparison with this number says how far it is.
  case compared(comparison: Int, Comparison.Progress)
  /// The search or comparison with this number could not be begun; the sentence says why.
  case searchFailed(number: Int, Localized)
  /// A signal came.
  case signal(Signal)
}

/// What came out of the channel at once.
struct EventBatch: Sendable {
  /// The events, in channel order.
  var events: [Event]
  /// How many malformed stretches the channel has had so far.
  var malformed = 0
  /// How far the viewer is behind the processes, in nanoseconds; 0 when it is not.
  var behind: UInt64 = 0
  /// What is known besides: the time, and what the processes do; nil: nothing of interest.
  var glance: Glance?
  /// Behind these events nobody will move any more, as a recording says: the lanes that could, but
  /// only to ask again what they have asked in vain.
  var concluded: [LaneIndex]?
  /// How much of a recording has been read, in percent; nil once it is all.
  var progress: Int?
}

/// A key on the keyboard.
enum Key: Hashable, Sendable {
  case character(Character)
  case up, down, left, right, home, end, pageUp, pageDown
  /// ← and → with the shift key.
  case shiftLeft, shiftRight
  case enter, escape, backspace, delete
}

/// A use of the mouse, at a place on the screen.
enum MouseAction: Hashable, Sendable {
  case press(Point)
  case wheelUp(Point), wheelDown(Point)
}

/// A signal that the interface takes care of.
enum Signal: Hashable, Sendable {
  case interrupt, terminate, hangUp, stop, goOn
}
