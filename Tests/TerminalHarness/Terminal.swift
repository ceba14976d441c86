import CPtySupport
import Glibc

/// A program on a terminal of its own: start it, press keys, look at the screen, wait for what ought
/// to come. Belongs to one test; everything that it started ends with it.
public final class Terminal {
  /// What the program finds around it.
  public let surroundings: Surroundings
  private var master: Int32
  private let emulator: Emulator
  private let child: Child
  private let settingsBefore: termios
  private var output: [UInt8] = []
  /// Called with everything that the program writes, as it is.
  public var onOutput: (([UInt8]) -> Void)?

  /// Starts a program (an absolute path) on a new terminal of this size.
  public init(
    _ program: String, _ arguments: [String] = [], size: TerminalSize = .home,
    surroundings: Surroundings
  ) throws {
    self.surroundings = surroundings
    master = cpty_open(Int32(size.rows), Int32(size.columns))
    guard master >= 0 else { throw Failure.system("posix_openpt", errno) }
    emulator = Emulator(size: size)
    var settings = termios()
    tcgetattr(master, &settings)
    settingsBefore = settings
    var pid: Int32 = 0
    let error = Child.withVectors([program] + arguments, surroundings.variables) { [master] in
      cpty_spawn(master, program, $0, $1, surroundings.folder, &pid)
    }
    guard error == 0 else {
      close(master)
      throw Failure("cannot start \(program): errno \(error)")
    }
    child = try Child(pid: pid)
  }

  deinit {
    // Whatever went wrong in the test, its processes go now.
    for process in RunningProcess.all(in: surroundings) { kill(process.pid, SIGKILL) }
    closeWindow()
  }

  /// The program's process id.
  public var pid: Int32 { child.pid }

  /// What stands on the screen, of all that was read so far.
  public var screen: Screen { emulator.snapshot() }

  /// Everything that the program has written so far, as it was written.
  public var rawOutput: [UInt8] { output }

  /// All live processes that came of the program, itself included.
  public var processes: [RunningProcess] { RunningProcess.all(in: surroundings) }

  /// Whether the terminal's settings (termios) are what they were before the program started.
  public var settingsAreRestored: Bool {
    var now = termios()
    var before = settingsBefore
    tcgetattr(master, &now)
    return cpty_same_settings(&before, &now)
  }

  /// Presses keys, one after the other.
  public func press(_ keys: Key...) throws {
    for key in keys {
      emulator.press(key)
      try sendAnswers()
    }
  }

  /// Types a text, as it is.
  public func type(_ text: String) throws {
    for scalar in text.unicodeScalars {
      try press(scalar == "\n" ? .enter : .character(scalar))
    }
  }

  /// Makes the terminal larger or smaller; the kernel tells the program (SIGWINCH).
  public func resize(to size: TerminalSize) throws {
    emulator.resize(to: size)
    guard cpty_resize(master, Int32(size.rows), Int32(size.columns)) == 0 else {
      throw Failure.system("TIOCSWINSZ", errno)
    }
  }

  /// Closes the window: the kernel sends SIGHUP to the program, and its terminal is gone.
  public func closeWindow() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Sends the program a signal.
  public func send(signal: Int32) { child.send(signal) }

  /// Waits until the screen is as `condition` says and the program rests; `what` says it in words.
  ///
  /// - Returns: that screen, whole: never half a frame.
  /// - Throws: ``Failure`` with the screen as it is, at the deadline or when the program has ended.
  @discardableResult
  public func wait(
    for what: String, by deadline: Deadline = .usual, until condition: (Screen) throws -> Bool
  ) throws -> Screen {
    while true {
      let ended = try drain()
      if try condition(emulator.snapshot()), try ended || rests(by: deadline) {
        let screen = emulator.snapshot()
        if try condition(screen) { return screen }
      }
      if ended { throw failure("the program ended (\(String(describing: child.ending)))", what) }
      guard try pause(until: deadline) else { throw failure("in vain", what) }
    }
  }

  /// Waits until the screen looks as it did before.
  ///
  /// - Throws: ``Failure`` with what is different, at the deadline or when the program has ended.
  public func wait(toLookLike other: Screen, _ what: String) throws {
    do {
      try wait(for: what) { $0 == other }
    } catch {
      throw Failure("\(error)\ndifferent now:\n\(screen.difference(from: other))")
    }
  }

  /// Waits until the program has ended.
  ///
  /// - Returns: how it ended.
  /// - Throws: ``Failure`` with the screen, at the deadline.
  @discardableResult
  public func waitForEnd(by deadline: Deadline = .usual) throws -> Ending {
    while true {
      if try drain(), let ending = child.ending { return ending }
      guard try pause(until: deadline) else { throw failure("in vain", "the program's end") }
    }
  }

  private func failure(_ how: String, _ what: String) -> Failure {
    Failure("waited for \(what): \(how)\n\(emulator.snapshot())\nprocesses: \(processes)")
  }
}

extension Terminal {
  /// Reads all that can be read now.
  ///
  /// - Returns: whether the program has ended and all that it wrote has been read.
  private func drain() throws -> Bool {
    child.reap()
    let ended = child.ending != nil
    var buffer = [UInt8](repeating: 0, count: 65536)
    while true {
      let count = read(master, &buffer, buffer.count)
      if count > 0 {
        try take(buffer[..<count])
      } else if count < 0, errno == EINTR {
        continue
      } else {
        return ended
      }
    }
  }

  /// Waits until the program has nothing to do: it is asleep in the kernel, and nothing more of what
  /// it wrote arrives. What is on the screen then is a whole frame.
  ///
  /// - Returns: false at the deadline.
  private func rests(by deadline: Deadline) throws -> Bool {
    while !deadline.hasPassed {
      let asleep = RunningProcess.state(of: child.pid).map { "SZTX".contains($0) } ?? true
      // The kernel hands bytes from one side of a terminal to the other by a worker of its own.
      var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
      let quiet = poll(&waiting, 1, asleep ? 10 : 1) == 0 || waiting.revents & Int16(POLLIN) == 0
      if quiet, asleep { return true }
      if try drain() { return true }
    }
    return false
  }

  private func take(_ bytes: ArraySlice<UInt8>) throws {
    output += bytes
    onOutput?(Array(bytes))
    emulator.receive(bytes)
    try sendAnswers()
  }

  /// Waits until there is something to read or the program ends.
  ///
  /// - Returns: false at the deadline.
  private func pause(until deadline: Deadline) throws -> Bool {
    guard !deadline.hasPassed else { return false }
    // A terminal that no process has open any more is always readable (EIO); then only the end
    // counts.
    var waiting = [
      pollfd(fd: child.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: master, events: Int16(POLLIN), revents: 0),
    ]
    _ = poll(&waiting, 2, deadline.milliseconds)
    if waiting[1].revents & Int16(POLLHUP) != 0, waiting[1].revents & Int16(POLLIN) == 0 {
      _ = poll(&waiting, 1, deadline.milliseconds)
    }
    return true
  }

  /// Sends the program what the terminal has to say: keys, and answers to its questions.
  private func sendAnswers() throws {
    var bytes = emulator.takeAnswers()[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        bytes = bytes.dropFirst(count)
      } else if errno == EIO {
        return  // Nobody has the terminal open any more.
      } else if errno == EAGAIN {
        var waiting = pollfd(fd: master, events: Int16(POLLOUT), revents: 0)
        guard poll(&waiting, 1, Deadline.usual.milliseconds) > 0 else {
          throw Failure("the program does not read its terminal")
        }
      } else if errno != EINTR {
        throw Failure.system("write", errno)
      }
    }
  }
}
