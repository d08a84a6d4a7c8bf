/// Whether the members of an index measure something in common: seen before any weight is given.
///
/// OECD/JRC, Handbook on Constructing Composite Indicators, 2008, step 5.
public struct Coherence: Hashable, Sendable {
  /// Pearson's correlation of each pair of members over the areas that have both; nil with fewer than
  /// three, or when one of the two does not differ among them.
  public let correlations: [[Double?]]
  /// The number of areas that have all members.
  public let completeCount: Int
  /// The share of the variance that each principal component has, largest first; empty when the
  /// correlations over the areas with all members cannot be computed.
  public let componentShares: [Double]
  /// The first principal component: the loading of each member, of length 1.
  public let firstLoadings: [Double]
  /// Cronbach's alpha of the standardised members (1951, doi:10.1007/BF02310555); nil when it cannot be
  /// computed.
  public let alpha: Double?
  /// Pairs of members that say nearly the same: a correlation of at least ``redundancyLimit`` or at most
  /// minus that, by place.
  public let redundantPairs: [[Int]]
  /// Pairs that contradict each other, after their direction was taken into account: a correlation of
  /// at most ``contradictionLimit``.
  public let contradictingPairs: [[Int]]

  /// From this correlation on two members are called redundant.
  public static let redundancyLimit = 0.92
  /// From this correlation down two members are called contradicting.
  public static let contradictionLimit = -0.4

  /// Examines members.
  /// - Parameter columns: for each member one number per area, larger is more of the theme; not a
  ///   number where there is none.
  /// - Complexity: O(areas · members²).
  public init(_ columns: [[Double]]) {
    let count = columns.count
    var pairs = (0..<count).map { _ in [Double?](repeating: nil, count: count) }
    for i in 0..<count {
      for j in i..<count {
        pairs[i][j] = i == j ? 1 : Self.correlation(columns[i], columns[j])
        pairs[j][i] = pairs[i][j]
      }
    }
    correlations = pairs
    let areas =
      columns.first?.indices.filter { area in columns.allSatisfy { !$0[area].isNaN } } ?? []
    completeCount = areas.count
    let complete = columns.map { column in areas.map { column[$0] } }
    var matrix = (0..<count).map { _ in [Double](repeating: 1, count: count) }
    var isWhole = count > 0
    for i in 0..<count {
      for j in 0..<i {
        guard let r = Self.correlation(complete[i], complete[j]) else {
          isWhole = false
          continue
        }
        matrix[i][j] = r
        matrix[j][i] = r
      }
    }
    if isWhole, count > 1 {
      let parts = SymmetricMatrix(matrix)
      componentShares = parts.eigenvalues.map { max($0, 0) / Double(count) }
      firstLoadings = parts.eigenvectors[0]
      let sum = matrix.reduce(0) { $0 + $1.reduce(0, +) }
      let k = Double(count)
      alpha = sum > 0 ? k / (k - 1) * (1 - k / sum) : nil
    } else {
      componentShares = []
      firstLoadings = []
      alpha = nil
    }
    var redundant: [[Int]] = []
    var contradicting: [[Int]] = []
    for i in 0..<count {
      for j in (i + 1)..<max(count, i + 1) {
        guard let r = pairs[i][j] else { continue }
        if abs(r) >= Self.redundancyLimit { redundant.append([i, j]) }
        if r <= Self.contradictionLimit { contradicting.append([i, j]) }
      }
    }
    redundantPairs = redundant
    contradictingPairs = contradicting
  }

  /// Pearson's correlation over the places where both lists have a number.
  static func correlation(_ a: [Double], _ b: [Double]) -> Double? {
    let places = a.indices.filter { !a[$0].isNaN && !b[$0].isNaN }
    guard places.count >= 3 else { return nil }
    let n = Double(places.count)
    let meanA = places.reduce(0) { $0 + a[$1] } / n
    let meanB = places.reduce(0) { $0 + b[$1] } / n
    var (ab, aa, bb) = (0.0, 0.0, 0.0)
    for place in places {
      let (x, y) = (a[place] - meanA, b[place] - meanB)
      ab += x * y
      aa += x * x
      bb += y * y
    }
    guard aa > 0, bb > 0 else { return nil }
    return ab / (aa.squareRoot() * bb.squareRoot())
  }
}
