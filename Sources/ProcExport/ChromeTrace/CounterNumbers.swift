import ProcModel

/// Tells the counters of objects with the same name apart, which the viewers would draw as one.
struct CounterNumbers {
  private var numbers: [ObjectID: Int] = [:]
  private var namesakes: [String: Int] = [:]

  /// The number of an object among those of its name that have counters, in the order of their
  /// first count; nil for the first, which needs no number.
  mutating func number(of object: ObjectID, named name: String) -> Int? {
    if let known = numbers[object] { return known > 1 ? known : nil }
    let number = namesakes[name, default: 0] + 1
    namesakes[name] = number
    numbers[object] = number
    return number > 1 ? number : nil
  }
}
