import Glibc
import ProcRuntime

/// Programs whose processes end in ways that nobody has announced.
let endPrograms: [String: Fixture.Main] = [
  // Nothing that the viewer sees says who has killed the child.
  "kills-its-child": { _ in
    let child = Process(target: EndTargets.sleeps)
    try child.start()
    if let pid = child.pid { kill(pid, SIGKILL) }
    try child.join()
  },
  // The process that serves the runs of a search is the parent of each main process.
  "kills-its-host": { _ in
    kill(getppid(), SIGKILL)
    while true { pause() }
  },
  // A spawned child is gone before it can report anything (`Main`), and its parent waits.
  EndTargets.unborn: { _ in
    let queue = Queue<Int>(name: "queue")
    let child = Process(target: EndTargets.puts, args: queue)
    try child.start()
    _ = try queue.get()
  },
  // A check fails while a lock is held.
  "crashes-in-lock": { _ in
    let lock = Lock(name: "lock")
    let total = Value(0, name: "total")
    let child = Process(target: EndTargets.checks, args: lock, total)
    try child.start()
    try lock.acquire()
    total.set(7)
    try lock.release()
    try child.join()
  },
]

let endSpawnables: [any Spawnable] = [EndTargets.sleeps, EndTargets.puts, EndTargets.checks]

enum EndTargets {
  static let unborn = "dies-unborn"

  static let sleeps = Target("ends.sleeps") { sleep(1) }

  static let puts = Target("ends.puts") { (queue: Queue<Int>) in try queue.put(1) }

  static let checks = Target("ends.checks") { (lock: Lock, total: Value<Int>) in
    try lock.acquire()
    precondition(total.get() == 0, "the total has changed")
    try lock.release()
  }
}
