public import Areas

extension LocatedRecords {
  /// The same records in the areas of a higher level: each goes where its area belongs.
  ///
  /// - Parameters:
  ///   - layer: the areas in which the records are placed now.
  ///   - other: the areas wanted; those of the same level give the records as they are.
  /// - Returns: nil when `other` is of a lower level.
  public func lifted(from layer: AreaLayer, to other: AreaLayer) -> LocatedRecords? {
    guard layer.level != other.level else { return self }
    guard other.level > layer.level else { return nil }
    let parents = layer.areas.map { area -> Int32 in
      let code = other.level == .gemeente ? area.gemeentecode : area.wijkcode
      return code.flatMap { other.ordinal(of: $0) }.map { Int32($0) } ?? -1
    }
    return LocatedRecords(
      level: other.level, areaCount: other.areas.count,
      ordinals: ordinals.map { $0 < 0 ? -1 : parents[Int($0)] }, columns: columns, counts: counts)
  }
}
