internal import Areas
public import Indicators

/// Where areas stand on opportunity and on resilience at once.
///
/// The middle of an index is the median of the scores of its areas. An area has a quadrant when it keeps
/// its class on both indices and both intervals lie on one side of the middle: one that may as well lie in
/// another quadrant has none.
public struct Quadrants: Sendable {
  /// A side of both middles. The words only say on which side; none is a verdict.
  public enum Quadrant: String, Hashable, Sendable, CaseIterable {
    /// Above both.
    case moreMore = "meer_gelegenheid_meer_weerbaarheid"
    /// More opportunity, less resilience.
    case moreLess = "meer_gelegenheid_minder_weerbaarheid"
    /// Less opportunity, more resilience.
    case lessMore = "minder_gelegenheid_meer_weerbaarheid"
    /// Below both.
    case lessLess = "minder_gelegenheid_minder_weerbaarheid"

    fileprivate init(moreOpportunity: Bool, moreResilience: Bool) {
      self =
        moreOpportunity
        ? (moreResilience ? .moreMore : .moreLess) : (moreResilience ? .lessMore : .lessLess)
    }
  }

  /// The scores on opportunity.
  public let opportunity: IndicatorLayer
  /// The scores on resilience, of the same areas.
  public let resilience: IndicatorLayer
  /// The middle of both.
  public let middles: (opportunity: Double, resilience: Double)
  /// The quadrant of each area; nil where it has none.
  public let areas: [Quadrant?]
  /// Why an area has a quadrant, or none: `weinig_gegevens` where it is not stable.
  public let statuses: [IndicatorValue.Status]

  /// Takes two indices of the same areas; nil without, when one has no scores, and when it was not found
  /// out how sure they are.
  public init?(opportunity: IndicatorLayer, resilience: IndicatorLayer) {
    guard opportunity.level == resilience.level, opportunity.codes == resilience.codes,
      let middles = Self.middles(opportunity, resilience)
    else { return nil }
    self.opportunity = opportunity
    self.resilience = resilience
    self.middles = middles
    var areas: [Quadrant?] = []
    var statuses: [IndicatorValue.Status] = []
    for (one, other) in zip(opportunity.values, resilience.values) {
      let missing = [IndicatorValue.Status.suppressed, .noData].first { status in
        one.status == status || other.status == status
      }
      let sides = (Self.isAbove(middles.opportunity, one), Self.isAbove(middles.resilience, other))
      if missing == nil, let more = sides.0, let stronger = sides.1 {
        areas.append(Quadrant(moreOpportunity: more, moreResilience: stronger))
        statuses.append(.ok)
      } else {
        areas.append(nil)
        statuses.append(missing ?? .fewData)
      }
    }
    self.areas = areas
    self.statuses = statuses
  }

  /// How many areas are in a quadrant.
  public func count(_ quadrant: Quadrant) -> Int { areas.count { $0 == quadrant } }

  /// Whether an area lies above the middle; nil when it is not stable enough to say.
  private static func isAbove(_ middle: Double, _ value: IndicatorValue) -> Bool? {
    guard value.status == .ok, let certainty = value.certainty, certainty.word != .unsure else {
      return nil
    }
    if certainty.interval.lowerBound > middle { return true }
    return certainty.interval.upperBound < middle ? false : nil
  }

  private static func middles(
    _ layers: IndicatorLayer...
  ) -> (opportunity: Double, resilience: Double)? {
    let found = layers.compactMap { layer -> Double? in
      guard layer.values.contains(where: { $0.certainty != nil }) else { return nil }
      let scores = layer.values.compactMap(\.value).sorted()
      guard let last = scores.indices.last else { return nil }
      return (scores[last / 2] + scores[(last + 1) / 2]) / 2
    }
    return found.count == 2 ? (found[0], found[1]) : nil
  }
}
