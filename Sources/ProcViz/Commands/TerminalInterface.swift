import ProcSession

/// The way into the terminal interface.
enum TerminalInterface {
  /// Opens a run, or the menu.
  ///
  /// - Parameter recorder: records that run.
  static func open(
    _ opening: Interface.Opening?, recorder: RecordingWriter? = nil, _ options: CommonOptions
  ) -> CommandStatus {
    open(Interface.Options(options, opening: opening, recorder: recorder))
  }

  /// Opens a recording.
  static func open(_ recording: OpenRecording, _ options: CommonOptions) -> CommandStatus {
    open(Interface.Options(options, recording: recording))
  }

  private static func open(_ options: Interface.Options) -> CommandStatus {
    Interface.run(options) == 0 ? .ok : .failed
  }
}

extension Interface.Options {
  fileprivate init(
    _ options: CommonOptions, opening: Interface.Opening? = nil, recorder: RecordingWriter? = nil,
    recording: OpenRecording? = nil
  ) {
    self.init(
      language: options.language, usesASCII: options.ascii, usesColour: options.usesColor,
      opening: opening, recorder: recorder, recording: recording)
  }
}
