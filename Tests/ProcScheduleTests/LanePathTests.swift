import ProcSchedule
import Testing

@Suite struct LanePathTests {
  @Test func aPathNamesTheStartingLanes() {
    let child = LanePath.main.child(1).child(2)
    #expect(child.description == "1-2")
    #expect(LanePath.main.description == "0")
    #expect(child.descends(from: .main) && child.descends(from: LanePath([1])))
    #expect(!child.descends(from: LanePath([2])) && !child.descends(from: child))
    #expect(
      [child, LanePath([2]), .main, LanePath([1])].sorted().map(\.description)
        == ["0", "1", "1-2", "2"])
  }
}
