import Glibc
import ProcModel
import ProcSession
import Testing

/// Who has said that it ends is dying until the kernel has ended it.
@Suite struct DyingTests {
  @Test func aThreadIsDyingUntilItIsGone() throws {
    let place = try Place()
    let fixture = try builtProduct("RuntimeFixture")
    var seen = 0
    for _ in 0..<10 {
      let session = try Session(
        Launch(executable: fixture, arguments: ["RuntimeFixture", "threads", "fork"]),
        in: [place.path])
      var threads: [(process: Int32, thread: Int32)] = []
      while !session.isFinished {
        for event in session.collect(within: 100) where event.tid != 0 {
          if event.kind == .processExit { threads.append((event.pid, event.tid)) }
        }
        if session.hasDying { continue }
        seen += threads.count
        #expect(!threads.contains { access("/proc/\($0.process)/task/\($0.thread)", F_OK) == 0 })
        threads = []
      }
    }
    #expect(seen > 0)
  }
}
