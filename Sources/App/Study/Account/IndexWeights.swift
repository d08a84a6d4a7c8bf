internal import Cartography
internal import Composites
internal import Indicators
internal import Indices

/// What each indicator of an index weighs, as given and as used: what members that take no part weigh goes to
/// the others.
struct IndexWeights {
  private let given: [Double]?
  /// For each part of the fit the share that each member has in a score, where all that take part have a number.
  private let used: [[Double?]]
  /// For each part its name, and why members take no part.
  private let leftOut: [(frame: String, reasons: [Int: FittedIndex.Absence])]

  /// - Parameter gemeenten: the names of frames that are gemeenten.
  init(_ index: FittedIndex, gemeenten: [(code: String, name: String)]) {
    given = index.definition.knownWeights
    let count = index.definition.members.count
    used = index.parts.map { part in
      var shares = [Double?](repeating: nil, count: count)
      let weights = part.model?.weights ?? []
      let all = weights.reduce(0, +)
      guard all > 0 else { return shares }
      for (member, weight) in zip(part.members, weights) { shares[member] = weight / all }
      return shares
    }
    leftOut = index.parts.map { part in
      (
        gemeenten.first { $0.code == part.frame }?.name ?? part.frame,
        Dictionary(
          part.leftOut.map { ($0.member, $0.reason) }, uniquingKeysWith: { one, _ in one })
      )
    }
  }

  /// The weight as given; of weights by principal components that they come from the figures.
  func given(_ member: Int, _ language: Language) -> String {
    given.map { Self.percent($0[member], language) }
      ?? (language == .nl ? "uit de cijfers" : "from the figures")
  }

  /// The weight as used; from the least to the most where it differs between parts. Empty of a member that takes
  /// part in none.
  func used(_ member: Int, _ language: Language) -> String {
    let own = used.compactMap { $0[member] }
    guard let least = own.min(), let most = own.max() else { return "" }
    let (low, high) = (Self.percent(least, language), Self.percent(most, language))
    if low == high { return low }
    return language == .nl ? "\(low) tot \(high)" : "\(low) to \(high)"
  }

  /// Why a member takes no part; by name of a part where it does in others.
  func leftOut(_ member: Int, _ language: Language) -> String {
    func words(_ reason: FittedIndex.Absence) -> String {
      language == .nl ? reason.words.nl : reason.words.en
    }
    let own = leftOut.compactMap { part in
      part.reasons[member].map { (frame: part.frame, reason: $0) }
    }
    if own.count == leftOut.count, Set(own.map(\.reason)).count == 1, let first = own.first {
      return words(first.reason)
    }
    return own.map { "\($0.frame): \(words($0.reason))" }.joined(separator: "; ")
  }

  private static func percent(_ share: Double, _ language: Language) -> String {
    language.number(100 * share, decimals: 1) + " %"
  }
}
