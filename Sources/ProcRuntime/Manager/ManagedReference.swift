import ProcModel
import Synchronization

/// A dict or list of a manager's server, as its proxies know it. This is what is passed when a
/// proxy is an argument.
struct ManagedReference: Codable, Sendable {
  let client: ManagerClient
  let id: ObjectID
  let name: String

  init(client: ManagerClient, id: ObjectID, name: String) {
    self.client = client
    self.id = id
    self.name = name
  }

  private enum CodingKeys: CodingKey { case address, id, name }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    client = ManagerClients.client(at: try container.decode(String.self, forKey: .address))
    id = ObjectID(rawValue: try container.decode(UInt64.self, forKey: .id))
    name = try container.decode(String.self, forKey: .name)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(client.address, forKey: .address)
    try container.encode(id.rawValue, forKey: .id)
    try container.encode(name, forKey: .name)
  }

  private static let lastNumber = Atomic<UInt32>(0)

  /// Asks the server to do something and waits until it has.
  ///
  /// - Parameters:
  ///   - key: the key or index, as the viewer shows it.
  ///   - values: what is sent, as the viewer shows it.
  ///   - result: what is reported when it is done; nil: `dict.get` with what the server says.
  /// - Returns: the answer; its status is `done` or `missing`.
  /// - Throws: ``ManagerError``.
  @discardableResult
  func ask(
    _ method: ManagerMethod, key: [UInt8] = [], index: Int = 0, values: [[UInt8]] = [],
    shownKey: @autoclosure () -> String = "", shownValues: @autoclosure () -> [String] = [],
    as kind: EventKind = .dictGet
  ) throws -> ManagerAnswer {
    var request = ManagerRequest(
      method: method, object: id.rawValue, key: key, index: index, values: values)
    guard Tracer.isOn else { return try checked(client.ask(request)) }
    let key = shownKey()
    request.number =
      UInt64(UInt32(bitPattern: Runtime.pid)) << 32
      | UInt64(Self.lastNumber.wrappingAdd(1, ordering: .relaxed).newValue)
    request.shownKey = Self.brief(key)
    request.valueTexts = shownValues().map(Self.brief)
    Gate.pass(.managerRequest, id, element: Gate.isClosed ? request.question : 0)
    Tracer.emit(
      .managerRequest, object: id, extra: request.number,
      flags: method.onlyLooks ? .onlyLooks : [], text: method.text(request.shownKey))
    let answer = try client.ask(request)
    Gate.pass(kind, id)
    report(request, answer, as: kind)
    return try checked(answer)
  }

  private func checked(_ answer: ManagerAnswer) throws -> ManagerAnswer {
    switch answer.status {
    case .done, .missing: return answer
    case .noSuchObject: throw ManagerError.noSuchObject(name: name)
    case .malformed: throw ManagerError.malformed
    }
  }

  /// Reports that a request is done: each new entry with its key, or the answer.
  private func report(
    _ request: ManagerRequest, _ answer: ManagerAnswer, as kind: EventKind
  ) {
    // A failed request has set nothing.
    let kind = answer.status == .done ? kind : .dictGet
    var entries: [(key: String, value: String)] = [(request.shownKey, answer.text)]
    switch request.method {
    case .update:
      let texts = request.valueTexts
      entries = stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], texts[$0 + 1]) }
    case .append, .extend:
      entries = request.valueTexts.enumerated().map { ("\(answer.number + $0)", $1) }
    case .get, .set, .pop, .remove, .setDefault, .insert: break
    case .popItem: entries = [(answer.text, "")]
    default: entries[0].key = request.method.text(request.shownKey)
    }
    for entry in entries {
      Tracer.emit(
        kind, object: id, extra: request.number, text: entry.key, detail: entry.value)
    }
  }

  /// Texts are only shown: a viewer has at most a line for each.
  static func brief(_ text: String) -> String {
    text.utf8.count <= 200 ? text : text.prefix(100) + "…"
  }
}
