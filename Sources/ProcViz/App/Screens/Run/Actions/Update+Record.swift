import ProcModel
import ProcSchedule

extension Update {
  /// W: writes what there is of the run to a file, and goes on doing so.
  static func record(in state: inout AppState) -> [Effect] {
    guard let run = state.run else { return [] }
    if let replay = run.replay, !replay.isStream {
      state.run?.notice = ReplayTexts.isRecording(replay.path)
    } else if let name = run.recording.file {
      state.run?.notice = ReplayTexts.isRecorded(name)
    } else if run.run.trace.isEmpty {
      state.run?.notice = ReplayTexts.nothingYet
    } else {
      return [.record]
    }
    return []
  }

  /// How it stands with the recording of a run.
  static func take(_ news: RecordingNews, of run: Int, in state: inout AppState) {
    guard state.run?.number == run else { return }
    switch news {
    case .begun(let name):
      state.run?.recording.file = name
      state.run?.notice = ReplayTexts.begun(name)
    case .done(let name):
      state.run?.recording.file = nil
      state.run?.notice = ReplayTexts.done(name)
    case .failed(let reason):
      state.run?.recording.fail()
      state.run?.notice = reason
    }
  }
}

extension RunState {
  /// What a recording says behind the last event, were this the end.
  var closing: RecordingClosing {
    RecordingClosing(end, malformed: channel.malformed, schedule: recordedSchedule)
  }

  private var end: RecordingClosing.End {
    if case .complete(let closing) = replay?.ending?.ending { return closing.end }
    if let failure { return .failed(failure) }
    if isFinished, replay == nil { return .byItself }
    return isAtEnd ? .stuck : .stopped
  }

  private var recordedSchedule: String? {
    if let replay { return replay.schedule }
    return steering.schedule?.text
  }
}
