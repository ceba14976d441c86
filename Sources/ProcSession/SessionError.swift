import Glibc
public import ProcModel

/// Why a session could not be started, or a line not be typed: which step failed, and how.
public struct SessionError: Error, Hashable {
  /// What was being done.
  public let step: Stage
  /// The system's error number (`errno`).
  public let code: Int32
  /// The file that it is about, or an empty text.
  public let path: String

  /// The steps that can fail.
  public enum Stage: Sendable, Hashable, CaseIterable {
    /// Making the session folder (`mkdtemp`).
    case folder
    /// Making or opening the event channel (`mkfifo`, `open`).
    case channel
    /// Making or mapping the control page (`open`, `posix_fallocate`, `mmap`).
    case control
    /// Making the sockets and the polling descriptor (`socketpair`, `epoll_create1`).
    case connection
    /// Starting the program (`posix_spawn`).
    case start
    /// Handing over a typed line (`send`).
    case input
  }

  /// An error of `step`; `code` is the present `errno` unless it is given.
  init(_ step: Stage, path: String = "", code: Int32 = errno) {
    self.step = step
    self.code = code
    self.path = path
  }

  /// A sentence for the user: what could not be done, why, and what would help.
  public var message: Localized {
    let about = path.isEmpty ? "" : " \(path)"
    return Localized(
      zh: "\(step.failure.zh)\(about)：\(reason.zh)", en: "\(step.failure.en)\(about): \(reason.en)")
  }

  /// What the error number means here.
  private var reason: Localized {
    if code == EAGAIN, step == .input {
      return Localized(zh: "程序还没有读完先前的输入", en: "the program has not read the earlier lines yet")
    }
    return SystemReason.text(code)
  }
}

extension SessionError: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { message.en }
}

extension SessionError.Stage {
  /// What could not be done.
  fileprivate var failure: Localized {
    switch self {
    case .folder: Localized(zh: "无法创建会话目录", en: "cannot make the session folder")
    case .channel: Localized(zh: "无法创建事件通道", en: "cannot make the event channel")
    case .control: Localized(zh: "无法创建控制页", en: "cannot make the control page")
    case .connection: Localized(zh: "无法建立与程序的连接", en: "cannot connect to the program")
    case .start: Localized(zh: "无法启动程序", en: "cannot start the program")
    case .input: Localized(zh: "无法传递输入", en: "cannot hand over the line")
    }
  }
}
