internal import Tables

extension StudyReport {
  /// One layer that lies over the maps of the atlas: what of it is not there.
  public struct Context: Sendable {
    /// What is drawn.
    public let kind: String
    /// From what it is drawn.
    public let wanted: String
    /// The layer of the GeoPackage.
    public let layer: String
    /// Features with a geometry that is not drawn for this kind.
    public internal(set) var otherCount = 0
    /// Features without a geometry.
    public internal(set) var emptyCount = 0
    /// Features without a name, where names are wanted.
    public internal(set) var unnamedCount = 0
    /// Names that were left out to keep the page small.
    public internal(set) var leftOutNames = 0
    /// Names that stayed.
    public internal(set) var keptNames = 0

    init(kind: String, wanted: String, layer: String) {
      self.kind = kind
      self.wanted = wanted
      self.layer = layer
    }

    /// What of the layer is not drawn, a sentence each.
    public var sentences: [String] {
      let counts = [
        (otherCount, "other than \(wanted)"), (emptyCount, "without geometry"),
        (unnamedCount, "without a name"),
      ].filter { $0.0 > 0 }
      var sentences = counts.map { count, why in
        "Backdrop '\(layer)' (\(kind)): \(counted(count, "feature")) \(why), not drawn"
      }
      if leftOutNames > 0 {
        sentences.append(
          "Backdrop '\(layer)' (\(kind)): \(keptNames) of \(counted(keptNames + leftOutNames, "name")) drawn; those "
            + "nearest to others are left out")
      }
      return sentences
    }
  }
}
