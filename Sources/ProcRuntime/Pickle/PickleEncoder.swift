/// What a value sees while it encodes itself: a place in a storage.
///
/// Coding paths are not kept: they cost time with every value and serve only messages.
struct PickleEncoder: Encoder {
  let storage: PickleStorage
  /// Where the value begins.
  let start: Int

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    storage.open(.record, at: start)
    return KeyedEncodingContainer(PickleRecordWriter(storage: storage))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    storage.open(.list, at: start)
    return PickleListWriter(storage: storage)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer {
    PickleSingleWriter(storage: storage, start: start)
  }
}

// One generic method stands for the fifteen that each protocol lists: the storage tells the
// types apart.

private struct PickleSingleWriter: SingleValueEncodingContainer {
  let storage: PickleStorage
  let start: Int
  var codingPath: [any CodingKey] { [] }

  func encodeNil() throws {
    try checkEmpty()
    storage.writeNil()
  }

  func encode<T: Encodable>(_ value: T) throws {
    try checkEmpty()
    try storage.write(value)
  }

  private func checkEmpty() throws {
    guard storage.bytes.count == start else {
      throw PickleStorage.invalid(start, "a second value in a single-value container")
    }
  }
}

private struct PickleListWriter: UnkeyedEncodingContainer {
  let storage: PickleStorage
  private(set) var count = 0
  var codingPath: [any CodingKey] { [] }

  init(storage: PickleStorage) { self.storage = storage }

  mutating func encodeNil() throws {
    storage.writeNil()
    count += 1
  }

  mutating func encode<T: Encodable>(_ value: T) throws {
    try storage.write(value)
    count += 1
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy keyType: Key.Type
  ) -> KeyedEncodingContainer<Key> {
    nestedEncoder().container(keyedBy: keyType)
  }

  mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    nestedEncoder().unkeyedContainer()
  }

  mutating func superEncoder() -> any Encoder { nestedEncoder() }

  private mutating func nestedEncoder() -> PickleEncoder {
    count += 1
    return PickleEncoder(storage: storage.makeNested(), start: 0)
  }
}

private struct PickleRecordWriter<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let storage: PickleStorage
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws {
    storage.write(key: key.stringValue)
    storage.writeNil()
  }

  func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
    storage.write(key: key.stringValue)
    try storage.write(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy keyType: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    nestedEncoder(key.stringValue).container(keyedBy: keyType)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    nestedEncoder(key.stringValue).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nestedEncoder(PickleKey.parent.stringValue) }

  func superEncoder(forKey key: Key) -> any Encoder { nestedEncoder(key.stringValue) }

  private func nestedEncoder(_ key: String) -> PickleEncoder {
    storage.write(key: key)
    return PickleEncoder(storage: storage.makeNested(), start: 0)
  }
}
