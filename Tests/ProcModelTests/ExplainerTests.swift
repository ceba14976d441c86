import ProcModel
import Testing

@Suite struct ExplainerTests {
  /// The sentences of a diagram's operations.
  private func sentences(_ diagram: String, _ language: Language = .en) -> [String] {
    var run = Run()
    var sentences: [String] = []
    for event in Marbles(diagram).events {
      if event.kind != .objectDefine, run.trace.count > 0 {
        sentences.append(Explainer.sentence(for: event, before: run.world)[language])
      }
      run.append(event)
    }
    return sentences
  }

  private let locks = """
    M:  start(P1) start(P2)
    P1:             begin take(L)                       free(L)
    P2:             begin         wait(L)                       take(L)
    """

  @Test func aWaitNamesTheHolder() {
    #expect(
      sentences(locks) == [
        "MainProcess starts Process-1 by fork", "MainProcess starts Process-2 by fork",
        "Process-1 begins (pid 101)", "Process-2 begins (pid 102)", "Process-1 takes L",
        "Process-2 waits for L; Process-1 holds it since 22 ms",
        "Process-1 releases L after 30 ms; Process-2 has waited longest",
        "Process-2 takes L after waiting 30 ms",
      ])
  }

  @Test func inChineseToo() {
    #expect(
      sentences(locks, .zh).suffix(4) == [
        "Process-1 获取 L", "Process-2 等待 L；Process-1 自 22 ms 起持有它",
        "Process-1 释放 L，持有了 30 ms；Process-2 等得最久", "Process-2 获取 L，等了 30 ms",
      ])
  }

  @Test func anOverwriteSaysWhatWasNotSeen() {
    let diagram = """
      M:  start(P1) start(P2)
      P1:             begin read(v)=0             write(v)=1
      P2:             begin       read(v)=0                  write(v)=1
      """
    #expect(
      sentences(diagram).last
        == "Process-2 writes 1 to v over an update by Process-1 that it has not seen: it had read 0"
    )
  }

  @Test func everyKindHasASentenceInBothLanguages() {
    let world = Run("M: start(P1) take(L) put(Q)=x write(v)=1 submit(T)=1").world
    for kind in EventKind.allCases {
      let event = Event(kind, pid: 100, object: ObjectID(rawValue: 5), text: "t", detail: "d")
      let sentence = Explainer.sentence(for: event, before: world)
      #expect(!sentence.en.isEmpty && !sentence.zh.isEmpty, "\(kind)")
      #expect(sentence.en != sentence.zh || kind == .note, "\(kind)")
    }
  }

  @Test func whatAProcessSaysCannotPlayTricks() {
    let event = Event(
      .output, pid: 100, value: 1, text: "\u{1B}]0;title\u{07}red\u{1B}[31m\n\u{202E}x\n")
    #expect(Explainer.sentence(for: event, before: World()).en == "pid 100 prints: red ⏎ x")
  }

  @Test func aLineOfTextBeginsWithTheTime() {
    let run = Run("M: note=hello")
    let event = Event(.note, pid: 100, time: run.world.startTime + 1_234_567_890, text: "hello")
    #expect(
      EventText.line(event, before: run.world, language: .en) == "  1.234567  MainProcess: hello")
  }
}
