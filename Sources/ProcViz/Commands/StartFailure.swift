import ProcModel
import ProcSession

/// Why something could not be started.
enum StartFailure {
  /// A sentence for the user.
  static func message(of error: any Error) -> Localized {
    switch error {
    case let error as ProgramError: error.message
    case let error as SessionError: error.message
    default: Localized(verbatim: "\(error)")
    }
  }
}
