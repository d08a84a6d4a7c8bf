internal import SpatialStatistics
internal import GeoJSON
internal import Areas
internal import Composites
internal import Exports
internal import Indicators
internal import Indices
internal import Provenance

/// What was done to make an index, as facts: the log of provenance, and the frozen scale.
struct IndexFacts {
  typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  private let index: MappedIndex
  private let fitted: FittedIndex

  init?(_ index: MappedIndex) {
    guard let fitted = index.fitted else { return nil }
    self.index = index
    self.fitted = fitted
  }

  /// The steps, what they came to, and how sure it is.
  var log: ProvenanceRecord.Fact {
    var facts = method
    facts.append(("members", .list(fitted.definition.members.map(Self.member))))
    facts.append(
      (
        "frames",
        .list(
          fitted.parts.map { part in
            .facts(self.frame(part) + Self.coherence(part, fitted.definition))
          })
      ))
    if let certainty = index.certainty {
      facts.append(
        ("certainty", .list(certainty.parts.map { Self.certainty($0, fitted.definition) })))
    }
    if !index.agreements.isEmpty {
      facts.append(
        (
          "agreement_with_levels",
          .list(
            index.agreements.map { level, found in
              .facts([
                ("level", Self.text(level.rawValue)),
                ("areas", .scalar(.integer(Int64(found.count)))),
                ("inhabitants_in_the_same_class", Self.rounded(found.sameClass)),
                ("mean_difference_of_scores", Self.rounded(found.meanDifference)),
                ("rank_correlation", found.rankCorrelation.map(Self.rounded) ?? .scalar(.null)),
              ])
            })
        ))
    }
    return .facts(facts)
  }

  /// All that is needed to score other areas, or later years, on the same scale.
  var reference: ProvenanceRecord.Fact {
    var facts = method
    facts.append(("breaks", Self.numbers(index.map.breaks.edges)))
    facts.append(
      (
        "frames",
        .list(
          fitted.parts.map { part in
            var own: Facts = [("frame", Self.text(part.frame))]
            own.append(("left_out", Self.leftOut(part, fitted.definition)))
            own.append(("members", Self.scales(part, fitted.definition)))
            return .facts(own)
          })
      ))
    return .facts(facts)
  }

  // MARK: Parts

  private var method: Facts {
    let definition = fitted.definition
    let method = definition.method
    return [
      ("id", Self.text(definition.id)),
      ("layer", Self.text(definition.layerID)),
      ("level", Self.text(index.level.rawValue)),
      ("theme", Self.text(definition.theme.rawValue)),
      ("outliers", method.outliers.map(Self.outliers) ?? .scalar(.null)),
      ("normalisation", Self.text(method.normalisation.rawValue)),
      ("weighting", Self.text(method.weighting.word)),
      ("aggregation", Self.text(method.aggregation.word)),
      ("minimum_weight", Self.number(method.presentWeight)),
      ("frame", Self.text(definition.frame.rawValue)),
    ]
  }

  private static func outliers(_ rule: OutlierRule) -> ProvenanceRecord.Fact {
    .facts([
      ("skewness", number(rule.skewness)), ("kurtosis", number(rule.kurtosis)),
      ("most_winsorised", .scalar(.integer(Int64(rule.mostWinsorised)))),
    ])
  }

  private static func member(_ member: IndexDefinition.Member) -> ProvenanceRecord.Fact {
    .facts([
      ("indicator", text(member.indicator.id)), ("weight", number(member.weight)),
      ("direction", text(member.isReversed ? "lower_is_more" : "higher_is_more")),
      ("dimension", member.indicator.dimension.map { text($0.rawValue) } ?? .scalar(.null)),
    ])
  }

  private func frame(_ part: FittedIndex.Part) -> Facts {
    [
      ("frame", Self.text(part.frame)),
      ("left_out", Self.leftOut(part, fitted.definition)),
      ("weights", Self.weights(part)),
    ]
  }

  private static func weights(_ part: FittedIndex.Part) -> ProvenanceRecord.Fact {
    guard let model = part.model else { return .scalar(.null) }
    return .facts(zip(model.members, model.weights).map { ($0.id, number($1)) })
  }

  private static func leftOut(
    _ part: FittedIndex.Part, _ definition: IndexDefinition
  ) -> ProvenanceRecord.Fact {
    .facts(
      part.leftOut.map {
        (definition.members[$0.member].indicator.id, text($0.reason.rawValue))
      })
  }

  private static func coherence(
    _ part: FittedIndex.Part, _ definition: IndexDefinition
  ) -> Facts {
    guard part.model != nil else { return [] }
    let coherence = part.coherence
    let ids = part.members.map { definition.members[$0].indicator.id }
    func pairs(_ pairs: [[Int]]) -> ProvenanceRecord.Fact {
      .list(pairs.map { pair in .list(pair.map { text(ids[$0]) }) })
    }
    return [
      (
        "coherence",
        .facts([
          ("areas_with_all_members", .scalar(.integer(Int64(coherence.completeCount)))),
          ("cronbach_alpha", coherence.alpha.map(number) ?? .scalar(.null)),
          ("component_shares", numbers(coherence.componentShares)),
          (
            "correlations",
            .list(coherence.correlations.map { .list($0.map { $0.map(number) ?? .scalar(.null) }) })
          ),
          ("redundant_pairs", pairs(coherence.redundantPairs)),
          ("contradicting_pairs", pairs(coherence.contradictingPairs)),
        ])
      )
    ]
  }

  private static func scales(
    _ part: FittedIndex.Part, _ definition: IndexDefinition
  ) -> ProvenanceRecord.Fact {
    guard let model = part.model, let scales = model.frames[part.frame] else { return .list([]) }
    return .list(
      zip(zip(model.members, model.weights), scales).map { member, scale in
        .facts([
          ("indicator", text(member.0.id)), ("weight", number(member.1)),
          ("direction", text(scale.isReversed ? "lower_is_more" : "higher_is_more")),
          ("treatment", treatment(scale.treatment)), ("scale", Self.scale(scale.scale)),
          ("score_of_median", number(scale.start)),
        ])
      })
  }

  private static func treatment(_ treatment: OutlierTreatment) -> ProvenanceRecord.Fact {
    switch treatment {
    case .none: .facts([("kind", text("none"))])
    case .winsorised(let low, let high):
      .facts([("kind", text("winsorised")), ("low", number(low)), ("high", number(high))])
    case .logarithm(let low, let high, let isReflected):
      .facts([
        ("kind", text("logarithm")), ("low", number(low)), ("high", number(high)),
        ("reflected", .scalar(.bool(isReflected))),
      ])
    }
  }

  private static func scale(_ scale: NormalScale) -> ProvenanceRecord.Fact {
    switch scale {
    case .centred(let centre, let spread):
      .facts([("kind", text("centred")), ("centre", number(centre)), ("spread", number(spread))])
    case .span(let low, let high):
      .facts([("kind", text("span")), ("low", number(low)), ("high", number(high))])
    case .ranks(let sorted): .facts([("kind", text("ranks")), ("sorted", numbers(sorted))])
    }
  }

  private static func certainty(
    _ part: (frame: String, uncertainty: IndexUncertainty), _ definition: IndexDefinition
  ) -> ProvenanceRecord.Fact {
    let uncertainty = part.uncertainty
    let grades = uncertainty.areas.compactMap { $0?.grade.letter }
    return .facts([
      ("frame", text(part.frame)),
      ("draws", .scalar(.integer(Int64(uncertainty.draws)))),
      ("pairs_of_samples", .scalar(.integer(Int64(uncertainty.basePairs)))),
      ("seed", .scalar(.integer(Int64(clamping: uncertainty.seed)))),
      (
        "grades",
        .facts(
          Grade.Letter.allCases.map { letter in
            (letter.rawValue, .scalar(.integer(Int64(grades.count { $0 == letter }))))
          })
      ),
      (
        "sobol",
        .facts(
          Choice.allCases.compactMap { choice in
            uncertainty.shares[choice].map { share in
              (
                choice.rawValue,
                .facts([("first", number(share.first)), ("total", number(share.total))])
              )
            }
          })
      ),
      (
        "mean_move_without_member",
        .list(
          uncertainty.leaveOneOut.meanMoves.map { $0.map { number($0 / 10) } ?? .scalar(.null) })
      ),
    ])
  }

  private static func text(_ text: String) -> ProvenanceRecord.Fact { .scalar(.text(text)) }

  private static func rounded(_ number: Double) -> ProvenanceRecord.Fact {
    .scalar(.number((number * 10_000).rounded() / 10_000))
  }

  private static func number(_ number: Double) -> ProvenanceRecord.Fact {
    .scalar(.number(number))
  }

  private static func numbers(_ list: [Double]) -> ProvenanceRecord.Fact { .list(list.map(number)) }
}

extension Weighting {
  /// The word of a study file.
  var word: String {
    switch self {
    case .equal: "equal"
    case .given: "given"
    case .budget: "budget"
    case .principalComponent: "principal_component"
    }
  }
}

extension Aggregation {
  /// The word of a study file, or the power.
  var word: String {
    switch self {
    case .arithmetic: "arithmetic"
    case .geometric: "geometric"
    case .generalised(let power): "\(power)"
    }
  }
}
