/// The submitter's own account of its pool: which task is in which slot, and which have no slot
/// yet. Used by one thread at a time only.
struct PoolSubmissions {
  /// A task whose outcome is now known, for its future.
  typealias News = (task: PooledTask, outcome: TaskOutcome)

  private let memory: PoolMemory
  private var lastSerial: UInt64 = 0
  private var takenEnds: UInt32 = 0
  private var freeSlots: [UInt32] = []
  private var usedSlots: UInt32 = 0
  private var handedOver: [UInt32: PooledTask] = [:]
  private var slots: [UInt64: UInt32] = [:]
  private var waiting: ArraySlice<(task: PooledTask, call: [UInt8])> = []

  /// Whether no more tasks are taken.
  var isClosing = false
  /// Why it is broken, if it is.
  private(set) var broken: String?
  /// Whether the workers were told that there will be no more tasks.
  private var hasSaidEnd = false

  init(memory: PoolMemory) { self.memory = memory }

  /// How many tasks are not known to have ended.
  var unfinishedCount: Int { handedOver.count + waiting.count }

  /// How many tasks there have been.
  var submittedCount: Int { Int(clamping: lastSerial) }

  /// A new task.
  mutating func makeTask(_ text: String) -> PooledTask {
    lastSerial += 1
    return PooledTask(serial: lastSerial, text: text)
  }

  /// Accepts a call, to be handed over in its turn; false if the pool accepts no more.
  mutating func add(_ task: PooledTask, call: [UInt8]) -> Bool {
    if isClosing || broken != nil { return false }
    waiting.append((task, call))
    return true
  }

  /// Hands over the tasks that wait, as far as there are slots.
  ///
  /// - Returns: how many workers to tell.
  mutating func handOver() -> (published: Int, news: [News]) {
    var published = 0
    var news: [News] = []
    while let (task, call) = waiting.first, let number = takeSlot() {
      waiting.removeFirst()
      let slot = memory.slot(number)
      do { try memory.write(call, to: slot) } catch {
        freeSlots.append(number)
        news.append((task, .failed(error)))
        continue
      }
      slot.set(.pending)
      handedOver[number] = task
      slots[task.serial] = number
      memory.publish(number)
      published += 1
    }
    if waiting.isEmpty { waiting = [] }
    return (published, news)
  }

  /// Learns which tasks have ended.
  mutating func collect() -> [News] {
    var news: [News] = []
    while let number = memory.takeEnded(takenEnds) {
      takenEnds &+= 1
      freeSlots.append(number)
      guard let task = forget(number) else { continue }
      if let outcome = outcome(in: number) { news.append((task, outcome)) }
    }
    return news
  }

  /// Whether a worker runs a task.
  func isRunning(_ task: PooledTask) -> Bool {
    slots[task.serial].map { memory.slot($0).state == .running } ?? false
  }

  /// Keeps a task from beginning; false if it has begun.
  mutating func cancel(_ task: PooledTask) -> Bool {
    if let place = waiting.firstIndex(where: { $0.task === task }) {
      waiting.remove(at: place)
      return true
    }
    guard let number = slots[task.serial] else { return false }
    // The slot stays in the queue until a worker skips it.
    return memory.slot(number).move(from: .pending, to: .cancelled)
  }

  /// The tasks that have not ended, in the order of submission.
  var unfinished: [PooledTask] {
    (handedOver.values + waiting.map(\.task)).sorted { $0.serial < $1.serial }
  }

  /// Breaks the pool: a worker has died. No task begins any more.
  ///
  /// - Returns: the tasks that had not begun; nil if the pool was broken already.
  mutating func breakDown(_ reason: String) -> [PooledTask]? {
    if broken != nil { return nil }
    broken = reason
    var revoked: [PooledTask] = []
    for (number, task) in handedOver
    where memory.slot(number).move(from: .pending, to: .cancelled) {
      _ = forget(number)
      revoked.append(task)
    }
    revoked += waiting.map(\.task)
    waiting = []
    return revoked.sorted { $0.serial < $1.serial }
  }

  /// The tasks that were running when the pool broke, now that no worker is left. Some have ended
  /// (they have an outcome); of some, only the end was reported.
  mutating func abandon() -> [(task: PooledTask, outcome: TaskOutcome?, isReported: Bool)] {
    let news = collect().map { (task: $0, outcome: Optional($1), isReported: true) }
    let rest = handedOver.sorted { $0.value.serial < $1.value.serial }.map { number, task in
      (
        task: task, outcome: outcome(in: number),
        isReported: memory.slot(number).state == .ending
      )
    }
    handedOver = [:]
    slots = [:]
    return news + rest
  }

  /// Whether it is time to tell the workers that there will be no more tasks; true once.
  mutating func saysEnd() -> Bool {
    guard isClosing, waiting.isEmpty, !hasSaidEnd else { return false }
    hasSaidEnd = true
    return true
  }

  private mutating func takeSlot() -> UInt32? {
    if let free = freeSlots.popLast() { return free }
    guard usedSlots < UInt32(PoolMemory.slotCount) else { return nil }
    defer { usedSlots += 1 }
    return usedSlots
  }

  private mutating func forget(_ number: UInt32) -> PooledTask? {
    let task = handedOver.removeValue(forKey: number)
    if let task { slots[task.serial] = nil }
    return task
  }

  /// What a worker has left in a slot; nil if the task there was cancelled or has not ended.
  private func outcome(in number: UInt32) -> TaskOutcome? {
    let slot = memory.slot(number)
    guard slot.state == .ended else { return nil }
    do { return PoolResult.outcome(try memory.take(from: slot)) } catch { return .failed(error) }
  }
}
