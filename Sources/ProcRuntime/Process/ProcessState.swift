import ProcModel

/// What is known of a process object; see ``Process``.
struct ProcessState {
  /// Its name.
  var name: String
  /// Whether it ends with its parent.
  var isDaemon: Bool
  /// Its place in the tree of processes: [1, 2] is the second child of the first.
  var identity: [Int]
  /// The process that made the object, and alone may start and join it.
  var creator: Int32
  /// Its identity in the trace, from its start on.
  var id = ObjectID.none
  /// Its pid, from its start on.
  var pid: Int32?
  /// How it ended, once that is known.
  var exitCode: Int32?
  /// Whether it was closed.
  var isClosed = false

  /// The default name of a process of a type at a place of the tree: `Process-1:2`, `Greeter-3`.
  static func defaultName(_ type: Process.Type, _ identity: [Int]) -> String {
    "\(type)-" + identity.map(String.init).joined(separator: ":")
  }
}
