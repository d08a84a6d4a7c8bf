internal import Geocoding

extension StudyFile {
  /// What is allowed and seldom meant, as sentences; empty when nothing is.
  ///
  /// Boundaries of an edition hold from 1 January of its year: a study of another year counts what
  /// happened in areas that were not there yet, or no longer. The day before and the day after that year
  /// are as good.
  public var remarks: [String] {
    guard let first = RecordDate(year: edition - 1, month: 12, day: 31),
      let last = RecordDate(year: edition + 1, month: 1, day: 1),
      !(first...last).contains(peildatum)
    else { return [] }
    return [
      """
      peildatum \(peildatum.text) and the areas are of different years: the boundaries are those of \
      1 January \(edition). Take the areas of the year of the peildatum where they are to be had.
      """
    ]
  }
}
