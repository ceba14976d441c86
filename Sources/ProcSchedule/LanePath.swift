/// Who a lane is in every run of a program, whatever the pids: its place in the tree of who started
/// whom. The main process is `0`, the first child that it starts `1`, that one's second child `1-2`.
public struct LanePath: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The numbers on the way from the main process, each from 1; empty for the main process.
  public let numbers: [Int]

  /// The lane at this place.
  public init(_ numbers: [Int]) { self.numbers = numbers }

  /// The main process.
  public static let main = LanePath([])

  /// The `number`th lane that this one starts, from 1.
  public func child(_ number: Int) -> LanePath { LanePath(numbers + [number]) }

  /// Whether this lane was started by `other`, or by one that `other` has started.
  public func descends(from other: LanePath) -> Bool {
    numbers.count > other.numbers.count && numbers.starts(with: other.numbers)
  }

  /// The order of a walk through the tree: parents before their children.
  public static func < (a: LanePath, b: LanePath) -> Bool {
    a.numbers.lexicographicallyPrecedes(b.numbers)
  }

  /// `0`, `1`, `1-2`.
  public var description: String {
    numbers.isEmpty ? "0" : numbers.map(String.init).joined(separator: "-")
  }
}
