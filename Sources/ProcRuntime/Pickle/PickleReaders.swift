// The decoding containers. One generic method stands for the fifteen that each protocol lists.

struct PickleSingleReader: SingleValueDecodingContainer {
  let decoder: PickleDecoder
  var codingPath: [any CodingKey] { [] }

  func decodeNil() -> Bool { decoder.isNil }

  func decode<T: Decodable>(_ type: T.Type) throws -> T { try decoder.read(type) }
}

struct PickleListReader: UnkeyedDecodingContainer {
  private let source: PickleSource
  private let content: Range<Int>
  private let depth: Int
  private var position: Int
  private(set) var currentIndex = 0

  var codingPath: [any CodingKey] { [] }
  var isAtEnd: Bool { position >= content.upperBound }

  init(source: PickleSource, content: Range<Int>, depth: Int) {
    self.source = source
    self.content = content
    self.depth = depth
    position = content.lowerBound
  }

  /// Counted by walking through the list, as few readers ask.
  var count: Int? {
    var count = 0
    var place = content.lowerBound
    while place < content.upperBound {
      guard let next = try? source.end(of: place, limit: content.upperBound) else { return nil }
      place = next
      count += 1
    }
    return count
  }

  mutating func decodeNil() throws -> Bool {
    guard try peek().isNil else { return false }
    advance(past: try peek())
    return true
  }

  mutating func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let element = try peek()
    let value = try element.read(type)
    advance(past: element)
    return value
  }

  mutating func nestedContainer<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    try superElement().container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try superElement().unkeyedContainer()
  }

  mutating func superDecoder() throws -> any Decoder { try superElement() }

  private mutating func superElement() throws -> PickleDecoder {
    let element = try peek()
    advance(past: element)
    return element
  }

  private func peek() throws -> PickleDecoder {
    let end = try source.end(of: position, limit: content.upperBound)
    return PickleDecoder(source: source, start: position, end: end, depth: depth)
  }

  private mutating func advance(past element: PickleDecoder) {
    position = element.end
    currentIndex += 1
  }
}

/// A class, as it remembers where the last key was found: keys are mostly asked for in the order
/// in which they were written, and are then found without searching.
final class PickleRecordReader<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let source: PickleSource
  private let content: Range<Int>
  private let depth: Int
  private var next: Int

  var codingPath: [any CodingKey] { [] }

  /// Walks through the record once, so that later searches cannot fail halfway.
  init(source: PickleSource, content: Range<Int>, depth: Int) throws {
    self.source = source
    self.content = content
    self.depth = depth
    next = content.lowerBound
    var place = content.lowerBound
    while place < content.upperBound { place = try entry(at: place).value.end }
  }

  var allKeys: [Key] {
    var keys: [Key] = []
    var place = content.lowerBound
    while place < content.upperBound, let entry = try? entry(at: place) {
      let text = String(decoding: source.bytes[entry.key], as: UTF8.self)
      if let key = Key(stringValue: text) { keys.append(key) }
      place = entry.value.end
    }
    return keys
  }

  func contains(_ key: Key) -> Bool { (try? find(key.stringValue)) != nil }

  func decodeNil(forKey key: Key) throws -> Bool { try value(of: key).isNil }

  func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T {
    let place = try value(of: key)
    let result = try place.read(type)
    next = place.end
    return result
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<NestedKey> {
    try value(of: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try value(of: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    guard let value = try find(PickleKey.parent.stringValue) else {
      throw missing(PickleKey.parent)
    }
    return value
  }

  func superDecoder(forKey key: Key) throws -> any Decoder { try value(of: key) }

  private func value(of key: Key) throws -> PickleDecoder {
    guard let value = try find(key.stringValue) else { throw missing(key) }
    return value
  }

  private func missing(_ key: any CodingKey) -> DecodingError {
    .keyNotFound(
      key, DecodingError.Context(codingPath: [], debugDescription: "no \(key.stringValue)"))
  }

  /// Searches from the place after the last value on, and then from the beginning up to it.
  private func find(_ name: String) throws -> PickleDecoder? {
    let start = next
    return try find(name, from: start, to: content.upperBound)
      ?? find(name, from: content.lowerBound, to: start)
  }

  private func find(_ name: String, from start: Int, to end: Int) throws -> PickleDecoder? {
    var place = start
    while place < end {
      let (key, value) = try entry(at: place)
      if source.bytes[key].elementsEqual(name.utf8) { return value }
      place = value.end
    }
    return nil
  }

  private func entry(at place: Int) throws -> (key: Range<Int>, value: PickleDecoder) {
    let key = try source.run(at: place, limit: content.upperBound)
    let end = try source.end(of: key.upperBound, limit: content.upperBound)
    let value = PickleDecoder(source: source, start: key.upperBound, end: end, depth: depth)
    return (key, value)
  }
}
