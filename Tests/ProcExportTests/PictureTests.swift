import Foundation
import FoundationXML
import ProcModel
import Testing

@testable import ProcExport

@Suite struct PictureTests {
  private func picture(_ run: Run, _ language: Language = .en) throws -> XMLReading {
    var sink = MemorySink()
    try SVGPicture.write(run, .counter(language), to: &sink)
    return try XMLReading(sink.text)
  }

  @Test func itNamesWhatRanItsLanesAndWhatWasFound() throws {
    let picture = try picture(Script.lostUpdate.run)
    for text in ["counter  lock=off", "MainProcess", "Process-1", "Process-2", "✗ lost-update"] {
      #expect(picture.texts.contains(text), "\(text)")
    }
    #expect(picture.texts.contains { $0.hasSuffix("Process-1 reads counter: 0") })
    #expect(picture.uses.contains("#wrong"))
    let chinese = try self.picture(Script.lostUpdate.run, .zh)
    #expect(chinese.texts.contains { $0.hasSuffix("Process-1 读 counter：0") })
    #expect(chinese.texts.contains("出错之处"))
  }

  @Test func itStandsOnItsOwn() throws {
    let picture = try picture(Script.handedOver.run)
    #expect(picture.elements.isDisjoint(with: ["script", "image", "foreignObject", "a", "link"]))
    let addresses = picture.text.components(separatedBy: "http").dropFirst()
    #expect(addresses.allSatisfy { $0.hasPrefix("://www.w3.org/2000/svg") })
    #expect(!picture.text.contains("@import") && !picture.text.contains("@font-face"))
  }

  @Test func holdingAndWaitingAreDrawnInTheHueOfTheLock() throws {
    let picture = try picture(Script.handedOver.run)
    #expect(picture.classes.contains("hold k0"))
    #expect(picture.classes.contains("wait k0"))
    // The lock and the item went from lane to lane, and both processes were started.
    #expect(picture.classes.count { $0.hasPrefix("flow") } == 4)
  }

  @Test func namesFromProcessesAreText() throws {
    var script = Script(children: 1, names: [101: "</text><script>\"&\u{1B}[31m"])
    script.end(101)
    let picture = try picture(script.run)
    #expect(!picture.elements.contains("script"))
    #expect(picture.texts.contains { $0.hasPrefix("</text><script>") })
  }

  @Test func theSizeIsBoundedHoweverManyEventsThereAre() throws {
    var script = Script()
    for round in 0..<4000 {
      script.add(.lockAcquire, by: 101, object: Script.lock, value: 1)
      script.add(.valueWrite, by: 101, object: Script.counter, value: Int64(round))
      script.add(.lockRelease, by: 101, object: Script.lock)
      script.add(.queuePut, by: 101, object: Script.queue, value: 1, extra: 1, text: "x")
      script.add(.queueGet, by: 102, object: Script.queue, value: 0, extra: 1, text: "x")
    }
    script.end(101, 102)
    let run = script.run
    #expect(try picture(run).text.utf8.count < 100_000)
  }

  @Test func signsOfTimeLeftOutDoNotTouch() throws {
    var script = Script(children: 1)
    let write = Int64(EventKind.valueWrite.rawValue)
    for _ in 0..<300 {
      for pid in [Int32(100), 101] {
        script.add(.gateWait, by: pid, object: Script.counter, value: write)
      }
      script.add(.valueWrite, by: 101, object: Script.counter, value: 1, after: 50_000)
    }
    let picture = try picture(script.run)
    let signs = picture.classes.count { $0 == "flow l0" }
    #expect(signs > 1 && signs < 40, "\(signs)")
  }

  @Test func ofVeryManyLanesTheFirstAreDrawn() throws {
    let picture = try picture(Script(children: 200).run)
    #expect(picture.texts.contains("and 137 more lanes"))
    #expect(picture.text.utf8.count < 200_000)
  }

  @Test(arguments: UInt64(1)...30) func whateverComesIsWellFormed(_ seed: UInt64) throws {
    _ = try picture(.absurd(seed: seed, count: 500), seed % 2 == 0 ? .zh : .en)
  }

  @Test func aRunOfNothingIsAPictureToo() throws {
    #expect(try picture(Run()).texts.contains("✓ Nothing was found."))
  }

  @Test func wideCharactersHaveTheirOwnPlaces() {
    #expect(
      TextRun.of("a 等待 b") == [
        TextRun(text: "a ", places: [0]), TextRun(text: "等待", places: [2.17, 4.17]),
        TextRun(text: " b", places: [6]),
      ])
  }
}

/// A picture, read back.
private final class XMLReading: NSObject, XMLParserDelegate {
  let text: String
  private(set) var elements: Set<String> = []
  private(set) var classes: [String] = []
  private(set) var uses: [String] = []
  private(set) var texts: [String] = []
  private var current: String?

  init(_ text: String) throws {
    self.text = text
    super.init()
    let parser = XMLParser(data: Data(text.utf8))
    parser.delegate = self
    if !parser.parse() { throw parser.parserError ?? CocoaError(.coderReadCorrupt) }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    elements.insert(name)
    if let list = attributes["class"] { classes.append(list) }
    if let href = attributes["href"] { uses.append(href) }
    if name == "text" { current = "" }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { current? += string }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    guard name == "text", let text = current else { return }
    texts.append(text)
    current = nil
  }
}
