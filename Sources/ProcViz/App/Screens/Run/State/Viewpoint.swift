import ProcModel

/// From where a run is looked at: which moment, and which part of the time, or of the events.
struct Viewpoint: Sendable {
  /// The moment that is looked at; nil: the present.
  var past: PastMoment?
  /// The moments that are marked.
  var marks = MarkedMoments()
  /// Whether a column of the lanes stands for events instead of time.
  var showsEvents = false
  /// Which part of the time is shown, and which events are where those are shown.
  var window = TimeWindow()
  var eventWindow = EventWindow()

  /// Goes back to the present.
  mutating func followPresent() {
    past = nil
    window.followPresent()
    eventWindow.followPresent()
  }
}

/// A moment of the past: the world after so many events.
struct PastMoment: Sendable {
  /// How many events had happened.
  let count: Int
  /// What was known then.
  let world: World
  /// What the last of them was, in a sentence.
  let sentence: Localized
}
