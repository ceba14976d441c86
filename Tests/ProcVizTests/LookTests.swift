import ProcModel
import Testing

@testable import ProcViz

/// One look per meaning, in every palette and with every set of signs.
@Suite struct LookTests {
  static let states: [Sign] = [.running, .holding, .waiting, .blocked, .asleep, .held, .idle]

  @Test(
    "every sign has a glyph of its own, by itself, without any colour",
    arguments: [Glyphs.unicode, .ascii])
  func signs(glyphs: Glyphs) {
    let all = Sign.allCases.map { $0.glyph(glyphs) }
    #expect(Set(all).count == all.count)
    #expect(all.filter { TextLayout.width(of: $0) != 1 } == [])
    if glyphs.isASCII { #expect(all.filter { !$0.isASCII } == []) }
  }

  @Test(
    "neighbouring lanes and locks differ in colour", arguments: [Palette.colours256, .colours8])
  func hues(palette: Palette) {
    for number in 0..<12 {
      let one = palette.ink(for: Style(role: .lane(number)))
      #expect(one != palette.ink(for: Style(role: .lane(number + 1))))
    }
    for number in 0..<6 {
      let one = palette.ink(for: Style(role: .holding(number)))
      #expect(one != palette.ink(for: Style(role: .holding(number + 1))))
    }
  }

  @Test("without colour, no colour is used")
  func monochrome() {
    for style in [Style.text, .danger, .key, .bar, Style(role: .lane(3)), Style(role: .waiting(1))]
    {
      let ink = Palette.monochrome.ink(for: style)
      #expect(ink.foreground == nil && ink.background == nil)
    }
  }

  @Test("the palette follows from what the terminal has, and from what is allowed")
  func choice() {
    #expect(Palette(colours: 256, isAllowed: true) == .colours256)
    #expect(Palette(colours: 8, isAllowed: true) == .colours8)
    #expect(Palette(colours: 256, isAllowed: false) == .monochrome)
    #expect(Palette(colours: 0, isAllowed: true) == .monochrome)
  }
}
