/// Events as lines for people and screen readers: the time, then one sentence.
public enum EventText {
  /// The line of `event`, without a line break: `12.345678  Process-1 reads counter: 0`. The time is
  /// in seconds since the first event.
  ///
  /// - Parameter before: the world just before the event.
  public static func line(_ event: Event, before: World, language: Language) -> String {
    let sentence = Explainer.sentence(for: event, before: before)[language]
    let time = before.eventCount == 0 ? 0 : before.elapsed(max(event.time, before.now))
    return "\(seconds(time))  \(sentence)"
  }

  /// Nanoseconds as seconds with six decimals, right-aligned to ten places.
  public static func seconds(_ nanoseconds: UInt64) -> String {
    let micros = nanoseconds / 1000
    let digits = String(micros % 1_000_000)
    let fraction = String(repeating: "0", count: 6 - digits.count) + digits
    let text = "\(micros / 1_000_000).\(fraction)"
    return String(repeating: " ", count: max(10 - text.count, 0)) + text
  }
}
