extension MannKendall {
  /// Tests the series of many areas, one after the other; an area that cannot be tested gets the
  /// reason.
  public static func areas(
    _ series: [[Double?]], seasons: Int = 1
  ) -> [Result<MannKendall, Failure>] {
    var distributions = ScoreDistributions()
    return series.map { values in
      do throws(Failure) {
        return .success(
          try MannKendall(values, seasons: seasons, distributions: &distributions))
      } catch {
        return .failure(error)
      }
    }
  }
}

/// The p-values of a family of tests, adjusted for their number.
enum StepUp {
  /// Benjamini and Hochberg's false discovery rate, doi:10.1111/j.2517-6161.1995.tb02031.x: rejecting
  /// where the adjusted value is at most q keeps the expected share of false rejections at q.
  static func adjusted(_ p: [Double]) -> [Double] {
    var adjusted = p
    var least = 1.0
    for (rank, place) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated().reversed()
    {
      least = min(least, p[place] * Double(p.count) / Double(rank + 1))
      adjusted[place] = least
    }
    return adjusted
  }

  /// The same over those values that are there.
  static func adjusted(_ p: [Double?]) -> [Double?] {
    let places = p.indices.filter { p[$0] != nil }
    var result = p
    for (place, value) in zip(places, adjusted(places.compactMap { p[$0] })) {
      result[place] = value
    }
    return result
  }
}
