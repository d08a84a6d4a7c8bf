internal import Geometry

extension AreaSet {
  /// What cannot be true of areas of one edition: codes that occur twice, parents that are missing
  /// from a level that was read, areas without surface. Empty for a sound set.
  /// - Complexity: O(areas).
  public func inconsistencies() -> [AreaInconsistency] {
    var found: [AreaInconsistency] = []
    for layer in layers {
      var previous: String?
      for area in layer.areas {
        if area.code == previous { found.append(.duplicateCode(layer.level, code: area.code)) }
        previous = area.code
        if area.geometry.polygons.isEmpty {
          found.append(.emptySurface(layer.level, code: area.code))
        }
        if let parent = area.wijkcode, let wijken = self[.wijk], wijken.ordinal(of: parent) == nil {
          found.append(.missingParent(layer.level, code: area.code, parent: parent))
        }
        if layer.level != .gemeente, !area.gemeentecode.isEmpty, let gemeenten = self[.gemeente],
          gemeenten.ordinal(of: area.gemeentecode) == nil
        {
          found.append(
            .missingParent(layer.level, code: area.code, parent: area.gemeentecode))
        }
      }
    }
    return found
  }
}
