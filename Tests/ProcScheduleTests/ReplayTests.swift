import ProcModel
import ProcSchedule
import Testing

@Suite struct ReplayTests {
  private let counter = Program.counter(workers: 2, iterations: 2, lock: false)

  @Test func aScheduleRepeatsItsRun() throws {
    var numbers = SplitMix64(seed: 5)
    for _ in 0..<40 {
      let program = Program.random(&numbers)
      var runs: [Execution] = []
      _ = program.search(RandomStrategy(seed: numbers.next()), limit: 5) { execution, _ in
        runs.append(execution)
      }
      for run in runs {
        let (again, _, divergence) = program.replay(try Schedule(text: run.schedule.text))
        #expect(again.steps == run.steps && divergence == nil)
        #expect(again.schedule == run.schedule)
      }
    }
  }

  @Test func afterTheScheduleTheLaneThatMovedLastGoesOn() {
    let moves = Array(repeating: Move(.main), count: 2) + [Move(LanePath([2]))]
    let (execution, _, divergence) = counter.replay(Schedule(moves))
    #expect(divergence == nil && execution.end == .complete)
    #expect(execution.schedule.switches == 3)
  }

  @Test func whoIsNotThereIsNamed() {
    let (_, _, divergence) = counter.replay(Schedule([Move(.main), Move(LanePath([3]))]))
    #expect(
      divergence?.move == 2 && divergence?.reason == .absent && divergence?.lane == LanePath([3]))
    #expect(divergence?.text.en.contains("at move 2 of 2") == true)
    #expect(divergence?.text.zh.contains("第 2 步（共 2 步）") == true)
  }

  @Test func whoCannotMoveIsNamed() {
    let (_, _, divergence) = counter.replay(Schedule(Array(repeating: Move(.main), count: 3)))
    #expect(divergence?.move == 3)
    #expect(divergence?.text.en.contains("join.done") == true)
  }

  @Test func anEarlyEndIsSaid() {
    let moves = counter.replay(Schedule()).execution.schedule.moves
    let (_, _, divergence) = counter.replay(Schedule(moves + [Move(.main)]))
    #expect(divergence?.move == moves.count + 1 && divergence?.reason == .ended)
  }

  @Test func aScheduleOfAnotherProgramIsNoticedNearby() {
    // The same lanes, moving as often; only one write is a read.
    var other = counter
    other.lanes[1][1] = .read(0)
    for strategy in [RandomStrategy(seed: 1), RandomStrategy(seed: 2)] {
      _ = other.search(strategy, limit: 20) { execution, _ in
        let schedule = execution.schedule
        let (_, _, divergence) = counter.replay(schedule)
        guard let wrong = wrongMove(execution), let divergence else {
          Issue.record("it was not noticed")
          return
        }
        guard case .differs(let since) = divergence.reason else {
          Issue.record("\(divergence)")
          return
        }
        #expect((since...divergence.move).contains(wrong))
        #expect(counter.replay(Schedule(schedule.moves)).divergence == nil)
      }
    }
  }

  private func wrongMove(_ execution: Execution) -> Int? {
    let places = execution.steps.indices.filter { execution.steps[$0].lane == LanePath([1]) }
    return places.count > 1 ? places[1] + 1 : nil
  }

  @Test func aLineIsPartOfAMove() {
    var scheduler = ReplayScheduler(Schedule([Move(.main, line: "5")]))
    let option = Option(
      lane: .main, operation: StableOperation(.inputRead, on: .standardInput), readiness: .ready)
    #expect(scheduler.choose(SchedulePoint(step: 0, options: [option])) == Move(.main, line: "5"))
  }
}
