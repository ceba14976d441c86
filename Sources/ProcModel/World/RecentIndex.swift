/// Where things are, by their key; those that were asked for lately are found without hashing.
///
/// Most events are about the same few threads and objects as those before. Whoever makes keys up so
/// that they meet in one slot gains nothing but the time of a dictionary.
struct RecentIndex<Key: SlottedKey>: Sendable {
  private var places: [Key: Int] = [:]
  private var slots: [Slot]

  private struct Slot: Sendable {
    var key: Key
    var place = -1
  }

  /// An empty index.
  init() { slots = Array(repeating: Slot(key: Key.unused), count: 64) }

  /// The place of a key.
  subscript(key: Key) -> Int? {
    get {
      let slot = slots[Int(truncatingIfNeeded: key.slot)]
      return slot.place >= 0 && slot.key == key ? slot.place : places[key]
    }
    set {
      places[key] = newValue
      slots[Int(truncatingIfNeeded: key.slot)] = Slot(key: key, place: newValue ?? -1)
    }
  }

  /// The place of a key, which is remembered as the latest.
  @inline(__always)
  mutating func find(_ key: Key) -> Int? {
    let number = Int(truncatingIfNeeded: key.slot)
    let slot = slots[number]
    if slot.place >= 0, slot.key == key { return slot.place }
    guard let place = places[key] else { return nil }
    slots[number] = Slot(key: key, place: place)
    return place
  }
}

extension RecentIndex: Equatable {
  /// What was asked for lately makes no difference.
  static func == (a: RecentIndex, b: RecentIndex) -> Bool { a.places == b.places }
}

/// A key with a slot from 0 to 63, spread evenly.
protocol SlottedKey: Hashable, Sendable {
  var slot: UInt64 { get }
  /// Any key.
  static var unused: Self { get }
}

extension UInt64 {
  /// The slot of a key of so many bits.
  @inline(__always)
  fileprivate var slot: UInt64 { (self &* 0x9E37_79B9_7F4A_7C15) >> 58 }
}

extension ThreadKey: SlottedKey {
  var slot: UInt64 {
    (UInt64(UInt32(bitPattern: pid)) << 32 | UInt64(UInt32(bitPattern: tid))).slot
  }
  static let unused = ThreadKey(pid: 0, tid: 0)
}

extension ObjectKey: SlottedKey {
  var slot: UInt64 { (id.rawValue ^ UInt64(UInt32(bitPattern: pid)) << 17).slot }
  static let unused = ObjectKey(id: .none, pid: 0)
}

extension ElementKey: SlottedKey {
  var slot: UInt64 { (object.rawValue &+ element &* 0xC2B2_AE3D_27D4_EB4F).slot }
  static let unused = ElementKey(object: .none, element: 0)
}
