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
