import ProcModel
import Testing

@testable import ProcViz

/// Looking for events.
@Suite struct FindTests {
  private func found(_ text: String, in script: Script = .lostUpdate()) -> [Int] {
    var state = Fixtures.run(script)
    state.type("/" + text)
    guard let search = state.run?.find.search else { return [] }
    return (0..<script.events.count).filter { search.hits.contains($0) }
  }

  @Test("by the name of a kind, and by what it is in words, in both languages")
  func kinds() {
    #expect(found("value.read") == [8, 9])
    #expect(found("reads") == [8, 9])
    #expect(found("读") == [8, 9])
    #expect(found("打印") == [12])
  }

  @Test("by process, object, text and number; several words must all be there")
  func words() {
    #expect(found("Process-2 value") == [9, 11])
    #expect(found("4713 value") == [9, 11])
    #expect(found("counter write 1") == [10, 11])
    #expect(found("I saw") == [12])
    #expect(found("main exit") == [18])
    #expect(found("counter join").isEmpty)
  }

  @Test("what shows a finding, by its name, in both languages")
  func findings() {
    for words in ["lost-update", "lost update", "lost", "丢失更新", "丢失"] {
      #expect(found(words) == [8, 9, 10, 11], "\(words)")
    }
    #expect(found("deadlock").isEmpty)
    #expect(found("lost deadlock").isEmpty)
  }

  @Test("a word with a capital means exactly that, one without means both")
  func smartCase() {
    #expect(found("process-2 read") == [9])
    #expect(found("Process-2 read") == [9])
    #expect(found("PROCESS-2 read").isEmpty)
    #expect(found("i saw") == [12])
  }

  @Test("Enter goes to the next hit, n and N to the ones after and before, round and round")
  func jumps() {
    var state = Fixtures.run(.lostUpdate())
    state.type("/value")
    #expect(state.screen.contains("find events ❯ value"))
    #expect(state.screen.contains("4 hits"))
    #expect(state.run?.viewpoint.past == nil)
    state.press(.enter)
    #expect(state.run?.viewpoint.past?.count == 9)
    #expect(state.screen.contains("/ value  1/4"))
    state.type("nn")
    #expect(state.run?.viewpoint.past?.count == 11)
    #expect(state.screen.contains("/ value  3/4"))
    state.type("N")
    #expect(state.run?.viewpoint.past?.count == 10)
    state.type("NN")
    #expect(state.screen.contains("/ value  4/4"))
    state.type("n")
    #expect(state.screen.contains("/ value  1/4"))
    state.press(.home)
    #expect(state.screen.contains("/ value  4 hits"))
    #expect(state.run?.number == 1)
  }

  @Test("Esc ends the search; then n is the next scenario again, and Esc leads back")
  func ends() {
    var state = Fixtures.run(.lostUpdate())
    state.type("/value")
    state.press(.enter, .escape)
    #expect(state.run?.find.search == nil)
    #expect(state.run?.viewpoint.past?.count == 9)
    #expect(!state.type("n").isEmpty)
    #expect(state.run?.number == 2)
    state.type("/x")
    state.press(.escape)
    #expect(state.run?.find.search == nil)
    #expect(state.run?.typing == nil)
    state.press(.escape)
    #expect(state.run == nil)
  }

  @Test("what is not there is said to be not there", arguments: Language.allCases)
  func nothing(language: Language) {
    var state = Fixtures.run(.lostUpdate(), 80, 24, language)
    state.type("/nowhere")
    state.press(.enter)
    #expect(state.run?.viewpoint.past == nil)
    #expect(state.screen.contains(language == .en ? "no hit" : "没有找到"))
    state.type("nN")
    #expect(state.run?.viewpoint.past == nil)
    #expect(state.run?.number == 1)
  }

  @Test("an empty line looks for the same again, from here on")
  func again() {
    var state = Fixtures.run(.lostUpdate())
    state.type("/write")
    state.press(.enter, .escape, .home)
    state.type("/")
    state.press(.enter)
    #expect(state.run?.viewpoint.past?.count == 11)
    state.press(.escape)
    state.type("/")
    state.press(.up)
    #expect(state.screen.contains("find events ❯ write"))
  }

  @Test("hits are marked on the axis", arguments: [Glyphs.unicode, .ascii])
  func axis(glyphs: Glyphs) throws {
    var state = Fixtures.run(.lostUpdate())
    state.glyphs = glyphs
    let before = ScreenView.frame(of: state)
    state.type("/value")
    let after = ScreenView.frame(of: state)
    let run = try #require(state.run)
    let chart = RunLayout(of: run, size: state.size).chart
    let columns = [9, 10, 11, 12].map {
      chart.column + run.timeAxis(size: state.size).column(of: run.time(ofCount: $0))
    }
    for column in chart.column..<chart.endColumn {
      #expect((before[1, column] != after[1, column]) == columns.contains(column))
    }
    #expect(columns.contains { after[1, $0].glyph == glyphs.step })
  }

  @Test("while the run goes on, what comes is looked at, too")
  func live() {
    var script = Script.waitingForLock()
    var state = Fixtures.run(script, finished: false)
    state.type("/lock.acquire")
    state.press(.enter)
    #expect(state.screen.contains("1/1"))
    let seen = script.events.count
    script.at(2_400)
    script.add(.lockRelease, by: 4712, object: Script.lock)
    script.add(.lockAcquire, by: 4713, object: Script.lock, value: 1)
    script.add(.sleepBegin, by: 4713, value: 2_000_000_000)
    state.take(Array(script.events[seen...]))
    #expect(state.screen.contains("1/2"))
    state.type("n")
    #expect(state.screen.contains("2/2"))
    #expect(state.run?.viewpoint.past?.count == seen + 2)
  }
}

/// A search among very many events.
@Suite struct LongSearchTests {
  @Test("it is done in slices, says how far it is, and jumps when it is known where to")
  func slices() {
    var script = Script()
    script.beginMain()
    for number in 0..<30_000 { script.add(.note, by: Script.main, text: "n\(number)") }
    var state = Fixtures.run(script)
    state.press(.home)
    state.type("/n29999")
    state.press(.enter)
    #expect(state.run?.isFinding == true)
    #expect(state.run?.find.search?.jump == .next)
    #expect(state.screen.contains("% searched"))
    var turns = 0
    while state.run?.isFinding == true, turns < 10 {
      _ = Update.apply(.tick(2_000_000_000), to: &state)
      turns += 1
    }
    #expect(turns == 3)
    #expect(state.run?.viewpoint.past == nil)
    #expect(state.screen.contains("1/1"))
  }

  @Test("what is near the moment is known before all was looked at, both ways")
  func nearest() {
    var script = Script()
    script.beginMain()
    for number in 0..<30_000 {
      script.add(.note, by: Script.main, text: number % 15_000 == 0 ? "here" : "")
    }
    let run = Fixtures.run(script).run?.run ?? Run()
    var search = EventSearch(EventQuery("here"), from: 15_100)
    search.look(at: run)
    #expect(search.answer(.next, from: 15_100, of: 30_001) == .unknown)
    #expect(search.answer(.previous, from: 15_100, of: 30_001) == .unknown)
    search.look(at: run)
    search.look(at: run)
    #expect(search.answer(.previous, from: 15_100, of: 30_001) == .hit(15_001))
    #expect(search.answer(.next, from: 15_100, of: 30_001) == .unknown)
    // From before what was looked at, the nearest is not known, though a later one is.
    #expect(search.answer(.next, from: 0, of: 30_001) == .unknown)
    search.look(at: run)
    #expect(search.isDone(30_001))
    #expect(search.answer(.next, from: 15_100, of: 30_001) == .hit(1))
    #expect(search.answer(.previous, from: 2, of: 30_001) == .hit(15_001))
  }

  @Test(
    "every event is looked at once, whatever the slices", arguments: [0, 1, 8_192, 15_100, 30_001])
  func everyEvent(moment: Int) {
    var script = Script()
    script.beginMain()
    for _ in 0..<30_000 { script.add(.note, by: Script.main, text: "x") }
    let run = Fixtures.run(script).run?.run ?? Run()
    var search = EventSearch(EventQuery("note"), from: moment)
    while !search.isDone(30_001) { search.look(at: run, limit: 7_001) }
    #expect(search.hits.count == 30_000)
    #expect(search.hits.first(in: 0..<30_001) == 1)
    #expect(search.hits.count(below: 30_001) == 30_000)
  }

  @Test("a set of places finds what is in it, as a plain set does")
  func places() {
    var set = SeqSet()
    let places = [0, 1, 63, 64, 127, 128, 500, 1_000]
    for place in places.shuffled() { set.insert(place) }
    #expect(set.count == places.count)
    for start in [0, 1, 2, 62, 63, 64, 65, 128, 129, 499, 501, 1_000, 1_001] {
      for end in [0, 1, 64, 65, 128, 501, 1_001, 5_000] where end >= start {
        #expect(set.first(in: start..<end) == places.first { (start..<end).contains($0) })
        #expect(set.last(in: start..<end) == places.last { (start..<end).contains($0) })
      }
      #expect(set.count(below: start) == places.filter { $0 < start }.count)
      #expect(set.contains(start) == places.contains(start))
    }
  }
}
