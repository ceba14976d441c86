import CProcSupport
import Glibc
package import ProcModel

/// What the runtime keeps for each thread: its identity in the trace, and the slot at which it is
/// held. It has memory of its own that the thread points to, so that an access costs one load.
package struct Lane {
  /// The tid of its events: 0 for the main thread of a process.
  package let tid: Int32
  /// Its id in the kernel (`gettid(2)`).
  let kernelID: UInt32
  /// The process or thread object that it runs.
  package internal(set) var object: ObjectID
  /// The number of its next event.
  var number: UInt32 = 0
  /// Its slot in the control page, once it has one.
  var slot: Int?
  /// Its mark as owner of a lock (see ``OwnerWord``); 0 until it is first needed.
  var ownerToken: UInt64 = 0
  /// The descriptors that a child needs whose arguments it is encoding; nil at other times.
  var inheritedDescriptors: [Int32]?
  /// The thread object that runs on it, if it is not a main thread.
  var thread: Unmanaged<Thread>?
  /// Room for one record, which is written before the next one is made.
  let record: UnsafeMutableRawBufferPointer

  private static let recordAlignment = 8

  /// The lane of the calling thread. A thread that the runtime did not start gets one on its first
  /// operation.
  @inline(__always)
  package static var current: UnsafeMutablePointer<Lane> {
    if let known = proc_lane() { return known.assumingMemoryBound(to: Lane.self) }
    return begin(object: .none)
  }

  /// Gives the calling thread a new lane.
  ///
  /// - Parameter record: room for a record that is not used elsewhere any more.
  @discardableResult
  static func begin(
    object: ObjectID, record: UnsafeMutableRawBufferPointer? = nil
  ) -> UnsafeMutablePointer<Lane> {
    let record =
      record ?? .allocate(byteCount: RecordCodec.longestRecord, alignment: recordAlignment)
    let kernelID = proc_gettid()
    let lane = UnsafeMutablePointer<Lane>.allocate(capacity: 1)
    lane.initialize(
      to: Lane(
        tid: kernelID == Runtime.pid ? 0 : kernelID, kernelID: UInt32(bitPattern: kernelID),
        object: object, record: record))
    proc_set_lane(lane)
    return lane
  }

  /// Takes the calling thread's lane away: the thread is about to end.
  static func end() {
    guard let lane = proc_lane()?.assumingMemoryBound(to: Lane.self) else { return }
    Gate.leave(lane)
    proc_set_lane(nil)
    lane.pointee.record.deallocate()
    lane.deinitialize(count: 1)
    lane.deallocate()
  }

  /// Forgets the lane that a forked child has copied from its parent, and begins one of its own.
  static func replace(object: ObjectID) {
    let copied = proc_lane()?.assumingMemoryBound(to: Lane.self)
    let record = copied?.pointee.record
    copied?.deallocate()
    begin(object: object, record: record)
  }
}
