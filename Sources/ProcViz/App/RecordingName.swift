import CProcSupport
import Glibc

/// The name of a recording that is made at the press of a key.
enum RecordingName {
  /// `counter-20261124-181502.procviz`; the `number`th of the same second has its number in it.
  static func make(_ subject: String, number: Int = 1) -> String {
    var now = time(nil)
    var parts = tm()
    localtime_r(&now, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y%m%d-%H%M%S", &parts)
    let moment = String(
      decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return "\(word(subject))-\(moment)\(number > 1 ? "-\(number)" : "").procviz"
  }

  /// A name of letters, digits and dashes, whatever the subject is called.
  private static func word(_ subject: String) -> String {
    let name = subject.prefix { $0 != " " }.split(separator: "/").last ?? "run"
    let safe = name.unicodeScalars.prefix(40).map { scalar in
      let isSafe =
        scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
      return isSafe ? Character(scalar) : "-"
    }
    let word = String(safe).drop { $0 == "-" }
    return word.isEmpty ? "run" : String(word)
  }
}
