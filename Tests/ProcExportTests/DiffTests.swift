import ProcModel
import Testing

@testable import ProcExport

@Suite struct DiffTests {
  private func text(_ one: Script, _ other: Script, _ language: Language = .en) -> [String] {
    let (first, second) = (one.run, other.run)
    let facts = ExportFacts.counter(language)
    return DiffText(
      (first, facts), (second, facts), RunDiff(first, second), language
    ).lines
  }

  /// A run of two processes that add one each.
  private func counter(
    offset: Int32 = 0, values: [Int64] = [0, 0, 1, 1], waits: Bool = false, after: UInt64 = 1
  ) -> Script {
    var script = Script(offset: offset)
    if waits { script.add(.lockWait, by: 101, object: Script.lock, extra: Event.noTimeout) }
    script.add(.valueRead, by: 101, object: Script.counter, value: values[0], after: after)
    script.add(.valueRead, by: 102, object: Script.counter, value: values[1])
    script.add(.valueWrite, by: 101, object: Script.counter, value: values[2])
    script.add(.valueWrite, by: 102, object: Script.counter, value: values[3])
    script.add(.output, by: 101, value: 1, text: "I am \(101 + offset)\n")
    script.end(101, 102)
    return script
  }

  @Test func pidsTimesAndWaitsMakeNoDifference() {
    let diff = RunDiff(counter().run, counter(offset: 5000, waits: true, after: 900).run)
    #expect(diff.isSame)
    #expect(diff.sameCount == 13)
  }

  @Test func theFirstEventThatDiffersIsWhereTheyPart() throws {
    let (one, other) = (counter(), counter(values: [0, 0, 1, 2]))
    let diff = RunDiff(one.run, other.run)
    let divergence = try #require(diff.divergence)
    #expect(divergence.subject == .lane("Process-2"))
    #expect(one.run.trace[try #require(divergence.first)].value == 1)
    #expect(other.run.trace[try #require(divergence.second)].value == 2)
    #expect(one.run.trace[try #require(divergence.lastSame)].kind == .valueRead)
    let lines = text(one, other)
    #expect(lines.contains("They part at what Process-2 did next:"))
    #expect(lines.contains { $0.hasPrefix("  =") && $0.hasSuffix("Process-2 reads counter: 0") })
    #expect(lines.contains { $0.hasPrefix("  B") && $0.contains("Process-2 writes 2 to counter") })
    #expect(text(one, other, .zh).contains("它们从 Process-2 这里分开："))
  }

  @Test func theOrderOfWhatDependsOnEachOtherMakesADifference() throws {
    func script(_ pids: [Int32]) -> Script {
      var script = Script()
      for pid in pids {
        script.add(.lockAcquire, by: pid, object: Script.lock, value: 1)
        script.add(.lockRelease, by: pid, object: Script.lock)
      }
      script.end(101, 102)
      return script
    }
    let (one, other) = (script([101, 102]), script([102, 101]))
    let divergence = try #require(RunDiff(one.run, other.run).divergence)
    #expect(divergence.subject == .object("lock-1"))
    #expect(text(one, other).contains("They part at whose turn it was at lock-1:"))
  }

  @Test func theOrderOfWhatHasNothingToDoWithEachOtherMakesNone() {
    func script(_ pids: [Int32]) -> Script {
      var script = Script()
      for pid in pids { script.add(.note, by: pid, text: "here") }
      script.end(101, 102)
      return script
    }
    #expect(RunDiff(script([101, 102]).run, script([102, 101]).run).isSame)
  }

  @Test func whoDoesNothingMoreIsSaidToDoSo() throws {
    var stuck = Script()
    stuck.add(.queueGetWait, by: 101, object: Script.queue, extra: Event.noTimeout)
    var done = Script()
    done.add(.note, by: 101, text: "go on")
    let lines = text(stuck, done)
    #expect(lines.contains { $0.contains("Process-1 did nothing more: it waits for an item") })
  }

  @Test func otherFindingsAreADifference() {
    let diff = RunDiff(Script.lostUpdate.run, Script.handedOver.run)
    #expect(!diff.hasSameFindings)
    #expect(!diff.isSame)
  }

  @Test(arguments: UInt64(1)...20) func aRunIsTheSameAsItself(_ seed: UInt64) {
    let run = Run.absurd(seed: seed, count: 400)
    #expect(RunDiff(run, run).isSame)
    let other = Run.absurd(seed: seed + 100, count: 400)
    let facts = ExportFacts.counter()
    let diff = RunDiff(run, other)
    #expect(!DiffText((run, facts), (other, facts), diff, .zh).lines.isEmpty)
  }
}
