internal import Disclosure
internal import GeoJSON
internal import Geocoding
internal import Matching
internal import Provenance

/// The facts of a file of records as provenance keeps them; its counts are under the rule like any
/// other.
struct RecordFacts {
  private let records: StudyReport.Records
  private let rule: DisclosureRule?

  init(_ records: StudyReport.Records, rule: DisclosureRule?) {
    self.records = records
    self.rule = rule
  }

  private typealias Fact = ProvenanceRecord.Fact

  var fact: ProvenanceRecord.Fact {
    var facts: [(name: String, fact: Fact)] = [
      ("id", .scalar(.text(records.id))),
      ("placed_by", .scalar(.text(records.placement))),
    ]
    if let contributor = records.contributor {
      facts.append(("contributor", .scalar(.text(contributor))))
    }
    facts += [
      ("total", total),
      ("placed", placed),
      (
        "reasons",
        .facts(
          records.counts.remarks.map { ($0.reason.rawValue, reason($0.reason, count: $0.count)) })
      ),
    ]
    if let addresses = records.quality.addresses { facts.append(("address", address(addresses))) }
    if let points = records.quality.specialPoints {
      facts.append(("special_points", .scalar(.integer(Int64(points)))))
    }
    if let heaps = records.quality.heaps { facts.append(("default_points", self.heaps(heaps))) }
    facts.append(
      ("unreadable_cells", .facts(records.unreadable.map { ($0.column, count($0.count)) })))
    return .facts(facts)
  }

  private func count(_ count: Int) -> Fact { fact(figure(count)) }

  private func figure(_ count: Int) -> PublishedFigure {
    PublishedFigure(Double(count), contributions: count, rule: rule)
  }

  private func fact(_ figure: PublishedFigure) -> Fact {
    .scalar(figure.number.map { .integer(Int64($0)) } ?? .text("onderdrukt"))
  }

  /// The records in areas. Where their counts per area are published by placing, the sum must not
  /// tell what is hidden there.
  private var placed: Fact { hidesPlaced ? fact(.suppressed) : count(records.counts.placed) }

  private var hidesPlaced: Bool {
    records.hidesPlaced
      || records.quality.isPublished && records.quality.published.counted == .suppressed
  }

  private var doubtfulFigure: PublishedFigure {
    records.quality.published.doubtful ?? .suppressed
  }

  private var doubtful: Fact { fact(doubtfulFigure) }

  /// All records less those without an area are those that were placed, and less those that were placed those
  /// without an area: one part that is hidden hides the whole.
  private var total: Fact {
    let reasons = records.counts.remarks.filter { !$0.reason.isPlaced }
    let hidesPart =
      hidesPlaced || figure(records.counts.placed) == .suppressed
      || reasons.contains { reasonFigure($0.reason, count: $0.count) == .suppressed }
    return records.hidesCounts || hidesPart ? fact(.suppressed) : count(records.counts.total)
  }

  private func reason(_ reason: MatchReason, count: Int) -> Fact {
    fact(reasonFigure(reason, count: count))
  }

  private func reasonFigure(_ reason: MatchReason, count: Int) -> PublishedFigure {
    switch reason {
    case .doubtful: doubtfulFigure
    case .notFound where hidesReason(of: .none): .suppressed
    default: figure(count)
    }
  }

  /// Whether a reason of a verdict is hidden, so that all records of the verdict less its other reasons would
  /// tell it.
  private func hidesReason(of verdict: AddressVerdict) -> Bool {
    hides(records.quality.addresses?.counts.reasons(of: verdict).values.map { $0 } ?? [])
  }

  private func hides(_ parts: [Int]) -> Bool { parts.contains { figure($0) == .suppressed } }

  private func address(_ addresses: PlacingReport.Addresses) -> Fact {
    let counts = addresses.counts
    // Levels and verdicts divide the same records.
    let hidesLevels =
      records.hidesCounts || doubtfulFigure == .suppressed || hidesReason(of: .none)
      || hides(Array(counts.levels.values))
    return .facts([
      (
        "register",
        .facts([
          ("edition", addresses.edition.map { .scalar(.integer(Int64($0))) } ?? .scalar(.null)),
          ("addresses", .scalar(.integer(Int64(addresses.addressCount)))),
          ("sources", .list(addresses.sources.map { .scalar(.text($0)) })),
        ])
      ),
      ("threshold", .scalar(.number(addresses.threshold))),
      ("corrections", .scalar(.integer(Int64(addresses.corrections)))),
      (
        "verdicts",
        .facts(
          AddressVerdict.allCases.map { verdict in
            let number = counts.verdicts[verdict] ?? 0
            switch verdict {
            case .certain:
              return (
                verdict.rawValue,
                records.hidesCounts || records.quality.published.counted == .suppressed
                  ? fact(.suppressed) : count(number)
              )
            case .doubtful: return (verdict.rawValue, doubtful)
            case .none:
              return (
                verdict.rawValue, hidesReason(of: .none) ? fact(.suppressed) : count(number)
              )
            }
          })
      ),
      (
        "levels",
        .facts(
          MatchLevel.allCases.compactMap { level in
            counts.levels[level].map {
              (level.rawValue, hidesLevels ? fact(.suppressed) : count($0))
            }
          })
      ),
      (
        "reasons",
        .facts(
          AddressVerdict.allCases.map { verdict in
            let reasons = counts.reasons(of: verdict)
            let hidesAll: Bool
            switch verdict {
            case .certain: hidesAll = records.hidesCounts || hides(Array(reasons.values))
            case .doubtful:
              hidesAll = doubtfulFigure == .suppressed || hides(Array(reasons.values))
            case .none: hidesAll = false
            }
            return (
              verdict.rawValue,
              .facts(
                AddressReason.allCases.compactMap { reason in
                  reasons[reason].map {
                    (reason.rawValue, hidesAll ? fact(.suppressed) : count($0))
                  }
                })
            )
          })
      ),
    ])
  }

  /// How much of an area comes from one point is the count of one point, and for `intern` alone.
  private func heaps(_ heaps: PlacingReport.Heaps) -> Fact {
    var facts: [(name: String, fact: Fact)] = [
      ("minimum_records", .scalar(.integer(Int64(heaps.rule.minimum)))),
      ("minimum_share", .scalar(.number(heaps.rule.share))),
      ("level", .scalar(.text(records.quality.level))),
      ("points", .scalar(.integer(Int64(heaps.count)))),
    ]
    if rule == nil, let share = heaps.largestShare {
      facts.append(("largest_share", .scalar(.number((share * 10_000).rounded() / 10_000))))
    }
    return .facts(facts)
  }
}
