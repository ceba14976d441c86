import ProcModel
import ProcSchedule
import ProcSession

/// The screen of a search: what is searched, how, and how far it is.
struct ExploreState: Sendable {
  /// The number by which messages name the search.
  let number: Int
  /// What is searched.
  let subject: Subject
  /// How.
  let strategy: StrategyName
  /// How far it is; nil until there is word of it.
  var progress: Explorer.Progress?
  /// Why it could not be started.
  var failure: Localized?
  /// The finding chosen.
  var chosen: Finding.Kind?
  /// The runs of the simplest schedules, as they are drawn; in the order of the findings.
  var grids: [MoveGrid] = []
  /// Whether the user has ended it.
  var isStopped = false
  /// Whether the chosen finding is to be opened as soon as its simplest schedule is known.
  var opensWhenMinimized = false
  /// Whether it was left before it was over: what is known by then is all.
  var isCutOff = false
  /// The most schedules that a search on the screen tries, and the longest that it takes.
  static let maxSchedules = 10_000
  static let maxTime: UInt64 = 60_000_000_000

  /// A search that has just been asked for.
  init(number: Int, subject: Subject, strategy: StrategyName) {
    self.number = number
    self.subject = subject
    self.strategy = strategy
  }
}

/// A search that is to be begun.
struct Searching: Sendable, Hashable {
  /// The number by which later messages name it.
  let number: Int
  /// What is searched.
  let subject: Subject
  /// How.
  let strategy: StrategyName
}

extension ExploreState {
  /// What the search is doing, or what came of it.
  enum Phase: Hashable {
    case searching, shortening, over, failed
  }

  var phase: Phase {
    if failure != nil || progress?.failure != nil { return .failed }
    if isCutOff { return .over }
    switch progress?.phase {
    case .searching, nil: return .searching
    case .shortening: return .shortening
    case .over: return .over
    }
  }

  /// Whether processes still run for it.
  var isGoingOn: Bool { phase == .searching || phase == .shortening }

  /// The kinds that were found, in the order in which they were met.
  var kinds: [Finding.Kind] { progress?.counts.findings.map(\.kind) ?? [] }

  /// The finding that keys are about: the chosen one, else the first.
  var current: Found? {
    let findings = progress?.counts.findings ?? []
    return findings.first { $0.kind == chosen } ?? findings.first
  }

  /// What is known of the finding that keys are about, once its schedule has been shortened.
  var currentMinimized: MinimizedFinding? {
    guard let kind = current?.kind else { return nil }
    return progress?.minimized.first { $0.found.kind == kind }
  }

  /// How many schedules were tried in a second.
  var rate: Int {
    guard let progress, progress.searchTime > 0 else { return 0 }
    return Int(Double(progress.counts.schedules) * 1e9 / Double(progress.searchTime))
  }

  /// Takes note of how far the search is.
  mutating func take(_ progress: Explorer.Progress) {
    self.progress = progress
    grids += progress.minimized.dropFirst(grids.count).map {
      MoveGrid($0.run, schedule: $0.minimal)
    }
  }

  /// The run of the current finding's simplest schedule, as it is drawn.
  var currentGrid: MoveGrid? {
    guard let kind = current?.kind,
      let place = progress?.minimized.firstIndex(where: { $0.found.kind == kind }),
      grids.indices.contains(place), !grids[place].run.trace.isEmpty
    else { return nil }
    return grids[place]
  }

  /// Chooses another finding.
  mutating func choose(by step: Int) {
    let kinds = kinds
    guard !kinds.isEmpty else { return }
    let now = kinds.firstIndex { $0 == current?.kind } ?? 0
    chosen = kinds[max(0, min(kinds.count - 1, now + step))]
  }
}
