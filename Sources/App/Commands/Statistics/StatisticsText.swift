internal import CSV
internal import SpatialStatistics

/// Tables of results as CSV.
struct StatisticsText {
  private(set) var bytes: [UInt8] = []
  private let dialect: CSVDialect

  /// Rows without a header.
  init(dialect: CSVDialect) { self.dialect = dialect }

  init(_ header: [String], dialect: CSVDialect) {
    self.dialect = dialect
    bytes.append(record: header, dialect: dialect)
  }

  mutating func add(_ fields: [String]) { bytes.append(record: fields, dialect: dialect) }
}

extension ClusterLabel {
  /// The label as files have it.
  var word: String {
    switch self {
    case .highHigh: "hoog_hoog"
    case .lowLow: "laag_laag"
    case .lowHigh: "laag_hoog"
    case .highLow: "hoog_laag"
    case .hot: "hotspot"
    case .cold: "coldspot"
    case .otherPositive: "overig_gelijkend"
    case .negative: "afwijkend"
    case .heterogeneous: "wisselend"
    case .homogeneous: "gelijkmatig"
    case .notSignificant: "niet_significant"
    case .noNeighbours: "geen_buren"
    case .undefined: "onbepaald"
    }
  }
}

extension ClusterLabel {
  /// What the label means, for a sentence.
  var meaning: String {
    switch self {
    case .highHigh: "high among high"
    case .lowLow: "low among low"
    case .lowHigh: "low among high"
    case .highLow: "high among low"
    case .hot: "high values together"
    case .cold: "low values together"
    case .otherPositive: "like its neighbours, on either side of the mean"
    case .negative: "unlike its neighbours"
    case .heterogeneous: "neighbours that differ much"
    case .homogeneous: "neighbours that differ little"
    case .notSignificant: "no more than chance gives"
    case .noNeighbours: "without neighbours, not tested"
    case .undefined: "cannot be tested"
    }
  }
}

extension IslandPolicy {
  /// What became of areas without neighbours, for a sentence.
  var words: String {
    switch self {
    case .leaveOut: "left out"
    case .nearest: "linked to the nearest area"
    case .keep: "kept in number and mean"
    }
  }
}

extension Alternative {
  /// The kind of test as files have it.
  var word: String {
    switch self {
    case .twoSided: "tweezijdig"
    case .greater: "groter"
    case .less: "kleiner"
    case .directed: "gericht"
    }
  }
}
