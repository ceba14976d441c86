import ProcModel
import ProcSchedule
import ProcSession

/// What a search is doing, or what came of it, in words; never more than it knows.
struct Headline {
  /// The sentence, and what it means.
  let text: Localized
  let style: Style
  /// The sign before it.
  let sign: Character
  /// What is to be known besides.
  let notes: [Localized]

  /// The headline of a search.
  init(of explore: ExploreState, glyphs: Glyphs) {
    switch explore.phase {
    case .searching:
      (text, style, sign) = (SearchTexts.searching, .text, glyphs.step)
      notes = []
    case .shortening:
      (text, style, sign) = (SearchTexts.shortening, .text, glyphs.step)
      notes = []
    case .failed:
      text = explore.failure ?? explore.progress?.failure?.message ?? Localized(verbatim: "")
      (style, sign) = (.danger, glyphs.bad)
      notes = []
    case .over:
      let counts = explore.progress?.counts
      let why = Self.whyNotAll(explore)
      switch counts?.status {
      case .exhausted:
        (text, style, sign) = (SearchTexts.exhausted, .good, glyphs.good)
        notes = []
      case .found:
        (text, style, sign) = Self.found(counts, glyphs)
        notes = counts?.isExhausted == true ? [SearchTexts.everyClass] : why
      case .inconclusive, nil:
        (text, style, sign) = (SearchTexts.inconclusive, .warning, "?")
        notes = why
      }
    }
  }

  private static func found(_ counts: SearchCounts?, _ glyphs: Glyphs) -> (
    Localized, Style, Character
  ) {
    let outcomes = counts?.outcomes ?? [:]
    let total = outcomes.values.reduce(0, +)
    let wrong = total - (outcomes[.ok] ?? 0)
    if wrong == 0 { return (SearchTexts.dangerOnly, .warning, "!") }
    return (SearchTexts.found(wrong, of: total), .danger, glyphs.bad)
  }

  /// Why not every schedule was tried.
  private static func whyNotAll(_ explore: ExploreState) -> [Localized] {
    guard let progress = explore.progress else { return [] }
    var notes: [Localized] = []
    let counts = progress.counts
    if explore.isStopped {
      notes.append(SearchTexts.stopped)
    } else if progress.ending == .serversLost {
      notes.append(ExplorerError.serverGone.message)
    } else if counts.schedules >= ExploreState.maxSchedules {
      notes.append(SearchTexts.schedulesReached(ExploreState.maxSchedules.grouped))
    } else if progress.searchTime >= ExploreState.maxTime {
      notes.append(SearchTexts.timeReached(TimeText.short(ExploreState.maxTime)))
    }
    if explore.strategy == .random || explore.strategy == .pct {
      notes.append(SearchTexts.neverKnows(explore.strategy.rawValue))
    }
    if counts.disturbed > 0 { notes.append(SearchTexts.disturbed(counts.disturbed.grouped)) }
    if counts.unknown > 0 { notes.append(SearchTexts.hasUnknownKinds) }
    return notes
  }
}
