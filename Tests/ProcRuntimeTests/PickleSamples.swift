/// A structure with everything in it.
struct Sample: Codable, Equatable {
  var name: String
  var numbers: [Int]
  var data: [UInt8]
  var shapes: [Shape]
  var table: [String: Double]
  var byNumber: [Int: Shape]
  var present: Int?
  var absent: String?
  var nested: [[String]]

  static let rich = Sample(
    name: "进程", numbers: [1, -2, 1 << 60], data: [0, 255],
    shapes: [.point, .circle(radius: 1.5), .polygon([3, 4], name: "x")], table: ["pi": 3.14],
    byNumber: [7: .point], present: 5, absent: nil, nested: [["a"], [], ["b", "c"]])
}

enum Shape: Codable, Equatable {
  case point
  case circle(radius: Double)
  case polygon([Int], name: String?)
}

enum Level: String, Codable { case low, high }

struct Empty: Codable, Equatable {}

struct Letters: Codable, Equatable {
  var b: Int
  var d: Int?
  var a: Int
}

class Animal: Codable {
  let legs: Int
  init(legs: Int) { self.legs = legs }
}

/// Encodes its own part first, and its parent's into a place that it had asked for before.
final class Cat: Animal {
  let name: String

  init(legs: Int, name: String) {
    self.name = name
    super.init(legs: legs)
  }

  private enum Key: CodingKey { case name }

  required init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    name = try values.decode(String.self, forKey: .name)
    try super.init(from: values.superDecoder())
  }

  override func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    let parent = values.superEncoder()
    try values.encode(name, forKey: .name)
    try super.encode(to: parent)
  }
}

/// Writes two nested lists alternately.
struct Interleaved: Codable, Equatable {
  var left: [Int]
  var right: [Int]

  private enum Key: CodingKey { case left, right, count }

  init(left: [Int], right: [Int]) {
    self.left = left
    self.right = right
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    left = try values.decode([Int].self, forKey: .left)
    right = try values.decode([Int].self, forKey: .right)
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    var lefts = values.nestedUnkeyedContainer(forKey: .left)
    var rights = values.nestedUnkeyedContainer(forKey: .right)
    for (left, right) in zip(left, right) {
      try rights.encode(right)
      try lefts.encode(left)
    }
    try values.encode(left.count, forKey: .count)
  }
}

/// Asks for two containers of different kinds.
struct TwoKinds: Encodable {
  func encode(to encoder: any Encoder) throws {
    var list = encoder.unkeyedContainer()
    try list.encode(1)
    _ = encoder.container(keyedBy: Key.self)
  }

  private enum Key: CodingKey { case none }
}

/// Puts two values where there is room for one.
struct TwoValues: Encodable {
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(1)
    try container.encode(2)
  }
}

/// A value that nests as deeply as it is long.
indirect enum Chain: Codable {
  case end
  case link(Chain)

  init(length: Int) {
    self = .end
    for _ in 0..<length { self = .link(self) }
  }
}

/// A random generator with a fixed seed (splitmix64), so that a failure repeats.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
