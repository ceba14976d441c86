import ProcModel

/// The kinds of events in words, by which they are found: those of their sentences, in both
/// languages.
enum KindTexts {
  /// All words for a kind.
  static func words(_ kind: EventKind) -> String {
    switch kind {
    case .processStart: "starts a process 启动进程"
    case .processBegin: "begins to run 开始运行"
    case .processExit: "ends, exit code 结束 退出码"
    case .processReap: "has ended, was killed, exit code 已结束 被终止 退出码"
    case .processError: "fails with an error 出错"
    case .processIdle: "is ready, waits for work 已就绪 等待工作"
    case .processSignal: "sends a signal, kills 发送信号"
    case .joinWait: "waits for the end, joins 等待结束"
    case .joinDone: "has joined 等到结束 汇合"
    case .poll: "asks whether it is alive 查看是否还在运行"
    case .lockWait: "waits for a lock 等待锁"
    case .lockAcquire: "takes, acquires a lock 获取锁 接管"
    case .lockRelease: "releases a lock 释放锁"
    case .lockTimeout: "stops waiting for a lock, time is up, timeout 不再等锁 时限已到"
    case .queuePut, .queueGet, .queuePutWait, .queueGetWait, .queuePutTimeout, .queueGetTimeout,
      .queuePoll, .queueTaskDone, .queueJoinWait, .queueJoinDone, .pipeClose:
      ofQueue(kind)
    case .valueRead: "reads 读"
    case .valueWrite: "writes 写入"
    case .memory: "remembers, in the memory 内存"
    case .expect: "ought to be, expected 应当 应为"
    case .dictSet: "has set an entry 已设置"
    case .dictGet: "has got an entry 取得"
    case .managerRequest: "asks the manager 请求管理器"
    case .managerServe: "serves, the manager 管理器执行"
    case .managerReady: "learns that the manager is ready 已就绪"
    case .taskSubmit: "submits a task 提交任务 交给"
    case .taskBegin: "begins a task 开始任务"
    case .taskEnd: "ends a task 做完任务"
    case .taskWait: "waits for the result of a task 等待任务结果"
    case .taskResult: "has the result of a task 得到任务结果"
    case .shutdown: "shuts down 关闭"
    case .sleepBegin: "sleeps 休眠"
    case .sleepEnd: "wakes up 醒来"
    case .inputWait: "waits for a line of input 等待输入"
    case .inputRead: "reads a line of input 读到输入"
    case .output: "prints 打印"
    case .note: "notes 备注"
    case .objectDefine: "makes an object 创建"
    case .gateWait: "is held before an operation 停在下一步之前"
    default: ofCoordination(kind)
    }
  }

  private static func ofQueue(_ kind: EventKind) -> String {
    switch kind {
    case .queuePut: "puts, sends into 放入 发送"
    case .queueGet: "gets, receives from 取出 收到"
    case .queuePutWait: "waits for room, full 等待空位 已满"
    case .queueGetWait: "waits for an item, empty 等待下一项 空"
    case .queuePutTimeout: "cannot put, full, timeout 没能放入 时限已到"
    case .queueGetTimeout: "gets nothing, empty, timeout 没能取到 时限已到"
    case .queuePoll: "looks at a queue 查看队列"
    case .queueTaskDone: "has done a task 完成一个任务"
    case .queueJoinWait: "waits until all tasks are done 等待任务全部完成"
    case .queueJoinDone: "learns that all tasks are done 任务已全部完成"
    default: "closes an end 关闭"
    }
  }

  private static func ofCoordination(_ kind: EventKind) -> String {
    switch kind {
    case .semaphoreWait: "waits for a unit of a semaphore 等待名额"
    case .semaphoreAcquire: "takes, acquires a unit of a semaphore 取得名额"
    case .semaphoreRelease: "releases, gives a unit of a semaphore back 归还名额"
    case .conditionWait: "waits for a notify of a condition 等待通知"
    case .conditionWake: "wakes up, notified 收到通知 醒来"
    case .conditionNotify: "notifies a condition 通知"
    case .eventWait: "waits until an event is set 等待被设置"
    case .eventWake: "goes on, an event was set 继续运行 已设置"
    case .eventSet: "sets an event 设置"
    case .eventClear: "clears an event 清除"
    case .eventPoll: "asks whether an event is set 查看是否已设置"
    case .barrierWait: "comes to a barrier 到达屏障"
    case .barrierPass: "passes a barrier 通过屏障"
    case .barrierAbort: "breaks a barrier 使屏障损坏"
    case .barrierReset: "resets a barrier 重置屏障"
    case .semaphoreTimeout, .conditionTimeout, .eventTimeout, .barrierTimeout:
      "stops waiting, time is up, timeout 不再等 时限已到"
    default: ""
    }
  }
}
