// The content of an object is changed in place: it is taken out while `body` changes it, so that it
// is never copied: not even `consume` may hold it meanwhile. Objects of another kind are left alone.
extension World {
  @inline(__always)
  mutating func withLock(_ index: Int, _ body: (inout ObjectState.LockState) -> Void) {
    objects[index].content.withLock(body)
  }

  @inline(__always)
  mutating func withQueue(_ index: Int, _ body: (inout ObjectState.QueueState) -> Void) {
    objects[index].content.withQueue(body)
  }

  @inline(__always)
  mutating func withValue(_ index: Int, _ body: (inout ObjectState.ValueState) -> Void) {
    objects[index].content.withValue(body)
  }

  @inline(__always)
  mutating func withPool(_ index: Int, _ body: (inout ObjectState.PoolState) -> Void) {
    objects[index].content.withPool(body)
  }

  @inline(__always)
  mutating func withSemaphore(_ index: Int, _ body: (inout ObjectState.SemaphoreState) -> Void) {
    objects[index].content.withSemaphore(body)
  }

  @inline(__always)
  mutating func withEvent(_ index: Int, _ body: (inout ObjectState.EventState) -> Void) {
    objects[index].content.withEvent(body)
  }

  @inline(__always)
  mutating func withCondition(_ index: Int, _ body: (inout ObjectState.ConditionState) -> Void) {
    objects[index].content.withCondition(body)
  }

  @inline(__always)
  mutating func withBarrier(_ index: Int, _ body: (inout ObjectState.BarrierState) -> Void) {
    objects[index].content.withBarrier(body)
  }
}

extension ObjectState.Content {
  @inline(__always)
  mutating func withLock(_ body: (inout ObjectState.LockState) -> Void) {
    guard case .lock(var state) = self else { return }
    self = .manager
    body(&state)
    self = .lock(state)
  }

  @inline(__always)
  mutating func withQueue(_ body: (inout ObjectState.QueueState) -> Void) {
    guard case .queue(var state) = self else { return }
    self = .manager
    body(&state)
    self = .queue(state)
  }

  @inline(__always)
  mutating func withValue(_ body: (inout ObjectState.ValueState) -> Void) {
    guard case .value(var state) = self else { return }
    self = .manager
    body(&state)
    self = .value(state)
  }

  @inline(__always)
  mutating func withPool(_ body: (inout ObjectState.PoolState) -> Void) {
    guard case .pool(var state) = self else { return }
    self = .manager
    body(&state)
    self = .pool(state)
  }

  @inline(__always)
  mutating func withSemaphore(_ body: (inout ObjectState.SemaphoreState) -> Void) {
    guard case .semaphore(var state) = self else { return }
    self = .manager
    body(&state)
    self = .semaphore(state)
  }

  @inline(__always)
  mutating func withEvent(_ body: (inout ObjectState.EventState) -> Void) {
    guard case .event(var state) = self else { return }
    self = .manager
    body(&state)
    self = .event(state)
  }

  @inline(__always)
  mutating func withCondition(_ body: (inout ObjectState.ConditionState) -> Void) {
    guard case .condition(var state) = self else { return }
    self = .manager
    body(&state)
    self = .condition(state)
  }

  @inline(__always)
  mutating func withBarrier(_ body: (inout ObjectState.BarrierState) -> Void) {
    guard case .barrier(var state) = self else { return }
    self = .manager
    body(&state)
    self = .barrier(state)
  }
}
