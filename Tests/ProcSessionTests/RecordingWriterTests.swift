import Glibc
import ProcModel
import ProcSession
import Testing

/// Recordings as files.
@Suite struct RecordingWriterTests {
  private let folder: String

  init() throws {
    var template = Array("/tmp/procviz-writer-XXXXXX".utf8CString)
    try #require(mkdtemp(&template) != nil)
    folder = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  private func withFile(_ body: (String) throws -> Void) rethrows {
    let path = folder + "/file"
    defer {
      unlink(path)
      rmdir(folder)
    }
    try body(path)
  }

  private let header = RecordingHeader.here(program: "0.1.0", subject: .program(["x"]))

  private func events(_ count: Int) -> [Event] {
    (0..<count).map { Event(.note, pid: 1, number: UInt32($0), time: UInt64($0), text: "x") }
  }

  /// All that is in a file.
  private func items(_ path: String) throws -> (
    items: [RecordingReader.Item], ending: RecordingReader.Ending?
  ) {
    let file = try RecordingFile(path: path)
    var items: [RecordingReader.Item] = []
    while file.ending == nil { items += try file.readPiece() ?? [] }
    return (items, file.ending)
  }

  @Test func theFileIsWholeAfterEveryCall() throws {
    try withFile { path in
      let writer = try RecordingWriter(path: path, header: header)
      #expect(try items(path).ending == .cutOff(bytes: 0))
      writer.append(events(3))
      #expect(try items(path).items == events(3).map { .event($0) })
      writer.append(events(20_000))
      #expect(try items(path).items.count == 20_003)
      writer.conclude(spinning: [1])
      writer.close(RecordingClosing(.stuck))
      writer.append(events(1))
      let all = try items(path)
      #expect(all.items.last == .concluded(spinning: [1]))
      #expect(all.ending == .complete(RecordingClosing(.stuck)))
    }
  }

  @Test func itIsForItsOwnerOnlyAndReplacesNothingUnasked() throws {
    try withFile { path in
      let first = try RecordingWriter(path: path, header: header)
      var status = stat()
      stat(path, &status)
      #expect(status.st_mode & 0o777 == 0o600)
      first.append(events(5))
      #expect { try RecordingWriter(path: path, header: header) } throws: { error in
        (error as? RecordingError)?.cause == .exists && "\(error)".contains("--force")
      }
      #expect(try items(path).items.count == 5)
      // Nor, while it is being written, what may be replaced.
      #expect {
        try RecordingWriter(path: path, header: header, replacing: true)
      } throws: { error in
        (error as? RecordingError)?.cause == .beingWritten
      }
      first.append(events(1))
      #expect(first.failure == nil)
      #expect(try items(path).items.count == 6)
    }
  }

  @Test func itReplacesWhatItIsToldTo() throws {
    try withFile { path in
      close(creat(path, 0o644))
      truncate(path, 100)
      _ = try RecordingWriter(path: path, header: header, replacing: true)
      #expect(try items(path).items.isEmpty)
    }
  }

  @Test func aFileThatIsTakenAwayIsNotWrittenToAnyMore() throws {
    try withFile { path in
      let writer = try RecordingWriter(path: path, header: header)
      writer.append(events(3))
      unlink(path)
      writer.append(events(3))
      #expect(writer.failure?.cause == .deleted)
      #expect(writer.failure?.message.en.contains("can be opened") == false)
    }
  }

  @Test(arguments: [0, 10, 5000]) func aFileChangedByOthersIsNotWritten(length: Int) throws {
    try withFile { path in
      let writer = try RecordingWriter(path: path, header: header)
      writer.append(events(3))
      truncate(path, length)
      writer.append(events(3))
      #expect(writer.failure?.cause == .changed)
      var status = stat()
      stat(path, &status)
      #expect(status.st_size == length)
    }
  }

  @Test func theHeaderSaysWhereItWasMade() throws {
    try withFile { path in
      _ = try RecordingWriter(path: path, header: header)
      let host = try RecordingFile(path: path).waitForHeader().host
      #expect(host.cpus > 0 && host.system.hasPrefix("Linux") && !host.machine.isEmpty)
    }
  }

  @Test func whatIsDiscardedIsGone() throws {
    try withFile { path in
      try RecordingWriter(path: path, header: header).discard()
      #expect(access(path, F_OK) != 0)
    }
  }
}
