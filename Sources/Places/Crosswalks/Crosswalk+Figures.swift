public import Tables

/// Converting figures. Counts are divided; shares and means only with the count they are of; medians
/// cannot be converted, since no medians of parts are known.
extension Crosswalk {
  /// The share of an area's weight up to which missing sources are filled in by the others.
  public static let missingTolerance = 0.01

  /// A count per area of ``to`` from one per area of ``from``: Σ s(a, b) x(a).
  ///
  /// Bounds are converted to bounds. An area has no value, with the first reason, when sources without
  /// a number hold more than 1 % of its weight; below that its known part stands for the whole. It has
  /// none either when less than half of it lies in areas of ``from``.
  /// - Parameter counts: one per area of ``from``.
  /// - Complexity: O(links).
  public func converted(counts: [Figure]) -> [Figure] {
    precondition(counts.count == from.codes.count, "one figure per area")
    return to.codes.indices.map { target in
      sum(target) { link in
        switch counts[link.from] {
        case .value(let number): (number * link.share, number * link.share)
        case .interval(let lower, let upper): (lower * link.share, upper * link.share)
        case .missing: nil
        }
      } reason: {
        counts[$0].reason
      }
    }
  }

  /// A share or mean per area of ``to``: Σ s(a, b) d(a) x(a) / Σ s(a, b) d(a).
  ///
  /// An area of which the denominator is 0 plays no part, whatever its share; an area made of such
  /// areas alone has no value that means something. A denominator that is only known within bounds
  /// counts as missing.
  /// - Parameters:
  ///   - means: one per area of ``from``.
  ///   - denominators: the count of which each is a share or mean, 0 or more.
  /// - Complexity: O(links).
  public func converted(means: [Figure], denominators: [Figure]) -> [Figure] {
    precondition(means.count == from.codes.count, "one figure per area")
    precondition(denominators.count == from.codes.count, "one figure per area")
    let empty = denominators.map { $0.number == 0 }
    let below = converted(
      counts: zip(means, denominators).map { mean, denominator in
        mean.reason.map { denominator.number == 0 ? .value(0) : .missing($0) } ?? denominator.known
      })
    let above = converted(
      counts: zip(means, denominators).map { mean, denominator in
        guard let number = denominator.number else { return denominator.known }
        if number == 0 { return .value(0) }
        return switch mean {
        case .value(let mean): .value(mean * number)
        case .interval(let lower, let upper):
          .interval(lower: lower * number, upper: upper * number)
        case .missing(let reason): .missing(reason)
        }
      })
    return zip(above, below).enumerated().map { target, pair in
      guard let denominator = pair.1.number else { return pair.1 }
      guard denominator > 0 else {
        let sources = sources(of: target)
        return .missing(
          !sources.isEmpty && sources.allSatisfy { empty[$0.from] } ? .notApplicable : .noData)
      }
      return switch pair.0 {
      case .value(let number): .value(number / denominator)
      case .interval(let lower, let upper):
        .interval(lower: lower / denominator, upper: upper / denominator)
      case .missing(let reason): .missing(reason)
      }
    }
  }

  /// The most that a count of any area of ``from`` can be off when it is converted there and back, over
  /// all areas together: 2 Σ x(a) (1 − Σ s(a, b) r(b, a)), with r the shares of the way back.
  public func returnBound(counts: [Double]) -> Double {
    let back = reversed
    var kept = [Double](repeating: 0, count: from.codes.count)
    for link in back.links {
      if let there = links.first(from: link.to, to: link.from) {
        kept[link.to] += there.share * link.share
      }
    }
    return 2 * zip(counts, kept).reduce(0) { $0 + abs($1.0) * max(0, 1 - $1.1) }
  }

  private func sum(
    _ target: Int, _ value: (Link) -> (Double, Double)?, reason: (Int) -> MissingReason?
  ) -> Figure {
    let sources = weighted(target)
    let total = sources.reduce(0) { $0 + $1.weight }
    guard total > 0, total / (total + unfilled[target]) >= Conversion.leastCoverage else {
      return .missing(.noData)
    }
    var (lower, upper, missing) = (0.0, 0.0, 0.0)
    var reasons: [MissingReason] = []
    for (link, weight) in sources {
      if let bounds = value(link) {
        lower += bounds.0
        upper += bounds.1
      } else {
        missing += weight
        reasons.append(reason(link.from) ?? .noData)
      }
    }
    guard missing <= total * Self.missingTolerance, reasons.count < sources.count else {
      return .missing(reasons.min() ?? .noData)
    }
    let scale = total / (total - missing)
    return lower == upper
      ? .value(lower * scale) : .interval(lower: lower * scale, upper: upper * scale)
  }
}

extension Figure {
  /// The figure itself when it is a number, and nothing when it is only known within bounds.
  fileprivate var known: Figure {
    if case .interval = self { .missing(.noData) } else { self }
  }
}

extension [Crosswalk.Link] {
  /// The link of a pair; the links are sorted.
  fileprivate func first(from: Int, to: Int) -> Crosswalk.Link? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if (self[middle].from, self[middle].to) < (from, to) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low < count && self[low].from == from && self[low].to == to ? self[low] : nil
  }
}
