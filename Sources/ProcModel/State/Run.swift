/// A run: its trace, and all that follows from it. Append events as they come out of the channel;
/// everything else is derived.
public struct Run: Sendable {
  /// All events, in channel order.
  public private(set) var trace: [Event] = []
  /// The present.
  public private(set) var world = World()
  /// The past, as it is drawn.
  public private(set) var timeline = Timeline()
  /// What was noticed so far.
  public private(set) var findings: [Finding] = []

  /// A run of which nothing is known yet.
  public init() {}

  /// Takes the next event out of the channel.
  public mutating func append(_ event: Event) { trace.append(event) }

  /// The world as it was when the first `count` events had happened.
  public func world(after count: Int) -> World { world }
}
