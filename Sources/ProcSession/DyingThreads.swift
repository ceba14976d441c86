import CProcSupport
import Glibc

/// The threads that have said that they end, until the kernel has ended them: a lock that one of them
/// held, and whoever waits for its end, learn of that only then.
struct DyingThreads: ~Copyable {
  /// A thread that is about to end.
  private struct Dying {
    let process: Int32
    /// Becomes readable when it has ended; −1 where the kernel has no such thing.
    let descriptor: Int32
  }

  /// By their ids.
  private var threads: [Int32: Dying] = [:]

  deinit {
    for thread in threads.values where thread.descriptor >= 0 { close(thread.descriptor) }
  }

  /// A thread has said that it ends.
  mutating func add(_ thread: Int32, of process: Int32, _ poller: borrowing Poller) {
    guard thread > 0, process > 0, proc_has_thread(process, thread) != 0 else { return }
    var descriptor = proc_thread_descriptor(thread)
    if descriptor >= 0, !poller.add(descriptor, as: .process(thread)) {
      close(descriptor)
      descriptor = -1
    }
    remove(thread)
    threads[thread] = Dying(process: process, descriptor: descriptor)
  }

  /// A thread has ended.
  ///
  /// - Returns: whether it is known that it was about to.
  @discardableResult
  mutating func remove(_ thread: Int32) -> Bool {
    guard let dying = threads.removeValue(forKey: thread) else { return false }
    if dying.descriptor >= 0 { close(dying.descriptor) }
    return true
  }

  /// Whether there are any that have not ended.
  var areThereAny: Bool {
    mutating get {
      for (id, thread) in threads where proc_has_thread(thread.process, id) == 0 { remove(id) }
      return !threads.isEmpty
    }
  }

  /// Forgets all: they were those of another run.
  mutating func reset() {
    for id in threads.keys { remove(id) }
  }
}
