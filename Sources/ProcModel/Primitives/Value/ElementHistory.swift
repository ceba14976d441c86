/// Who knows what of one shared value (or one element of a shared array), so that a write by
/// somebody who has not seen the latest writes is recognised.
///
/// Each write makes a new version. `missing` of a version is how many updates its value lacks: a
/// writer that knows version k and makes version n takes over what is missing in k, and the
/// n − 1 − k writes in between, which it never saw, are overwritten. For a counter that everybody
/// increments by one, `missing` is exactly what the counter falls short of its expected value.
/// A write by somebody who never read the value is meant to overwrite, however often: nothing is
/// lost by it, and it knows no more than before.
struct ElementHistory: Sendable, Hashable {
  /// How many writes there were.
  private(set) var version = 0
  /// How many updates the present value lacks.
  private(set) var missing = 0
  /// The first write that overwrote something unseen.
  private(set) var firstLoss: Loss?
  /// The case that tells it best: the first in which two lanes knew the same version and both wrote,
  /// one right after the other; else the first.
  var clearestLoss: Loss? { firstPair ?? firstLoss }
  private var firstPair: Loss?
  /// The lanes that overwrote something unseen, and those that were overwritten first.
  private(set) var involved: [LaneIndex] = []
  /// The write that made the present version.
  private(set) var latest: Write?
  private var losses = LaneMap<Loss>()
  private var knowledge = LaneMap<Knowledge>()

  /// What a lane knows: it has seen this version, by reading or by writing it.
  struct Knowledge: Sendable, Hashable {
    var version: Int
    var missing: Int
    var text: String
    var seq: Int
  }

  /// A write, and what its writer knew.
  struct Write: Sendable, Hashable {
    var lane: LaneIndex
    var seq: Int
    var text: String
    var known: Knowledge?
  }

  /// One case of overwriting what one has not seen.
  struct Loss: Sendable, Hashable {
    /// Who overwrote.
    var by: Write
    /// The latest of the writes that are gone.
    var gone: Write
    /// How many are gone.
    var count: Int

    /// Whether both writers knew the same, and nobody else wrote in between.
    var isPair: Bool { count == 1 && gone.known?.version == by.known?.version }
  }

  /// What `lane` saw last of it, as text.
  func known(to lane: LaneIndex) -> Knowledge? { knowledge[lane] }

  /// The latest case in which `lane` overwrote what it had not seen.
  func lastLoss(by lane: LaneIndex) -> Loss? { losses[lane] }

  mutating func read(by lane: LaneIndex, seq: Int, text: String) {
    knowledge.set(
      lane, Knowledge(version: version, missing: missing, text: text, seq: seq))
  }

  /// Takes a write, and gives back how many writes of others it overwrote unseen.
  mutating func write(by lane: LaneIndex, seq: Int, text: String) -> Int {
    let known = knowledge[lane]
    let unseen = known.map { version - $0.version } ?? 0
    let write = Write(lane: lane, seq: seq, text: text, known: known)
    if unseen > 0, let gone = latest {
      note(Loss(by: write, gone: gone, count: unseen))
    }
    missing = known.map { $0.missing + unseen } ?? missing
    version += 1
    latest = write
    if known != nil {
      knowledge.set(
        lane, Knowledge(version: version, missing: missing, text: text, seq: seq))
    }
    return unseen
  }

  private mutating func note(_ loss: Loss) {
    if firstLoss == nil { firstLoss = loss }
    if firstPair == nil, loss.isPair { firstPair = loss }
    losses.set(loss.by.lane, loss)
    for lane in [loss.gone.lane, loss.by.lane] where !involved.contains(lane) {
      involved.append(lane)
    }
  }
}
