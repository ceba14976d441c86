import ProcModel

/// What a proxy can ask of its server. The numbers are on the wire between processes of one program.
enum ManagerMethod: UInt8 {
  // Of the server itself.
  case createDict = 1
  case createList = 2
  case shutdown = 3

  // Of dicts and lists; for a list, the key is the index.
  case get = 10
  case set = 11
  case pop = 12
  case remove = 13
  case contains = 14
  case count = 15
  case clear = 16
  case copy = 17

  // Of dicts.
  case update = 20
  case setDefault = 21
  case keys = 22
  case values = 23
  case popItem = 24

  // Of lists.
  case append = 30
  case insert = 31
  case extend = 32

  /// Whether it changes nothing, whatever the answer.
  var onlyLooks: Bool {
    switch self {
    case .get, .contains, .count, .copy, .keys, .values: true
    case .createDict, .createList, .shutdown, .set, .pop, .remove, .clear, .update, .setDefault,
      .popItem, .append, .insert, .extend:
      false
    }
  }

  /// The method and its key, as events say it: `set 3`, `count()`.
  func text(_ key: String) -> String {
    key.isEmpty ? "\(self)()" : "\(self) \(key)"
  }
}

/// One request.
struct ManagerRequest {
  var method: ManagerMethod
  /// The dict or list.
  var object: UInt64
  /// Names the request in events: client's pid << 32 | sequence number.
  var number: UInt64 = 0
  /// A pickled key.
  var key: [UInt8] = []
  /// A list's index.
  var index = 0
  /// Pickled values; for `update` and for a new dict, keys and values alternately.
  var values: [[UInt8]] = []
  /// The key as the viewer shows it; empty if there is none, or in an untraced run.
  var shownKey = ""
  /// The values as texts, for events of later readers; empty in an untraced run.
  var valueTexts: [String] = []

  /// What is asked, as a hash that is the same wherever the same is asked; 0 for what may change
  /// something (FNV-1a: Fowler, Noll, Vo).
  var question: Int {
    guard method.onlyLooks else { return 0 }
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    add(method.rawValue)
    for shift in stride(from: 0, to: 64, by: 8) { add(UInt8(truncatingIfNeeded: index >> shift)) }
    for part in [key] + values { part.forEach(add) }
    // A gate has room for 55 bits.
    return max(1, Int(truncatingIfNeeded: hash >> 9))
  }

  var encoded: [UInt8] {
    get throws {
      var writer = PickleWriter()
      try writer.append(method.rawValue)
      try writer.append(object)
      try writer.append(number)
      try writer.append(key)
      try writer.append(index)
      try writer.append(values)
      try writer.append(shownKey)
      try writer.append(valueTexts)
      return writer.bytes
    }
  }
}

extension ManagerRequest {
  init(decoding bytes: [UInt8]) throws {
    var reader = PickleReader(bytes)
    guard let method = ManagerMethod(rawValue: try reader.next(UInt8.self)) else {
      throw ManagerError.malformed
    }
    self.method = method
    object = try reader.next(UInt64.self)
    number = try reader.next(UInt64.self)
    key = try reader.next([UInt8].self)
    index = try reader.next(Int.self)
    values = try reader.next([[UInt8]].self)
    shownKey = try reader.next(String.self)
    valueTexts = try reader.next([String].self)
  }
}

/// The answer to a request.
struct ManagerAnswer {
  /// How it went.
  enum Status: UInt8 {
    case done = 0
    /// The key is not there, or the index is out of range.
    case missing = 1
    case noSuchObject = 2
    case malformed = 3
  }

  var status = Status.done
  /// A count or an index.
  var number = 0
  /// The index that a list has found, as a key; not sent.
  var key: String?
  /// Pickled values.
  var values: [[UInt8]] = []
  /// The result as text, for events; empty in an untraced run.
  var text = ""
  /// What has changed, as `manager.serve` says it; not sent.
  var change: ProcModel.Event.Flags = []

  var encoded: [UInt8] {
    get throws {
      var writer = PickleWriter()
      try writer.append(status.rawValue)
      try writer.append(number)
      try writer.append(values)
      try writer.append(text)
      return writer.bytes
    }
  }
}

extension ManagerAnswer {
  init(decoding bytes: [UInt8]) throws {
    var reader = PickleReader(bytes)
    guard let status = Status(rawValue: try reader.next(UInt8.self)) else {
      throw ManagerError.malformed
    }
    self.status = status
    number = try reader.next(Int.self)
    values = try reader.next([[UInt8]].self)
    text = try reader.next(String.self)
  }
}
