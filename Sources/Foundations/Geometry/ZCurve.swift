/// Numbers positions along a curve on which those near each other mostly stand near each other.
///
/// Source: G. M. Morton, A computer oriented geodetic data base, IBM, 1966.
struct ZCurve: Sendable {
  private let box: Box
  private let perX: Double
  private let perY: Double

  /// The curve fills `box`; positions outside it get the number of the nearest place in it.
  init(_ box: Box) {
    self.box = box
    let side = Double(1 << 11) - 0.5
    // Boxes at the limits of Double are one place.
    perX = box.width > 0 && box.width < 1e150 ? side / box.width : 0
    perY = box.height > 0 && box.height < 1e150 ? side / box.height : 0
  }

  /// A number of 22 bits.
  func place(of position: Position) -> UInt32 {
    let x = min(max(position.x, box.minX), box.maxX) - box.minX
    let y = min(max(position.y, box.minY), box.maxY) - box.minY
    return Self.spread(Self.step(x * perX)) | Self.spread(Self.step(y * perY)) << 1
  }

  /// Not a number ends up at the beginning.
  private static func step(_ value: Double) -> UInt32 {
    value >= 0 ? UInt32(min(value, Double(1 << 11) - 1)) : 0
  }

  /// Puts a zero before each of the eleven bits.
  private static func spread(_ bits: UInt32) -> UInt32 {
    var bits = bits
    bits = (bits | bits << 8) & 0x00FF_00FF
    bits = (bits | bits << 4) & 0x0F0F_0F0F
    bits = (bits | bits << 2) & 0x3333_3333
    return (bits | bits << 1) & 0x5555_5555
  }
}
