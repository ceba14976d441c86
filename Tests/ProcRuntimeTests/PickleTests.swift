import Testing

@testable import ProcRuntime

@Suite struct PickleTests {
  @Test func integersOfEveryWidth() throws {
    try expectSame([Int.min, -1, 0, 1, 63, 64, Int.max])
    try expectSame(Int8.min, Int8.max)
    try expectSame(Int16.min, Int16.max)
    try expectSame(Int32.min, Int32.max)
    try expectSame(Int64.min, Int64.max)
    try expectSame(UInt.min, UInt.max)
    try expectSame(UInt8.min, UInt8.max)
    try expectSame(UInt16.min, UInt16.max)
    try expectSame(UInt32.min, UInt32.max)
    try expectSame(UInt64.min, UInt64.max)
    try expectSame(Int128.min, Int128.max, -1)
    try expectSame(UInt128.min, UInt128.max)
  }

  @Test func otherScalars() throws {
    try expectSame(true, false)
    try expectSame(0.1, -.infinity, .greatestFiniteMagnitude)
    try expectSame(Float(0.1), .leastNonzeroMagnitude)
    try expectSame("", "进程", "a\u{0}b", String(repeating: "é", count: 1000))
    #expect(try unpickle(Double.self, from: pickle(Double.nan)).isNaN)
  }

  @Test func collections() throws {
    try expectSame([Int](), [1, -2, .max])
    try expectSame([UInt8](), Array(0...255))
    try expectSame([String](), ["a", ""])
    try expectSame(["a": 1, "b": 2])
    try expectSame([3: [1.5], -4: []])
    try expectSame([[[1], []], []])
    try expectSame(Set(["x", "y"]))
    try expectSame(ContiguousArray([1, 2]))
    try expectSame(SIMD4<Int>(1, 2, 3, 4))
    try expectSame([Int?.none, 5])
    try expectSame(Int?.none, .some(7))
  }

  @Test func packedArraysAreListsToo() throws {
    #expect(try unpickle(ContiguousArray<UInt8>.self, from: pickle([UInt8(1), 2])) == [1, 2])
    #expect(try unpickle([UInt8].self, from: pickle(ContiguousArray([UInt8(1), 2]))) == [1, 2])
    #expect(try unpickle([Int32].self, from: pickle([5, -6])) == [5, -6])
    #expect(try unpickle(Set<Int>.self, from: pickle([5, -6])) == [5, -6])
  }

  @Test func structuresEnumsAndClasses() throws {
    try expectSame(Sample.rich)
    try expectSame(Shape.point, .circle(radius: 2), .polygon([1, 2], name: nil))
    try expectSame(Level.high)
    try expectSame(Empty())
    let cat = try unpickle(Cat.self, from: pickle(Cat(legs: 4, name: "Mi")))
    #expect(cat.legs == 4)
    #expect(cat.name == "Mi")
  }

  @Test func keysAreFoundInAnyOrder() throws {
    let bytes = try pickle(["c": 3, "a": 1, "b": 2])
    let found = try unpickle(Letters.self, from: bytes)
    #expect(found == Letters(b: 2, d: nil, a: 1))
  }

  @Test func nestedContainersMayBeFilledInTurns() throws {
    try expectSame(Interleaved(left: [1, 2, 3], right: [4, 5, 6]))
  }

  @Test func severalValuesInOneMessage() throws {
    var writer = PickleWriter()
    try writer.append(1)
    try writer.append("two")
    try writer.append([Shape.circle(radius: 3)])
    var reader = PickleReader(writer.bytes)
    #expect(try reader.next(Int.self) == 1)
    #expect(try reader.next(String.self) == "two")
    #expect(try reader.next([Shape].self) == [.circle(radius: 3)])
    #expect(reader.isAtEnd)
    #expect(throws: DecodingError.self) { try reader.next(Int.self) }
  }

  @Test func scalarsAreCompact() throws {
    #expect(try pickle(1).count == 2)
    #expect(try pickle("ab").count == 4)
    #expect(try pickle([UInt8](repeating: 9, count: 100)).count == 102)
  }

  @Test func wrongTypesThrow() throws {
    #expect(throws: DecodingError.self) { try unpickle(Int.self, from: pickle("1")) }
    #expect(throws: DecodingError.self) { try unpickle(String.self, from: pickle(1)) }
    #expect(throws: DecodingError.self) { try unpickle(UInt8.self, from: pickle(256)) }
    #expect(throws: DecodingError.self) { try unpickle(UInt.self, from: pickle(-1)) }
    #expect(throws: DecodingError.self) { try unpickle(Letters.self, from: pickle(["a": 1])) }
    #expect(throws: DecodingError.self) { try unpickle(Int.self, from: pickle(1) + [0]) }
  }

  @Test func valuesThatEncodeThemselvesWronglyThrow() {
    #expect(throws: EncodingError.self) { try pickle(TwoKinds()) }
    #expect(throws: EncodingError.self) { try pickle(TwoValues()) }
    #expect(throws: EncodingError.self) { try pickle(Chain(length: 5000)) }
  }

  private func expectSame<T: Codable & Equatable>(_ values: T...) throws {
    for value in values { #expect(try unpickle(T.self, from: pickle(value)) == value) }
    #expect(try unpickle([T].self, from: pickle(values)) == values)
  }
}
