import ProcModel

/// The processes that this process knows: itself, its parent and its children.
enum ProcessTable {
  private struct Contents {
    var current: Process?
    var parent: Process?
    var children: [Process] = []
    var lastNumber = 0
  }

  private static let contents = GuardedBox(Contents())

  /// The process object of this process.
  static var current: Process {
    contents.withValue { contents in
      if let current = contents.current { return current }
      let main = Process(main: "MainProcess")
      contents.current = main
      return main
    }
  }

  /// The process object of the parent; nil in the main process.
  static var parent: Process? { contents.withValue { $0.parent } }

  /// The children that have been started and not been reaped.
  static var children: [Process] { contents.withValue { $0.children } }

  /// The place in the tree for a new child of this process.
  static func nextIdentity() -> [Int] {
    let parent = current.identity
    return contents.withValue { contents in
      contents.lastNumber += 1
      return parent + [contents.lastNumber]
    }
  }

  /// A child was started.
  static func add(_ child: Process) { contents.withValue { $0.children.append(child) } }

  /// A child was reaped.
  static func remove(_ child: Process) {
    contents.withValue { $0.children.removeAll { $0 === child } }
  }

  /// This process is now a child: it has no children, and the numbers start again.
  static func become(_ process: Process, parent: Process?) {
    contents.withValue { $0 = Contents(current: process, parent: parent) }
  }
}

/// The process object of the calling process (`multiprocessing.current_process`).
public func currentProcess() -> Process { ProcessTable.current }

/// The process object of its parent, or nil in the main process (`multiprocessing.parent_process`).
public func parentProcess() -> Process? { ProcessTable.parent }

/// The children that still run (`multiprocessing.active_children`). This reaps those that have
/// ended.
public func activeChildren() -> [Process] {
  ProcessTable.children.filter { !$0.reapInPassing() }
}
