extension Marbles {
  /// The labels, objects and operations of a diagram, the operations by column.
  static func operations(
    in diagram: String
  ) -> (labels: [String], objects: [String], list: [Operation]) {
    var labels = ["M"]
    var list: [Operation] = []
    for line in diagram.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let label = line[..<colon].filter { $0 != " " }
      if !labels.contains(label) { labels.append(label) }
      list += operations(line[line.index(after: colon)...], label, of: line)
    }
    let sorted = list.enumerated().sorted {
      ($0.element.column, $0.offset) < ($1.element.column, $1.offset)
    }
    var objects: [String] = []
    for operation in list where takesObject(operation.verb) {
      guard let name = operation.arguments.last, !objects.contains(name) else { continue }
      objects.append(name)
    }
    return (labels, objects, sorted.map(\.element))
  }

  private static func takesObject(_ verb: String) -> Bool {
    !["start", "joins", "joined", "gaveup", "reap", "kill", "poll", "exit", "error"].contains(verb)
  }

  private static func operations(
    _ text: Substring, _ label: String, of line: Substring
  ) -> [Operation] {
    text.split(separator: " ").map { word in
      var operation = Operation(
        label: label, column: line.distance(from: line.startIndex, to: word.startIndex),
        verb: "", arguments: [])
      var rest = word[...]
      if let place = rest.range(of: "<=") ?? rest.range(of: "=") {
        operation.isAtMost = rest[place] == "<="
        operation.value = String(rest[place.upperBound...])
        rest = rest[..<place.lowerBound]
      }
      let parts = rest.split { $0 == "(" || $0 == ")" || $0 == "," }.map(String.init)
      operation.verb = parts.first ?? ""
      operation.arguments = Array(parts.dropFirst())
      return operation
    }
  }
}

extension Substring {
  /// The first place where `pattern` occurs.
  fileprivate func range(of pattern: String) -> Range<Index>? {
    for start in indices where self[start...].hasPrefix(pattern) {
      return start..<index(start, offsetBy: pattern.count)
    }
    return nil
  }
}
