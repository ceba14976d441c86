import Glibc
public import ProcModel

/// What the system's error numbers (errno(3)) mean to a user of this program.
public enum SystemReason {
  /// The reason, as the end of a sentence.
  public static func text(_ code: Int32) -> Localized {
    switch code {
    case ENOSPC, EDQUOT: Localized(zh: "没有剩余空间", en: "no space is left")
    case EROFS: Localized(zh: "只读，不能写入", en: "it is read-only")
    case EACCES, EPERM: Localized(zh: "没有权限", en: "permission is denied")
    case ENOENT, ENOTDIR: Localized(zh: "不存在", en: "it does not exist")
    case EISDIR: Localized(zh: "这是一个目录", en: "it is a folder")
    case EIO: Localized(zh: "设备读写出错", en: "input/output error")
    case EMFILE:
      Localized(
        zh: "本程序打开的文件已达上限（见 ulimit -n）",
        en: "this program may not open more files (see ulimit -n)")
    case EFBIG:
      Localized(zh: "文件不能这么大（见 ulimit -f）", en: "the file would be too large (see ulimit -f)")
    case ENFILE: Localized(zh: "系统打开的文件已达上限", en: "the system has too many open files")
    case EAGAIN:
      Localized(
        zh: "不能再启动更多进程（见 ulimit -u）", en: "no more processes may be started (see ulimit -u)")
    case EPIPE: Localized(zh: "程序不再读取输入", en: "the program does not read any more")
    case ENOMEM: Localized(zh: "内存不足", en: "there is not enough memory")
    default: Localized(verbatim: String(cString: strerror(code)))
    }
  }
}
