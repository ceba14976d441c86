import ProcModel

/// A trace drawn as a diagram: a line for each process, its operations where they happen.
///
///     M:  start(P1) joins(P1)                       joined(P1)
///     P1:             begin  take(L)  free(L)  exit
///
/// The column of an operation is its time in milliseconds, and the order of columns is the order of
/// the trace (of equal ones, the upper line first). `M` is the main process, `P1` is `Process-1`,
/// all others are called by their labels. Objects are what their first letter says: `L`ock,
/// `R`lock, `Q`ueue, `D`ict, `A`rray, `T`asks of a pool, p`I`pe, `S`emaphore, `C`ondition, `E`vent,
/// `B`arrier, a value in small letters; `Q2` is a queue that holds two, `S2` a semaphore that counts
/// two, `B2` a barrier for two.
/// Before the first column, the main process begins and the objects are defined.
struct Marbles {
  private(set) var events: [Event] = []
  private var lanes: [String: Lane] = [:]
  private var objects: [String: ObjectID] = [:]
  private var serials: [String: UInt64] = [:]

  /// What is known of a line of the diagram.
  struct Lane {
    var id: ObjectID
    var pid: Int32
    var tid: Int32 = 0
    var method: StartMethod = .fork
    var parent: Int32 = 0
    var number: UInt32 = 0
  }

  init(_ diagram: String) {
    let operations = Self.operations(in: diagram)
    for (place, label) in operations.labels.enumerated() {
      let pid = Int32(100 + place)
      lanes[label] = Lane(id: ObjectID(creator: 100, number: UInt32(place)), pid: pid)
    }
    emit("M", Event(.processBegin, object: lane("M").id, value: -1, text: "MainProcess"))
    for name in operations.objects { define(name) }
    for operation in operations.list { perform(operation) }
  }

  /// One operation of a diagram.
  struct Operation {
    var label: String
    var column: Int
    var verb: String
    var arguments: [String]
    var value: String?
    var isAtMost = false
  }

  func lane(_ label: String) -> Lane { lanes[label] ?? Lane(id: .none, pid: 1) }

  /// The name of the process with this label.
  static func name(_ label: String) -> String {
    if label == "M" { return "MainProcess" }
    return label.hasPrefix("P") ? "Process-" + label.dropFirst() : label
  }

  mutating func setLane(_ label: String, method: StartMethod, parent: Lane) {
    lanes[label]?.method = method
    lanes[label]?.parent = parent.pid
    guard method == .thread else { return }
    let tid = lane(label).pid
    lanes[label]?.tid = tid
    lanes[label]?.pid = parent.pid
  }

  func object(_ name: String) -> ObjectID { objects[name] ?? .none }

  /// The serial number of an item by its text: the same for put and get.
  mutating func serial(_ item: String) -> UInt64 {
    if let serial = serials[item] { return serial }
    serials[item] = UInt64(serials.count + 1)
    return UInt64(serials.count)
  }

  mutating func emit(_ label: String, _ event: Event) {
    var event = event
    event.pid = lane(label).pid
    event.tid = lane(label).tid
    event.number = lane(label).number
    lanes[label]?.number += 1
    events.append(event)
  }

  private mutating func define(_ name: String) {
    let kinds: [Character: ObjectKind] = [
      "L": .lock, "R": .rlock, "Q": .queue, "D": .dict, "A": .array, "T": .pool,
      "S": .semaphore, "C": .condition, "E": .event, "B": .barrier,
      "I": .pipe,
    ]
    let kind = name.first.flatMap { kinds[$0] } ?? .value
    let id = ObjectID(creator: 100, number: UInt32(1000 + objects.count))
    objects[name] = id
    let isSized = [.queue, .semaphore, .barrier].contains(kind)
    // The creator of a pipe has both of its ends.
    let capacity = isSized ? UInt64(name.dropFirst()) ?? 0 : kind == .pipe ? 3 : 0
    emit("M", Event(.objectDefine, object: id, value: kind.rawValue, extra: capacity, text: name))
  }
}
