internal import Geocoding

extension StudyFile {
  /// What is allowed and seldom meant, as sentences; empty when nothing is.
  ///
  /// Boundaries of an edition hold from 1 January of its year: a study of another year counts what
  /// happened in areas that were not there yet, or no longer.
  public var remarks: [String] {
    guard Int(peildatum.text.prefix(4)) != edition else { return [] }
    return [
      """
      peildatum \(peildatum.text) and the areas are of different years: the boundaries are those of \
      1 January \(edition). Take the areas of the year of the peildatum where they are to be had.
      """
    ]
  }
}
