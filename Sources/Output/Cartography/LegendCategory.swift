/// One kind of area on a map of kinds: the word for it in the data, and its line in the legend.
public struct LegendCategory: Hashable, Sendable {
  /// The text that the column of the map has for such areas.
  public let value: String
  /// The line in the legend.
  public let label: String
  /// The colour of such areas.
  public let color: Color

  /// Makes a category.
  public init(value: String, label: String, color: Color) {
    self.value = value
    self.label = label
    self.color = color
  }
}

/// The colours of patterns: ColorBrewer's RdBu of five, from high to low.
///
/// People with protanopia, deuteranopia and tritanopia can tell them apart (20 or more in CAM02-UCS),
/// and all lie 16 or more away from the grey of areas without a value. See ``Palette`` for the source.
public enum PatternColor {
  /// High among high, hot, rising.
  public static let high = Color(0xca0020)
  /// High among low.
  public static let highAmongLow = Color(0xf4a582)
  /// No more than chance.
  public static let neither = Color(0xf7f7f7)
  /// Low among high.
  public static let lowAmongHigh = Color(0x92c5de)
  /// Low among low, cold, falling.
  public static let low = Color(0x0571b0)
  /// Not tested: the grey of areas without a value, without their hatch.
  public static let untested = Hatch.ground
}
