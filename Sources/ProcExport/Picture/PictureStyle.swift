/// How a picture looks: light, or dark if the reader's system is dark. Hues follow Okabe and Ito,
/// so that people with any of the common colour vision deficiencies can tell neighbours apart; no
/// state is shown by its colour alone.
enum PictureStyle {
  /// The hues of lanes in light and dark: the main process is grey, the others take turns.
  private static let lanes = [
    ("#56616e", "#d0d0d0"), ("#0072b2", "#87afd7"), ("#c75b00", "#ffaf5f"), ("#008f68", "#5fd7af"),
    ("#a8478f", "#d787d7"), ("#8a6d00", "#d7d787"), ("#2a7fb8", "#87d7ff"), ("#c0432a", "#ff875f"),
    ("#4f7d16", "#afd787"), ("#5b55c4", "#afafff"),
  ]
  /// The hues of locks, which no lane has.
  private static let locks = [
    ("#2f7fd6", "#5fafff"), ("#b98900", "#d7af00"), ("#9467e0", "#af87ff"), ("#008489", "#00afaf"),
  ]

  /// The class of a lane's hue, and of a lock's.
  static func lane(_ number: Int) -> String {
    number == 0 ? "l0" : "l\(1 + (number - 1) % (lanes.count - 1))"
  }
  static func lock(_ number: Int) -> String { "k\(number % locks.count)" }

  /// The style sheet.
  static var sheet: String {
    let hues =
      zip(lanes.indices, lanes).map { ("l\($0)", $1) }
      + zip(locks.indices, locks).map { ("k\($0)", $1) }
    let light = hues.map { hue($0.0, $0.1.0) }.joined()
    let dark = hues.map { hue($0.0, $0.1.1) }.joined()
    return """
      <style>
      text{font-family:ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,'Noto Sans Mono CJK SC',\
      'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',monospace;font-size:13px;fill:#24292f;\
      white-space:pre}
      .page{fill:#fff}.small{font-size:11px}.title{font-size:17px;font-weight:bold}.bold{font-weight:bold}
      .dim{fill:#68727d}.faint{fill:#8b949e}.bad{fill:#c5221f}.good{fill:#1a7f37}
      .onblock{fill:#fff}.axis{stroke:#d8dee4;stroke-width:1}.rule{stroke:#d8dee4}.halo{stroke:#fff;stroke-width:3;\
      stroke-linejoin:round;paint-order:stroke}
      \(light)
      .run{stroke-width:3;fill:none}.block{stroke-width:2;fill:none;stroke-dasharray:6 4}
      .sleep{stroke-width:3;fill:none;stroke-linecap:round;stroke-dasharray:0.1 7}
      .gate{stroke-width:9;fill:none;stroke-dasharray:1.5 5}.idle{stroke-width:1.5;fill:none;\
      stroke-dasharray:2 5}
      .hold{stroke:none}.thin{opacity:.45}.wait{stroke-width:1}
      path.flow{fill:none;stroke-width:1.3;opacity:.75}.head{stroke:none;opacity:.9}
      .sign{stroke:#fff;stroke-width:1}.wrong{fill:#c5221f;stroke:#fff;stroke-width:1}
      @media (prefers-color-scheme:dark){
      text{fill:#d0d0d0}.page{fill:#121212}.dim{fill:#949494}.faint{fill:#767676}.bad{fill:#ff5f5f}
      .good{fill:#87d787}.onblock{fill:#121212}.axis{stroke:#303030}.rule{stroke:#3a3a3a}.halo{stroke:#121212}
      .sign{stroke:#121212}.wrong{fill:#ff5f5f;stroke:#121212}
      \(dark)
      }
      </style>
      """
  }

  /// A hue for what is filled, and for what is drawn.
  private static func hue(_ name: String, _ colour: String) -> String {
    ".\(name){fill:\(colour)}line.\(name),path.flow.\(name){stroke:\(colour)}"
      + "rect.wait.\(name){stroke:\(colour)}.p\(name){stroke:\(colour)}\n"
  }

  /// Patterns of lanes that wait for a lock: hatched in its hue.
  static var patterns: String {
    locks.indices.map { number in
      "<pattern id=\"w\(number)\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" "
        + "patternTransform=\"rotate(45)\">"
        + "<line class=\"pk\(number)\" x1=\"1\" y1=\"0\" x2=\"1\" y2=\"5\" stroke-width=\"1.6\"/></pattern>"
    }.joined(separator: "\n")
  }
}
