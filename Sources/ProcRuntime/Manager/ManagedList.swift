import ProcModel

/// A list. Negative indices count from its end, as in Python.
final class ManagedList: ManagedStorage {
  private var elements: [ManagedValue] = []

  func serve(_ request: ManagerRequest) -> ManagerAnswer {
    switch request.method {
    case .get: at(request.index) { elements[$0].answer }
    case .set: set(request)
    case .pop: at(request.index) { elements.remove(at: $0).answer.after(.entryRemoved) }
    case .append, .extend: append(request.managedValues)
    case .insert: insert(request)
    case .contains: ManagerAnswer(count: contains(request.values.first) ? 1 : 0)
    case .count: ManagerAnswer(count: elements.count)
    case .copy: ManagerAnswer(values: elements.map(\.bytes))
    case .clear: clear()
    default: .malformed
    }
  }

  private func at(_ index: Int, _ body: (Int) -> ManagerAnswer) -> ManagerAnswer {
    let place = index < 0 ? index + elements.count : index
    guard elements.indices.contains(place) else { return .missing }
    var answer = body(place)
    answer.number = place
    answer.key = "\(place)"
    return answer
  }

  private func set(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    return at(request.index) {
      elements[$0] = value
      return ManagerAnswer(text: value.text).after(.entrySet)
    }
  }

  /// Answers with the index of the first new element.
  private func append(_ values: [ManagedValue]) -> ManagerAnswer {
    let place = elements.count
    elements.append(contentsOf: values)
    let answer = ManagerAnswer(number: place, key: "\(place)", text: values.first?.text ?? "")
    // If there are several, the client reports them one by one.
    return values.count == 1 ? answer.after(.entrySet) : answer
  }

  /// An index beyond an end means that end, as in Python.
  private func insert(_ request: ManagerRequest) -> ManagerAnswer {
    guard let value = request.managedValues.first else { return .malformed }
    let index = request.index < 0 ? request.index + elements.count : request.index
    let place = min(max(index, 0), elements.count)
    elements.insert(value, at: place)
    return ManagerAnswer(number: place, key: "\(place)", text: value.text)
      .after(.entryInserted)
  }

  private func contains(_ value: [UInt8]?) -> Bool {
    elements.contains { $0.bytes == value }
  }

  private func clear() -> ManagerAnswer {
    elements = []
    return ManagerAnswer().after(.entriesCleared)
  }
}
