// Waits at queues that nobody is left to end.
extension World {
  func blockedGetters(_ who: Localized, _ verb: String, _ queue: ObjectID) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(queue)) 中的下一项，但已经没有谁能再放入了。",
      en: "\(who.en) \(verb) for an item in \(name(queue)), "
        + "but no lane can put one.")
  }

  func blockedPutters(_ who: Localized, _ verb: String, _ queue: ObjectID) -> Localized {
    Localized(
      zh: "\(who.zh) 在等待 \(name(queue)) 腾出空位，但已经没有谁能再取走了。",
      en: "\(who.en) \(verb) for room in \(name(queue)), but no lane can get an item.")
  }

  func blockedJoiners(_ who: Localized, _ verb: String, _ queue: ObjectID) -> Localized {
    let count = unfinishedTasks(queue)
    return Localized(
      zh: "\(who.zh) 在等待 \(name(queue)) 的任务全部完成，还有 \(count) 个没有完成（task_done），"
        + "但已经没有谁能完成它们了。",
      en: "\(who.en) \(verb) until all tasks of \(name(queue)) are done (task_done); "
        + "\(count) \(count == 1 ? "is" : "are") not, and no lane can do "
        + "\(count == 1 ? "it" : "them").")
  }

  func unfinishedTasks(_ id: ObjectID) -> Int64 {
    guard case .queue(let queue)? = object(id)?.content else { return 0 }
    return queue.unfinished
  }
}
