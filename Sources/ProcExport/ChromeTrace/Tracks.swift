import ProcModel

/// The process and thread of each lane in the viewer: a track of its own.
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
      // The kernel uses pids again.
      if taken.contains(track) { track = Track(pid: state.pid, tid: 1 << 32 + Int64(lane)) }
      taken.insert(track)
      return track
    }
  }

  subscript(lane: LaneIndex) -> Track? { tracks.indices.contains(lane) ? tracks[lane] : nil }

  /// The track for counters and for events without a lane: the main process.
  func main(_ world: World) -> Track? {
    world.mainLane.flatMap { self[$0] } ?? tracks.lazy.compactMap { $0 }.first
  }
}
