import Foundation

/// Reads a table as RFC 4180 has it, and texts as `CSV` writes them.
enum CSVReading {
  static func rows(_ text: String) -> [[String]] {
    var rows: [[String]] = [[]]
    var cell = ""
    var isQuoted = false
    var wasQuote = false
    for scalar in text.unicodeScalars {
      if isQuoted, scalar != "\"" {
        cell.unicodeScalars.append(scalar)
      } else if scalar == "\"" {
        if !isQuoted, wasQuote { cell.unicodeScalars.append("\"") }
        isQuoted.toggle()
      } else if scalar == "," || scalar == "\n" {
        rows[rows.count - 1].append(cell)
        cell = ""
        if scalar == "\n" { rows.append([]) }
      } else if scalar != "\r" {
        cell.unicodeScalars.append(scalar)
      }
      wasQuote = scalar == "\""
    }
    rows.removeLast()
    return rows
  }

  /// The text that a cell stands for.
  static func text(_ cell: String) -> String? {
    let scalars = Array(cell.unicodeScalars)
    let bare = scalars.first == "'" ? scalars.dropFirst() : scalars[...]
    var json = "\""
    for scalar in bare {
      if scalar == "\"" { json += "\\" }
      json.unicodeScalars.append(scalar)
    }
    return try? JSONSerialization.jsonObject(
      with: Data((json + "\"").utf8), options: .fragmentsAllowed) as? String
  }
}
