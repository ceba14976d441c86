import ProcModel

/// The dicts and lists of a server. It knows nothing of types: keys and values are pickled, and two
/// keys are the same if they are pickled the same.
struct ManagerStore {
  private var objects: [UInt64: any ManagedStorage] = [:]

  /// Does what a request asks.
  mutating func serve(_ request: ManagerRequest) -> ManagerAnswer {
    switch request.method {
    case .createDict: return add(ManagedDict(), filledBy: .update, request)
    case .createList: return add(ManagedList(), filledBy: .extend, request)
    case .shutdown: break
    default:
      guard let object = objects[request.object] else {
        return ManagerAnswer(status: .noSuchObject)
      }
      return object.serve(request)
    }
    return ManagerAnswer()
  }

  /// Adds a new object with its first content.
  private mutating func add(
    _ object: any ManagedStorage, filledBy method: ManagerMethod, _ request: ManagerRequest
  ) -> ManagerAnswer {
    objects[request.object] = object
    if request.values.isEmpty { return ManagerAnswer() }
    var filling = request
    filling.method = method
    return object.serve(filling)
  }
}

/// A dict or list: a class, so that it is changed in place.
protocol ManagedStorage: AnyObject {
  /// Does what a request asks.
  func serve(_ request: ManagerRequest) -> ManagerAnswer
}

/// A value in a server's memory.
struct ManagedValue {
  var bytes: [UInt8]
  /// Its text from its writer, for the events of readers.
  var text: String

  var answer: ManagerAnswer { ManagerAnswer(values: [bytes], text: text) }
}

extension ManagerRequest {
  /// The values that a request brings, each with its text if it has one.
  var managedValues: [ManagedValue] {
    values.enumerated().map { place, bytes in
      ManagedValue(bytes: bytes, text: place < valueTexts.count ? valueTexts[place] : "")
    }
  }
}

extension ManagerAnswer {
  /// The same, after a change of the object.
  func after(_ change: ProcModel.Event.Flags) -> ManagerAnswer {
    var answer = self
    answer.change = change
    return answer
  }

  init(count: Int) { self.init(number: count, text: String(count)) }

  static let missing = ManagerAnswer(status: .missing, text: "missing")
  static let malformed = ManagerAnswer(status: .malformed)
}
