/// The name of a street, folded in two ways.
public struct StreetName: Hashable, Sendable {
  /// Letters and digits as written: `Burg. v.d. Bergstr.` is `burgvdbergstr`.
  public var plain: FoldedName
  /// With the customary abbreviations brought to one form, so that `Burg. v.d. Bergstr.` and
  /// `Burgemeester van den Bergstraat` are the same.
  public var canonical: FoldedName

  /// Makes a name from its two forms.
  public init(plain: FoldedName, canonical: FoldedName) {
    self.plain = plain
    self.canonical = canonical
  }
}
