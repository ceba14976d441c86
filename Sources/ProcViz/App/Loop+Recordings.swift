import ProcModel
import ProcSession

/// Recordings: those that are shown, and the one that is made.
extension Loop {
  /// Opens a recording.
  mutating func open(_ replaying: Replaying) {
    closeRecorder()
    source = nil
    do throws(RecordingError) {
      let file: RecordingFile
      if let givenFile { file = givenFile } else { file = try RecordingFile(path: replaying.path) }
      givenFile = nil
      source =
        replaying.isStream
        ? StreamSource(file)
        : FileSource(file, replaying.speed.map { Playback(speed: $0) }, ahead: replaying.ahead)
    } catch {
      take(.failed(run: replaying.run, error.message))
    }
  }

  /// Begins to record what is shown.
  mutating func record() {
    guard recorder == nil, let run = state.run else { return }
    do throws(RecordingError) {
      let begun = try Recorder(run)
      recorder = begun
      take(.recording(run: run.number, .begun(begun.path)))
    } catch {
      take(.recording(run: run.number, .failed(error.message)))
    }
    noteRecorder()
  }

  /// Looks after the recorder: what is known now, whether it can go on, whether the run is over.
  mutating func noteRecorder() {
    guard recorder != nil, let run = state.run else { return }
    recorder?.note(run)
    if run.isFinished { recorder?.close(run.closing) }
    if let failure = recorder?.failure {
      recorder = nil
      take(.recording(run: run.number, .failed(failure.notice)))
    } else if run.isFinished, let path = recorder?.path {
      recorder = nil
      take(.recording(run: run.number, .done(path)))
    }
  }

  /// Ends the recording of a run that is left.
  mutating func closeRecorder() {
    recorder?.close(lastClosing ?? RecordingClosing(.stopped))
    recorder = nil
    lastClosing = nil
  }
}

extension Message {
  /// Whether it comes from the user, who may end everything with it.
  var isByUser: Bool {
    switch self {
    case .key, .mouse, .signal: true
    default: false
    }
  }
}

extension EventBatch {
  /// Whether it says anything that is not known.
  func isNews(for run: RunState?) -> Bool {
    !events.isEmpty || concluded != nil || behind != run?.channel.behind
      || malformed != run?.channel.malformed || glance != nil || progress != run?.replay?.progress
  }
}
