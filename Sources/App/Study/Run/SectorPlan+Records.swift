internal import Geocoding
internal import Indicators
internal import Tabulation

extension SectorPlan {
  /// The records of which the code of the economic activity is none of the classification; nil when all have
  /// one, or none is read.
  func foreignCodes(
    in records: LocatedRecords, of id: String
  ) -> StudyReport.ForeignCodes? {
    guard let classification,
      case .category(let codes, let words)? = records.columns[RecordTerm.sectorColumn]?.cells
    else { return nil }
    let isForeign = words.map { !RecordColumn.isEmpty($0) && !classification.holds($0) }
    var count = 0
    var empty = 0
    for code in codes {
      if isForeign[Int(code)] { count += 1 }
      if RecordColumn.isEmpty(words[Int(code)]) { empty += 1 }
    }
    guard count + empty > 0 else { return nil }
    return StudyReport.ForeignCodes(
      records: id, count: count, empty: empty, classification: classification.name)
  }
}
