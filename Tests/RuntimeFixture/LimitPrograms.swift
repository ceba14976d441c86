import Glibc
import ProcModel
import ProcRuntime

extension Fixture {
  static let limitPrograms: [String: Main] = [
    "exhaust-descriptors": { _ in
      try exhausted(RLIMIT_NOFILE, leaving: 4) { try Process(target: returns).start() }
      try runAll([Process(target: returns)])
      note("done")
    },
    "exhaust-processes": { _ in
      // The limit does not hold for root.
      if geteuid() == 0 { setuid(65_534) }
      try exhausted(__RLIMIT_NPROC, leaving: 0) { try Process(target: returns).start() }
      note("done")
    },
  ]

  /// Does something while no more of a resource is available, and notes how it fails.
  private static func exhausted(
    _ resource: __rlimit_resource, leaving value: UInt, _ body: () throws -> Void
  ) throws {
    let resource = __rlimit_resource_t(resource.rawValue)
    var before = rlimit()
    getrlimit(resource, &before)
    var less = before
    less.rlim_cur = value
    setrlimit(resource, &less)
    do { try body() } catch { note("\(type(of: error)): \(error)") }
    setrlimit(resource, &before)
  }
}
