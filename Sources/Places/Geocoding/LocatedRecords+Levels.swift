public import Areas

extension LocatedRecords {
  /// The same records with just the areas of some gemeenten.
  ///
  /// - Parameters:
  ///   - layer: the areas in which the records are placed now.
  ///   - kept: areas of the same level. Records in others have no area any more, with reason
  ///     ``MatchReason/otherMunicipality``.
  public func restricted(from layer: AreaLayer, to kept: AreaLayer) -> LocatedRecords {
    let places = layer.areas.map { Int32(kept.ordinal(of: $0.code) ?? -1) }
    var counts = counts
    var left = 0
    let ordinals = ordinals.map { ordinal -> Int32 in
      guard ordinal >= 0 else { return -1 }
      if places[Int(ordinal)] < 0 { left += 1 }
      return places[Int(ordinal)]
    }
    counts.move(left, to: .otherMunicipality)
    let gemeenten = Set(kept.areas.map(\.gemeentecode))
    return LocatedRecords(
      level: kept.level, areaCount: kept.areas.count, ordinals: ordinals, columns: columns,
      counts: counts, quality: quality.moved(to: places, areaCount: kept.areas.count),
      municipalityOnly: municipalityOnly.filter { gemeenten.contains($0.gemeentecode) })
  }

  /// The same records in the areas of a higher level: each goes where its area belongs.
  ///
  /// Among gemeenten are also the records of which only the gemeente is known.
  /// - Parameters:
  ///   - layer: the areas in which the records are placed now.
  ///   - other: the areas wanted; those of the same level give the records as they are.
  ///   - areas: the set of both, with the levels in between; just these two when left out.
  ///   - areGemeenten: whether the areas wanted are gemeenten; by their level when left out.
  /// - Returns: nil when the areas of `layer` are no parts of those of `other`.
  public func lifted(
    from layer: AreaLayer, to other: AreaLayer, in areas: AreaSet? = nil,
    areGemeenten: Bool? = nil
  ) -> LocatedRecords? {
    let areGemeenten = areGemeenten ?? (other.level == .gemeente)
    guard layer.level != other.level || !municipalityOnly.isEmpty && areGemeenten else {
      return self
    }
    let areas = areas ?? AreaSet(edition: Edition(year: 0), layers: [layer, other])
    let same = layer.areas.map { area in other.ordinal(of: area.code).map { Int32($0) } ?? -1 }
    guard
      let parents = layer.level == other.level ? same : areas.parents(of: layer, in: other)
    else { return nil }
    var lifted = ordinals.map { $0 < 0 ? -1 : parents[Int($0)] }
    if areGemeenten {
      for (record, code) in municipalityOnly {
        lifted[Int(record)] = Int32(other.ordinal(of: code) ?? -1)
      }
    }
    return LocatedRecords(
      level: other.level, areaCount: other.areas.count, ordinals: lifted, columns: columns,
      counts: counts, quality: quality.moved(to: parents, areaCount: other.areas.count),
      municipalityOnly: municipalityOnly)
  }

  /// The records in each area.
  public var countsOfAreas: [Int] {
    ordinals.reduce(into: [Int](repeating: 0, count: areaCount)) { counts, ordinal in
      if ordinal >= 0 { counts[Int(ordinal)] += 1 }
    }
  }

  /// The records by gemeente of which nothing smaller is known.
  public var countsOfMunicipalityOnly: [String: Int] {
    municipalityOnly.reduce(into: [:]) { $0[$1.gemeentecode, default: 0] += 1 }
  }
}
