import CProcSupport
import Glibc
public import ProcModel

/// Why something could not be recorded, or a recording not be read.
public struct RecordingError: Error, Sendable, Hashable {
  /// What was being done.
  public let step: Stage
  /// The file; nil where it is standard input.
  public let path: String?
  /// Why it failed.
  public let cause: Cause

  /// What can fail.
  public enum Stage: Sendable, Hashable {
    /// Beginning a recording.
    case create
    /// Going on with it.
    case write
    /// Opening and reading one.
    case read
  }

  /// Why it can fail.
  public enum Cause: Sendable, Hashable {
    /// There is a file of that name already.
    case exists
    /// It is standard input or standard output at the same time.
    case inUse
    /// Another program is recording to it.
    case beingWritten
    /// It has been deleted meanwhile.
    case deleted
    /// Another program has changed it meanwhile.
    case changed
    /// The folder in which it is to be is not there.
    case noFolder
    /// It is neither a file nor anything that could be read or written like one.
    case noFile
    /// It can only be read once, as it comes (a FIFO).
    case stream
    /// The system says so (`errno`).
    case system(Int32)
    /// What is in it.
    case fault(RecordingFault)
  }

  init(_ step: Stage, path: String?, _ cause: Cause) {
    self.step = step
    self.path = path
    self.cause = cause
  }

  /// The present `errno`.
  init(_ step: Stage, path: String?, code: Int32 = errno) {
    self.init(step, path: path, code == EEXIST ? .exists : .system(code))
  }

  /// A sentence for the user: what could not be done, why, and what would help.
  public var message: Localized {
    let name = Sanitizer.line(path ?? "")
    let reason = reason
    switch step {
    case .create:
      return Localized(
        zh: "无法录制到“\(name)”：\(reason.zh)", en: "cannot record to '\(name)': \(reason.en)")
    case .write:
      let isKept = cause != .deleted && cause != .changed
      return Localized(
        zh: "录制中断，运行继续：“\(name)”：\(reason.zh)" + (isKept ? "；已录下的部分可以打开" : ""),
        en:
          "the run goes on, but is not recorded any more: '\(name)': \(reason.en)"
          + (isKept ? "; what has been recorded can be opened" : ""))
    case .read where path == nil:
      return Localized(
        zh: "无法读取标准输入：\(reason.zh)", en: "cannot read standard input: \(reason.en)")
    case .read:
      return Localized(
        zh: "无法打开“\(name)”：\(reason.zh)", en: "cannot open '\(name)': \(reason.en)")
    }
  }

  /// The same in a few words, where the screen shows the rest.
  public var notice: Localized {
    guard step == .write else { return message }
    return Localized(zh: "录制中断：\(reason.zh)", en: "not recorded any more: \(reason.en)")
  }

  private var reason: Localized {
    switch cause {
    case .exists:
      Localized(zh: "文件已存在；加上 --force 才会覆盖它", en: "it exists already; --force replaces it")
    case .inUse:
      Localized(
        zh: "它同时也是本程序的标准输入或输出", en: "it is this program's standard input or output, too")
    case .beingWritten:
      Localized(zh: "另一个 procviz 正在录制到它", en: "another procviz is recording to it")
    case .deleted: Localized(zh: "它已被删除", en: "it has been deleted")
    case .changed: Localized(zh: "其他程序改动了它", en: "another program has changed it")
    case .noFolder: Localized(zh: "所在的文件夹不存在", en: "its folder does not exist")
    case .noFile: Localized(zh: "它不是普通文件", en: "it is not a regular file")
    case .stream:
      Localized(
        zh: "它是管道，只能边到边看；请用 procviz view",
        en: "it is a pipe, to be watched as it comes: use procviz view")
    case .system(let code): SystemReason.text(code)
    case .fault(let fault): fault.text
    }
  }
}

extension RecordingError: CustomStringConvertible {
  /// The sentence in English.
  public var description: String { message.en }
}
