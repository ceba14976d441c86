import ProcModel
import Testing

/// What host and viewer say to each other, and where the words of the control page stand: both sides
/// use the same, so that what is checked here is that it is what docs/protocol.md says.
@Suite struct HostWordsTests {
  @Test func packetsAreSixteenBytes() {
    let packets: [HostPacket] = [
      .mainStarted(0x0102_0304), .reaped(-2, status: 9), .runOver(main: 7),
    ]
    #expect(packets[0].bytes == [1, 0, 0, 0, 4, 3, 2, 1, 0, 0, 0, 0, 0, 0, 0, 0])
    #expect(packets[1].bytes == [2, 0, 0, 0, 254, 255, 255, 255, 9, 0, 0, 0, 0, 0, 0, 0])
    for packet in packets { #expect(HostPacket(packet.bytes) == packet) }
  }

  @Test func whatIsNoPacketIsNone() {
    #expect(HostPacket([]) == nil)
    #expect(HostPacket([UInt8](repeating: 1, count: 15)) == nil)
    #expect(HostPacket([4] + [UInt8](repeating: 0, count: 15)) == nil)
  }

  @Test func wordsAreLetters() {
    #expect(HostWord.allCases.map(\.rawValue) == Array("KER".utf8))
  }

  @Test func theControlPageIsAsThePageSays() {
    #expect(ControlPageLayout.length == 65_600)
    #expect(ControlPageLayout.magic == 0x3143_5650)
    #expect(ControlPageLayout.modeOffset == 8)
    #expect(ControlPageLayout.owner(ofSlot: 0) == 64)
    #expect(ControlPageLayout.thread(ofSlot: 1) == 132)
    #expect(ControlPageLayout.grants(ofSlot: 1023) == 64 + 1023 * 64 + 8)
  }
}
