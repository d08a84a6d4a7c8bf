extension Palette {
  /// Yellow to red: opportunity and recorded crime. The default.
  public static let ylOrRd = Palette(
    name: "YlOrRd", kind: .sequential,
    variants: [
      [0xfeb24c],
      [0xffeda0, 0xf03b20],
      [0xffeda0, 0xfeb24c, 0xf03b20],
      [0xffffb2, 0xfecc5c, 0xfd8d3c, 0xe31a1c],
      [0xffffb2, 0xfecc5c, 0xfd8d3c, 0xf03b20, 0xbd0026],
    ])

  /// Yellow by green to blue: resilience.
  public static let ylGnBu = Palette(
    name: "YlGnBu", kind: .sequential,
    variants: [
      [0x7fcdbb],
      [0xedf8b1, 0x2c7fb8],
      [0xedf8b1, 0x7fcdbb, 0x2c7fb8],
      [0xffffcc, 0xa1dab4, 0x41b6c4, 0x225ea8],
      [0xffffcc, 0xa1dab4, 0x41b6c4, 0x2c7fb8, 0x253494],
    ])

  /// Lilac to dark pink: context, neither good nor bad.
  public static let puRd = Palette(
    name: "PuRd", kind: .sequential,
    variants: [
      [0xc994c7],
      [0xe7e1ef, 0xdd1c77],
      [0xe7e1ef, 0xc994c7, 0xdd1c77],
      [0xf1eef6, 0xd7b5d8, 0xdf65b0, 0xce1256],
      [0xf1eef6, 0xd7b5d8, 0xdf65b0, 0xdd1c77, 0x980043],
    ])

  /// Orange by near-white to purple: deviations from a middle. Orange is below it, purple above.
  public static let puOr = Palette(
    name: "PuOr", kind: .diverging,
    variants: [
      [0xf7f7f7],
      [0xf1a340, 0x998ec3],
      [0xf1a340, 0xf7f7f7, 0x998ec3],
      [0xe66101, 0xfdb863, 0xb2abd2, 0x5e3c99],
      [0xe66101, 0xfdb863, 0xf7f7f7, 0xb2abd2, 0x5e3c99],
    ])

  /// All palettes, the default first.
  public static let all: [Palette] = [.ylOrRd, .ylGnBu, .puRd, .puOr]
}
