internal import Matching

/// Where the records of a chunk belong, and what is to be reported of it.
struct PlacedRecords: Sendable {
  /// For each record the ordinal of its area, or -1.
  var ordinals: [Int32] = []
  /// How many were placed, and why others were not.
  var counts = PlacementCounts()
  /// How they were found; nil unless by address.
  var addresses: AddressCounts?
  /// The areas of the best answers of records below the threshold; -1 when the layer has none.
  var doubtful: [Int32] = []
  /// How far the places lie apart that records may mean, where that is measured.
  var distances: [MatchLevel: PossibleDistances] = [:]
  /// The points and areas of the records that are counted; none for records with codes.
  var points = CountedPoints()
  /// Records of which only the gemeente is to be known.
  var municipalityOnly: [(record: Int32, gemeentecode: String)] = []
  /// The records at special points that have a row of their own, by its name.
  var ownRows: [String: Int] = [:]

  init(capacity: Int) { ordinals.reserveCapacity(capacity) }
}
