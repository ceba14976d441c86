import ProcModel
import Testing

@testable import ProcViz

/// Semaphores, conditions, events and barriers in the objects panel and in the lanes.
@Suite struct CoordinationObjectTests {
  private static func object(_ number: UInt32) -> ObjectID {
    ObjectID(creator: Script.main, number: number)
  }

  /// One of each, with a waiter.
  private static func script() -> Script {
    var script = Script()
    script.beginMain()
    let objects: [(ObjectKind, String, UInt64)] = [
      (.boundedSemaphore, "room", 2), (.condition, "bell", 0), (.event, "go", 0),
      (.barrier, "gate", 3), (.lock, "door", 0),
    ]
    for (number, (kind, name, capacity)) in objects.enumerated() {
      script.add(
        .objectDefine, by: Script.main, object: object(UInt32(number) + 1), value: kind.rawValue,
        extra: capacity, text: name)
    }
    script.at(2)
    for pid in Int32(1)...4 { script.start(4711 + pid, "Process-\(pid)") }
    script.at(4)
    for pid in Int32(1)...4 { script.begin(4711 + pid, "Process-\(pid)") }
    script.at(8)
    script.add(.semaphoreAcquire, by: Script.main, object: object(1), value: 1)
    script.at(10)
    script.add(.semaphoreAcquire, by: Script.main, object: object(1), value: 0)
    script.at(12)
    script.add(.conditionNotify, by: Script.main, object: object(2), extra: 1)
    script.at(14)
    script.add(.semaphoreWait, by: 4712, object: object(1), extra: Event.noTimeout)
    script.at(16)
    script.add(.lockAcquire, by: 4713, object: object(5), value: 1)
    script.at(18)
    script.add(
      .conditionWait, by: 4713, object: object(2), value: 1, extra: object(5).rawValue)
    script.add(.lockRelease, by: 4713, object: object(5))
    script.at(20)
    script.add(.eventWait, by: 4714, object: object(3), extra: Event.noTimeout)
    script.at(22)
    script.add(.barrierWait, by: 4715, object: object(4))
    script.join(4712, "Process-1")
    return script
  }

  /// The screen, with single spaces.
  private func screen(
    _ script: Script, _ columns: Int = 100, _ language: Language = .en
  ) -> String {
    Fixtures.run(script, columns, 40, language).screen.split(separator: " ").joined(separator: " ")
  }

  @Test("each says how it is, and who waits") func objects() {
    let screen = screen(Self.script())
    for text in [
      "room 0 of 2 free", "bell 1 waits", "last notify lost", "go not set", "gate 1 of 3 here",
      "╌ Process-1", "╌ Process-2", "╌ Process-3", "╌ Process-4",
    ] {
      #expect(screen.contains(text), "\(text)\n\(screen)")
    }
  }

  @Test("in Chinese, too") func chinese() {
    let screen = screen(Self.script(), 100, .zh)
    for text in ["room 空余 0/2", "bell 1 个在等", "上次通知丢失", "go 未设置", "gate 到达 1/3"] {
      #expect(screen.contains(text), "\(text)\n\(screen)")
    }
  }

  @Test("lanes show what happened at them, and for what they wait") func lanes() {
    var script = Self.script()
    script.at(60)
    script.add(.note, by: Script.main, text: "later")
    let screen = screen(script, 160)
    for text in [
      "⊖", "✦", "waits for a unit of room", "waits for a notify of bell", "waits for go",
      "waits at gate",
    ] {
      #expect(screen.contains(text), "\(text)\n\(screen)")
    }
  }

  @Test("an event that is set and a barrier that is broken say so") func afterwards() {
    var script = Self.script()
    script.at(24)
    script.add(.eventSet, by: Script.main, object: Self.object(3))
    script.add(.barrierAbort, by: Script.main, object: Self.object(4))
    script.at(26)
    script.add(.semaphoreRelease, by: Script.main, object: Self.object(1), value: 1, extra: 1)
    let screen = screen(script)
    for text in ["room 1 of 2 free", "go set", "gate broken", "⊕"] {
      #expect(screen.contains(text), "\(text)\n\(screen)")
    }
  }
}
