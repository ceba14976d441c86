/// Where the words of the control page stand; docs/protocol.md, *Gates*, is the authority.
///
/// The viewer makes the page, and every process of a run maps it. All words are 32 bits wide,
/// little-endian, and read and written at the same time by both sides.
public enum ControlPageLayout {
  /// The bytes `P` `V` `C` `1`, read as a little-endian number. They stand at the start.
  public static let magic: UInt32 = 0x3143_5650
  /// The number of slots, as the page tells it.
  @inlinable public static var slotCountOffset: Int { 4 }
  /// The mode: ``free`` or ``gated``.
  @inlinable public static var modeOffset: Int { 8 }
  /// The mode in which nobody is held.
  @inlinable public static var free: UInt32 { 0 }
  /// The mode in which every lane is held before its next operation.
  @inlinable public static var gated: UInt32 { 1 }

  /// How many lanes can be held at the same time.
  @inlinable public static var slotCount: Int { 1024 }
  /// Bytes before the first slot.
  @inlinable public static var headerLength: Int { 64 }
  /// Bytes of each slot: no two lanes share a cache line.
  @inlinable public static var slotLength: Int { 64 }
  /// Bytes of the whole page.
  @inlinable public static var length: Int { headerLength + slotCount * slotLength }

  /// The pid of the process whose lane has the slot; 0: it is free.
  @inlinable public static func owner(ofSlot slot: Int) -> Int { headerLength + slot * slotLength }
  /// The tid of that lane.
  @inlinable public static func thread(ofSlot slot: Int) -> Int { owner(ofSlot: slot) + 4 }
  /// How often a lane in the slot was let go.
  @inlinable public static func grants(ofSlot slot: Int) -> Int { owner(ofSlot: slot) + 8 }
}
