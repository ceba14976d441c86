import ProcModel

/// Which process and thread of the viewer each lane is: a track of its own.
struct Tracks {
  /// A process id and a thread id, as the viewers tell tracks apart by them.
  struct Track: Hashable {
    let pid: Int32
    let tid: Int64
  }

  /// The track of each lane that has ever reported.
  private let tracks: [Track?]

  init(_ world: World) {
    var taken: Set<Track> = []
    tracks = world.lanes.enumerated().map { lane, state in
      guard state.hasBegun else { return nil }
      // A main thread's id is its process's (gettid(2)).
      let tid = Int64(state.tid == 0 ? state.pid : state.tid)
      var track = Track(pid: state.pid, tid: tid)
      // Numbers of processes are used again in the end.
      if taken.contains(track) { track = Track(pid: state.pid, tid: 1 << 32 + Int64(lane)) }
      taken.insert(track)
      return track
    }
  }

  subscript(lane: LaneIndex) -> Track? { tracks.indices.contains(lane) ? tracks[lane] : nil }

  /// Where counters and what belongs to nobody stand: at the main process.
  func main(_ world: World) -> Track? {
    world.mainLane.flatMap { self[$0] } ?? tracks.lazy.compactMap { $0 }.first
  }
}
