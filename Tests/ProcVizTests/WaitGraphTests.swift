import ProcModel
import Testing

@testable import ProcViz

/// Which lane waits for which.
@Suite struct WaitGraphTests {
  @Test("a deadlock is a cycle, by a line, by a sign, and in words") func deadlock() {
    var state = Fixtures.run(.deadlock(), finished: false)
    state.type("w")
    expect(
      state,
      shows: """
         procviz  wait-for graph › counter                               now, 00:00.010

            who waits       pid     for what     holder        pid
         ┌▶ Process-1      4712 ──▶ lock-b   ──▶ Process-2    4713   for 2.0 ms
         └─ Process-2      4713 ──▶ lock-a   ──▶ Process-1    4712   for 0 ns
            MainProcess    4711 ──▶ its end  ──▶ Process-1    4712   for 6.0 ms

            ✗ Process-1 → lock-b → Process-2 → lock-a → Process-1
            A deadlock: each waits for what the next one holds, and none of them can
            ever go on.













         ← → time   s step   ↑ ↓ scroll   ? help   w q back   L 中文
        """)
  }

  @Test("where nobody has what is waited for, it is told in whole words who could help")
  func helper() {
    var state = Fixtures.forever(80, 24, .en)
    state.type("w")
    #expect(state.screen.contains("──▶ queue-1      any lane that puts one   for 13.5 s"))
    state.type("L")
    #expect(state.screen.contains("──▶ queue-1     放入方"))
  }

  @Test("in Chinese and ASCII, at 40×12") func small() {
    var state = Fixtures.run(.deadlock(), finished: false, 40, 12, .zh)
    state.glyphs = .ascii
    state.type("w")
    expect(
      state,
      shows: """
         procviz  等待关系图 > counter
            谁在等         等什么     持有者
         +> Process-1  --> lock-b --> Process-2
         +- Process-2  --> lock-a --> Process-1
            MainProce~ --> 结束   --> Process-1
            x Process-1 > lock-b > Process-2
            > lock-a > Process-1
            死锁：每一个都在等待下一个所持有
            的，谁也无法继续。


         < > 时间  s 单步  ? 帮助  w q 返回
        """)
  }

  @Test("where there is room, the rows are set apart, and the line goes through") func roomy() {
    var state = Fixtures.run(.deadlock(), finished: false, 120, 36)
    state.type("w")
    let lines = ScreenView.frame(of: state).lines
    let first = lines.firstIndex { $0.contains("┌▶ Process-1") } ?? 0
    #expect(lines[first + 1] == " │")
    #expect(lines[first + 2].hasPrefix(" └─ Process-2"))
  }

  @Test("the circle's words stand out") func weight() {
    var state = Fixtures.run(.deadlock(), finished: false)
    state.type("w")
    let frame = ScreenView.frame(of: state)
    let row = frame.lines.firstIndex { $0.contains("✗ Process-1 →") } ?? 0
    #expect(frame[row, 4].style.role == .wrong)
    for palette in [Palette.colours256, .colours8, .monochrome] {
      #expect(palette.ink(for: frame[row, 4].style).isBold)
    }
  }

  @Test("nobody waits, and nobody holds anything") func nobody() {
    var state = Fixtures.run(.lostUpdate())
    state.type("w")
    #expect(state.screen.contains(WaitGraphTexts.nobody.en))
  }

  @Test("a lock that is held, and waited for by nobody") func held() {
    var state = Fixtures.run(.waitingForLock(), finished: false)
    state.press(.left)
    state.type("w")
    let row = state.screen.split(separator: "\n").first { $0.contains("lock-1") } ?? ""
    #expect(row.contains("Process-1"))
    #expect(row.contains(WaitGraphTexts.unawaited.en))
  }

  @Test("it is that of the moment that is looked at") func past() {
    var state = Fixtures.run(.deadlock(), finished: false)
    state.type("w")
    #expect(state.screen.contains("✗ Process-1 →"))
    state.press(.home)
    #expect(!state.screen.contains("✗ Process-1 →"))
    #expect(state.screen.contains("events back"))
    state.press(.end)
    #expect(state.screen.contains("✗ Process-1 →"))
  }

  @Test(
    "w, q and Esc go back to the run", arguments: [Key.character("w"), .character("q"), .escape])
  func back(key: Key) {
    var state = Fixtures.run(.deadlock(), finished: false)
    let run = state.screen
    state.type("w")
    #expect(state.screen != run)
    #expect(state.press(key).isEmpty)
    #expect(state.screen == run)
  }
}

extension Script {
  /// Two workers have taken a lock each, and wait for the other's.
  static func deadlock() -> Script {
    let other = ObjectID(creator: main, number: 4)
    var script = Script()
    script.beginMain()
    for (id, name) in [(lock, "lock-a"), (other, "lock-b")] {
      script.add(
        .objectDefine, by: main, object: id, value: ObjectKind.lock.rawValue, text: name)
    }
    script.at(2)
    script.start(4712, "Process-1")
    script.start(4713, "Process-2")
    script.at(4)
    script.begin(4712, "Process-1")
    script.begin(4713, "Process-2")
    script.join(4712, "Process-1")
    script.at(6)
    script.add(.lockAcquire, by: 4712, object: lock, value: 1)
    script.add(.lockAcquire, by: 4713, object: other, value: 1)
    script.at(8)
    script.add(.lockWait, by: 4712, object: other, extra: Event.noTimeout)
    script.at(10)
    script.add(.lockWait, by: 4713, object: lock, extra: Event.noTimeout)
    return script
  }
}
