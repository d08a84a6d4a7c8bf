/// The colours of the classes of a map, light to dark or out from a middle.
///
/// The palettes here are ColorBrewer's. People with protanopia, deuteranopia and tritanopia can tell
/// their classes apart (a distance of 10 or more in CAM02-UCS), and all lie 14 or more away from the
/// grey of areas without a value.
///
/// Source: this product includes color specifications and designs developed by Cynthia Brewer
/// (https://colorbrewer2.org/), Apache-style licence, © 2002 Cynthia Brewer, Mark Harrower and The
/// Pennsylvania State University.
public struct Palette: Hashable, Sendable {
  /// What the order of the colours says.
  public enum Kind: String, Hashable, Sendable {
    /// Light is little, dark is much.
    case sequential
    /// Both ends are far from a middle.
    case diverging
  }

  /// The name by which ColorBrewer knows the palette, such as `YlOrRd`.
  public let name: String
  /// What the order of the colours says.
  public let kind: Kind
  /// The colours for one class, for two, and so on.
  private let variants: [[Color]]

  /// The numbers of classes that a palette has colours for.
  ///
  /// With more classes people with a colour deficiency no longer tell them apart.
  public static let classCounts: ClosedRange<Int> = 1...5

  init(name: String, kind: Kind, variants: [[UInt32]]) {
    precondition(variants.map(\.count) == Array(Self.classCounts), "one variant for each count")
    self.name = name
    self.kind = kind
    self.variants = variants.map { $0.map { Color($0) } }
  }

  /// The colours of `count` classes, from the class of the smallest values up.
  ///
  /// Three to five classes have ColorBrewer's own variants; two have the ends of the variant of
  /// three, and one has its middle.
  /// - Precondition: `count` is zero, which gives no colours, or in ``classCounts``.
  public func colors(_ count: Int) -> [Color] {
    precondition(count == 0 || Self.classCounts.contains(count), "a palette has 1 to 5 classes")
    return count == 0 ? [] : variants[count - 1]
  }

  /// The palette called `name`, in any mixture of small and capital letters; nil when there is none.
  public static func named(_ name: String) -> Palette? {
    all.first { $0.name.lowercased() == name.lowercased() }
  }
}
