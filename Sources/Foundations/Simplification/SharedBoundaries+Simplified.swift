internal import Geometry

extension SharedBoundaries {
  /// The same surfaces with fewer corners.
  ///
  /// Corners go in the order of their weighted effective area, the triangle with both neighbours
  /// (Visvalingam and Whyatt 1993, doi:10.1179/000870493786962263; the weighting is that of Visvalingam's
  /// later work), as long as that is below the square of the tolerance. A corner stays when without it
  /// - a boundary would be moved further than the tolerance;
  /// - a surface would change by more than its share;
  /// - another corner would come to lie on the other side of a line: so lines that did not cross do not
  ///   come to cross, and no gap or overlap is made;
  /// - two lines between the same junctions would fall together: so no ring is lost.
  ///
  /// Junctions stay where they are. The result depends on the surfaces and their order alone.
  /// - Complexity: O(n log n) in the number of positions for boundaries as they are drawn.
  public func simplified(_ rule: SimplificationRule) -> SharedBoundaries {
    var simplifier = LineSimplifier(self, rule: rule)
    return SharedBoundaries(lines: simplifier.lines(), surfaces: surfaces)
  }
}
