import CProcSupport
import Glibc
import ProcRuntime

/// Programs that do what no scheduler sees.
let unseenPrograms: [String: Fixture.Main] = [
  // A child waits at a pipe of its own until its parent has joined another child.
  "unseen-pipe": { _ in
    let child = Process(target: readsPipe)
    try child.start()
    try child.join()
  },
  "unseen-sleep": { _ in
    let child = Process(target: sleepsForReal)
    try child.start()
    try child.join()
  },
  "unseen-work": { _ in
    let child = Process(target: computes)
    try child.start()
    try child.join()
  },
  "spins-for-ever": { _ in
    let lock = Lock(name: "lock")
    try lock.acquire()
    while try !lock.acquire(blocking: false) {}
  },
]

let unseenSpawnables: [any Spawnable] = [readsPipe, sleepsForReal, computes]

private let readsPipe = Target("unseen.pipe") {
  var ends: [Int32] = [0, 0]
  guard pipe(&ends) == 0 else { return }
  var byte: UInt8 = 0
  // It is never written to.
  read(ends[0], &byte, 1)
}

private let sleepsForReal = Target("unseen.sleep") {
  usleep(4_000_000)
  print("slept")
}

private let computes = Target("unseen.work") {
  var now = timespec()
  // CPU time: that is what a process that runs is charged.
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
  let end = now.tv_sec + 5
  while now.tv_sec < end { clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now) }
  print("computed")
}
