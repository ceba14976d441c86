import ProcLessons
import ProcModel
import Testing

/// What a scenario says after a run is true with the knobs of that run.
@Suite struct ExplanationTests {
  @Test(
    "a pool counts its waves",
    arguments: [
      ("5", "10", "two waves", "分两批"), ("3", "10", "4 waves", "分 4 批"),
      ("5", "5", "one wave", "一批"),
    ],
    ["process", "thread"])
  func waves(_ pool: (workers: String, tasks: String, en: String, zh: String), executor: String)
    throws
  {
    let scenario = try #require(Tutorial.scenario("pool"))
    var knobs = KnobValues(defaultsOf: scenario)
    try knobs.set("workers", to: pool.workers, in: scenario)
    try knobs.set("tasks", to: pool.tasks, in: scenario)
    try knobs.set("executor", to: executor, in: scenario)
    let text = scenario.explanation(knobs)
    #expect(text.en.contains(pool.en))
    #expect(text.zh.contains(pool.zh))
  }
}
