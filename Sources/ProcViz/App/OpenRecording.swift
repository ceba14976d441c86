import ProcModel
import ProcSession

/// A recording that has been found to be one, to start the interface with.
struct OpenRecording {
  let file: RecordingFile
  let header: RecordingHeader
  /// Whether it comes while the run goes on, elsewhere.
  let isStream: Bool
  /// How fast it is played; nil: it is there at once.
  let speed: Double?
  /// What is told of it first.
  let about: Localized

  /// Shows it.
  func effects(in state: inout AppState) -> [Effect] {
    Update.open(
      header, path: file.path, isStream: isStream, speed: speed, notice: about, in: &state)
  }
}
