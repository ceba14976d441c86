import ProcModel

/// What a spawned child gets from its parent (CPython's preparation data).
struct SpawnPreparation: Codable {
  /// Another process as a process knows it.
  struct Relative: Codable {
    let name: String
    let isDaemon: Bool
    let identity: [Int]
    let id: UInt64
    let pid: Int32?
  }

  /// Something that is found by name, and its data.
  struct Named: Codable {
    let name: String
    let payload: [UInt8]
  }

  /// The number of the descriptor of the shared memory.
  let heap: Int32
  /// The child itself.
  let child: Relative
  /// Its parent.
  let parent: Relative
  /// How the child will start children of its own.
  let startMethod: Int64
  /// Its type, where it is a subclass.
  let type: Named?
  /// Its target, where it has one.
  let target: Named?

  /// What a child needs to become this process.
  ///
  /// - Throws: ``ProcessError/notSpawnable(_:)`` if it would not find its type or target.
  init(_ process: Process) throws {
    heap = SharedHeap.descriptor
    child = Relative(process)
    parent = Relative(currentProcess())
    startMethod = getStartMethod().rawValue
    let dynamicType = Swift.type(of: process)
    type =
      dynamicType == Process.self
      ? nil : Named(name: ProcessType.name(of: dynamicType), payload: try pickle(process))
    target = try process.target.map { Named(name: $0.name, payload: try $0.pickle()) }
    for name in [type?.name, target?.name] {
      if let name { _ = try SpawnRegistry.find(name) }
    }
  }

  /// The process that the child is; called in the child.
  ///
  /// - Throws: ``ProcessError/notSpawnable(_:)``; what decoding throws.
  func rebuild() throws -> Process {
    let process: Process
    if let type {
      guard let found = try SpawnRegistry.find(type.name) as? ProcessType else {
        throw ProcessError.notSpawnable(type.name)
      }
      process = try found.rebuild(type.payload)
    } else {
      process = currentProcess()
    }
    if let target {
      guard let found = try SpawnRegistry.find(target.name) as? any Runnable else {
        throw ProcessError.notSpawnable(target.name)
      }
      process.target = BoundTarget(found, pickled: target.payload)
    }
    return process
  }
}

extension SpawnPreparation.Relative {
  /// The part of a process object that is passed.
  init(_ process: Process) {
    self = process.state.withValue { state in
      Self(
        name: state.name, isDaemon: state.isDaemon, identity: state.identity, id: state.id.rawValue,
        pid: state.pid)
    }
  }

  /// The same, in another process.
  func state(pid: Int32?) -> ProcessState {
    ProcessState(
      name: name, isDaemon: isDaemon, identity: identity, creator: 0, id: ObjectID(rawValue: id),
      pid: pid)
  }
}
