import CProcSupport
import Glibc
import ProcSystem
import Synchronization

/// The sessions of this program that have processes: so that all can be ended when it ends, whatever
/// the threads that have made them are doing.
public enum LiveSessions {
  private struct State {
    /// Whether no more may be made.
    var isClosed = false
    /// The folders of the sessions, by the pids of their hosts.
    var folders: [Int32: String] = [:]
  }

  private static let state = Mutex(State())

  /// Starts the host of a session, and keeps it in mind.
  ///
  /// - Throws: what `start` throws; ``SessionError`` where no more sessions may be made.
  static func add(
    in folder: String, _ start: () throws(SessionError) -> Int32
  ) throws(SessionError) -> Int32 {
    // One cannot throw typed errors through the lock.
    let result = state.withLock { state -> Result<Int32, SessionError> in
      if state.isClosed { return .failure(SessionError(.start, code: ECANCELED)) }
      do throws(SessionError) {
        let pid = try start()
        state.folders[pid] = folder
        return .success(pid)
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// The host with this pid has ended, and is about to be waited for: its number may soon be
  /// somebody else's.
  static func remove(_ pid: Int32) { state.withLock { _ = $0.folders.removeValue(forKey: pid) } }

  /// Ends the processes of all sessions, and removes their folders. No session can be made any more.
  ///
  /// - Parameter time: how long hosts are given to end their runs, in nanoseconds, before they are
  ///   killed.
  public static func endAll(within time: UInt64) {
    state.withLock { $0.isClosed = true }
    let deadline = MonotonicClock.now + time
    // A host that was stopped cannot end anything.
    forEachHost {
      kill($0, SIGTERM)
      kill($0, SIGCONT)
    }
    while areThereAny, MonotonicClock.now < deadline { usleep(5_000) }
    forEachHost { kill(-$0, SIGKILL) }
    for folder in state.withLock({ Array($0.folders.values) }) { SessionFolder.discard(folder) }
  }

  /// While the lock is held, no host is waited for: its number is its own.
  private static func forEachHost(_ body: (Int32) -> Void) {
    state.withLock { state in for pid in state.folders.keys { body(pid) } }
  }

  /// Whether a host is still alive.
  private static var areThereAny: Bool {
    state.withLock { state in
      state.folders.keys.contains { pid in
        var info = siginfo_t()
        let result = retrying {
          waitid(P_PID, id_t(pid), &info, WEXITED | WNOHANG | WNOWAIT)
        }
        return result == 0 && info.si_signo != SIGCHLD
      }
    }
  }
}
