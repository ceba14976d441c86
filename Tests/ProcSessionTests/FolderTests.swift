import Glibc
import ProcSession
import Testing

@Suite struct FolderTests {
  @Test func itIsPrivateAndGoesWithItsOwner() throws {
    let place = try Place()
    var folder: SessionFolder? = try SessionFolder(in: [place.path])
    var status = stat()
    #expect(stat(folder?.path ?? "", &status) == 0)
    #expect(status.st_mode & 0o777 == 0o700)
    folder = nil
    #expect(place.names.isEmpty)
  }

  @Test func aStaleFolderIsSweptAndALockedOneIsNot() throws {
    let place = try Place()
    let living = try SessionFolder(in: [place.path])
    let stale = "\(place.path)/procviz-\(geteuid())-stale1"
    mkdir(stale, 0o700)
    for name in ["lock", "events", "control", "more"] { close(creat("\(stale)/\(name)", 0o600)) }
    let next = try SessionFolder(in: [place.path])
    let paths = place.names.map { "\(place.path)/\($0)" }
    #expect(paths.sorted() == [living.path, next.path].sorted())
  }

  @Test func nothingElseIsTouched() throws {
    let place = try Place()
    let kept = "\(place.path)/kept"
    mkdir(kept, 0o700)
    close(creat("\(kept)/lock", 0o600))
    let link = "\(place.path)/procviz-\(geteuid())-link00"
    symlink(kept, link)
    SessionFolder.sweep(place.path)
    #expect(namesOfFolder(kept) == ["lock"])
    #expect(place.names.count == 2)
    unlink(link)
    unlink("\(kept)/lock")
    rmdir(kept)
  }

  @Test func theNextPlaceIsTriedWhereOneFails() throws {
    let place = try Place()
    let folder = try SessionFolder(in: ["/nowhere/at-all", place.path])
    #expect(folder.path.hasPrefix(place.path))
    #expect(throws: SessionError.self) { try SessionFolder(in: ["/nowhere/at-all"]) }
  }
}
