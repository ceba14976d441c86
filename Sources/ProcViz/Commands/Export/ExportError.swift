import ProcModel
import ProcSession

/// Why an export could not be written.
struct ExportError: Error, Hashable {
  /// The file; nil: standard output.
  let path: String?
  let cause: Cause

  enum Cause: Hashable {
    /// It is there already.
    case exists
    /// It is what is being read.
    case sameFile
    /// The system says so (`errno`).
    case system(Int32)
  }

  init(_ path: String?, _ cause: Cause) {
    self.path = path
    self.cause = cause
  }

  /// A sentence for the user.
  var message: Localized {
    let name = path.map { "“\(Sanitizer.line($0))”" } ?? "标准输出"
    let english = path.map { "'\(Sanitizer.line($0))'" } ?? "standard output"
    switch cause {
    case .exists:
      return Localized(
        zh: "\(name)已存在；加上 --force 才会覆盖它", en: "\(english) exists already; --force replaces it")
    case .sameFile:
      return Localized(
        zh: "\(name)就是要读的那份录制；请写到别的文件",
        en: "\(english) is the recording itself; write to another file")
    case .system(let code):
      let reason = SystemReason.text(code)
      return Localized(
        zh: "无法写入\(name)：\(reason.zh)", en: "cannot write to \(english): \(reason.en)")
    }
  }
}
