internal import Areas
internal import Disclosure
internal import Exports
internal import Geocoding
internal import GeoJSON
internal import GeoPackage
internal import Governance
internal import Geometry
internal import Indicators
internal import Patterns
internal import Projection
internal import Provenance
internal import SpatialStatistics
internal import Topology

/// The facts of a run as provenance keeps them.
struct StudyFacts {
  let facts: [(name: String, fact: ProvenanceRecord.Fact)]

  init(
    study: StudyFile, sectors: SectorPlan, report: StudyReport, document: MapDocument,
    indices: [ProvenanceRecord.Fact], patterns: [PatternAnswer],
    heatmaps: [ProvenanceRecord.Fact], rules: DataRules, release: StudyRelease?
  ) throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    func text(_ text: String) -> ProvenanceRecord.Fact { .scalar(.text(text)) }
    func number(_ number: Int) -> ProvenanceRecord.Fact { .scalar(.integer(Int64(number))) }
    func texts(_ list: [String]) -> ProvenanceRecord.Fact { .list(list.map(text)) }
    let rule = study.countRule(rules)
    var all: [(name: String, fact: ProvenanceRecord.Fact)] = [
      ("program", text("wijkzicht")),
      ("study", text(study.id)),
      ("title", text(study.title.nl)),
      ("purpose", text(study.purpose)),
      ("purpose_id", study.purposeID.map { text($0.value) } ?? .scalar(.null)),
      ("author", study.author.map(text) ?? .scalar(.null)),
      ("expires", study.expires.map { text($0.value.text) } ?? .scalar(.null)),
      // Of a file by itself nobody said of what class it is.
      ("data_class", study.isWritten ? text(study.dataClass.rawValue) : .scalar(.null)),
      (
        "data",
        .facts([
          ("rules_version", text(rules.version)),
          ("note", text("Claims of the user, recorded and not judged.")),
          (
            "claims",
            .list(
              study.dataSets.compactMap { data in
                data.declaration.map { Self.claim($0.value, of: data.id) }
              })
          ),
        ])
      ),
      ("concept", .scalar(.bool(document.isConcept))),
      ("release", release?.fact ?? .scalar(.null)),
      ("peildatum", text(study.peildatum.text)),
      ("audience", text(study.audience.rawValue)),
      ("synthetisch", .scalar(.bool(document.isSynthetic))),
      ("stamps", texts(document.stamps)),
      ("edition", text(report.edition.description)),
      ("level", text(study.level.rawValue)),
      ("gemeenten", texts(document.areas.gemeenten.map(\.code))),
      (
        "areas",
        .facts(
          report.areaCounts.map { ($0.level.plural, number($0.count)) } + [
            ("left_out", number(report.leftOutAreas)),
            ("repaired", texts(report.boundaries?.invalid.map(\.code) ?? [])),
          ])
      ),
      (
        "classes",
        .facts([
          ("method", text(study.classification.rawValue)), ("count", number(study.classCount)),
          ("weights", text("equal per gemeente")), ("closure", text("[a, b), last [a, b]")),
        ])
      ),
      (
        "disclosure",
        rule.map { rule in
          .facts([
            ("minimum_count", number(rule.minimumCount)),
            ("rounding_base", number(rule.roundingBase)),
            (
              "rule",
              rules.protection(of: study.dataClass, audience: study.audience.rawValue)
                .map { text($0.id) } ?? .scalar(.null)
            ),
            ("zeros", text(rule.zeros.rawValue)),
            (
              "dominance",
              rule.dominance.map {
                .facts([
                  ("largest", number($0.largest)), ("percent", .scalar(.number($0.percent))),
                ])
              } ?? .scalar(.null)
            ),
            ("nearness", rule.nearness.map { .scalar(.number($0)) } ?? .scalar(.null)),
          ])
        } ?? .scalar(.null)
      ),
      (
        "projection",
        .facts([
          ("operation", text(transformer.operation)),
          (
            "accuracy_m", transformer.accuracy.map { .scalar(.number($0)) } ?? .scalar(.null)
          ),
          (
            "more_accurate_grid_missing", .scalar(.bool(transformer.betterOperationUnavailable))
          ),
        ])
      ),
      (
        "libraries",
        .facts([
          ("geos", text(TopologyEngine.libraryVersion)),
          ("proj", text(Transformer.libraryVersion)),
          ("sqlite", text(GeoPackageWriter.libraryVersion)),
        ])
      ),
      ("records", .list(report.records.map { RecordFacts($0, rule: rule).fact })),
      ("figures", .list(report.figures.map { Self.figures($0, audience: study.audience) })),
      ("indicators", .list(report.maps.map(Self.map))),
    ]
    if !report.notCovered.isEmpty {
      all.append(
        (name: "not_covered", fact: .list(report.notCovered.map(Self.notCovered))))
    }
    let provisional = study.figures.filter(\.isProvisional).map(\.id)
    if !provisional.isEmpty { all.append((name: "provisional", fact: texts(provisional))) }
    if !indices.isEmpty { all.append((name: "indices", fact: .list(indices))) }
    if !sectors.groups.isEmpty { all.append((name: "sectors", fact: sectors.fact)) }
    if !report.losses.isEmpty {
      all.append((name: "verlies", fact: .list(report.losses.map(Self.loss))))
    }
    if !patterns.isEmpty {
      all.append(
        (name: "patterns", fact: .list(PatternReport(patterns, document: document).facts)))
    }
    if !heatmaps.isEmpty { all.append((name: "heatmaps", fact: .list(heatmaps))) }
    facts = all
  }

  static func claim(
    _ claim: DataDeclaration, of id: String
  ) -> ProvenanceRecord.Fact {
    .facts([
      ("id", .scalar(.text(id))),
      ("class", .scalar(.text(claim.dataClass.rawValue))),
      ("controller", .scalar(.text(claim.controller))),
      ("legal_basis", .scalar(.text(claim.legalBasis))),
      ("purposes", .list(claim.purposes.map { .scalar(.text($0)) })),
      ("retention", .scalar(.text(claim.retention))),
      ("dpia", claim.dpia.map { .scalar(.text($0)) } ?? .scalar(.null)),
      ("content", claim.content.map { .scalar(.text($0.rawValue)) } ?? .scalar(.null)),
    ])
  }

  private static func notCovered(_ found: StudyReport.NotCovered) -> ProvenanceRecord.Fact {
    .facts([
      ("records", .scalar(.text(found.records))),
      ("months", found.months.map { .scalar(.integer(Int64($0))) } ?? .scalar(.null)),
      ("gemeenten", .list(found.gemeenten.map { .scalar(.text($0)) })),
    ])
  }

  /// What is hidden, for everybody: not how much of it for what reason, which could tell what is small.
  private static func loss(_ loss: StudyReport.Loss) -> ProvenanceRecord.Fact {
    .facts([
      ("records", .scalar(.text(loss.records))),
      ("gemeentecode", .scalar(.text(loss.gemeentecode))),
      ("counts", .scalar(.integer(Int64(loss.counts)))),
      ("onderdrukt", .scalar(.integer(Int64(loss.hidden)))),
    ])
  }

  private static func figures(
    _ figures: StudyReport.Figures, audience: Audience
  ) -> ProvenanceRecord.Fact {
    let kind: [(String, ProvenanceRecord.Fact)] =
      figures.kind == .open ? [] : [("kind", .scalar(.text(figures.kind.rawValue)))]
    let period = figures.period.map { [("period", ProvenanceRecord.Fact.scalar(.text($0)))] } ?? []
    // The exact total of counts that are hidden would help to find them.
    let showsTotals = figures.kind == .open || DisclosureRule.rule(for: audience) == nil
    // How many areas have a row of counts tells which have none, and so nothing to count.
    let showsRows = figures.kind != .counts || showsTotals
    func rows(_ name: String, _ number: Int) -> (String, ProvenanceRecord.Fact) {
      (name, showsRows ? .scalar(.integer(Int64(number))) : .scalar(.text("onderdrukt")))
    }
    return .facts(
      [
        ("id", .scalar(.text(figures.id)))
      ] + kind + period + conversion(figures.conversion, showsTotals: showsTotals) + [
        rows("matched_rows", figures.matched),
        ("unknown_codes", .list(figures.unknownCodes.map { .scalar(.text($0)) })),
        ("repeated_codes", .list(figures.repeatedCodes.map { .scalar(.text($0)) })),
        rows("rows_of_other_areas", figures.otherRows),
        rows("total_rows", figures.totalRows),
        rows("unreadable_codes", figures.unreadableRows),
        rows("unreadable_cells", figures.unreadableCells),
      ])
  }

  private static func conversion(
    _ conversion: StudyReport.Conversion?, showsTotals: Bool
  ) -> [(String, ProvenanceRecord.Fact)] {
    guard let conversion else { return [] }
    return [
      (
        "converted",
        .facts([
          ("from", .scalar(.text(conversion.origin))),
          (
            "grades",
            .facts(conversion.grades.map { ($0.word, .scalar(.integer(Int64($0.count)))) })
          ),
          ("reused_codes", .list(conversion.reusedCodes.map { .scalar(.text($0)) })),
          (
            "totals",
            !showsTotals
              ? .scalar(.text("onderdrukt"))
              : .list(
                conversion.totals.map { total in
                  .facts([
                    ("figure", .scalar(.text(total.name))),
                    ("before", .scalar(.number(total.before))),
                    ("in_study", .scalar(.number(total.after))),
                  ])
                })
          ),
        ])
      )
    ]
  }

  private static func map(_ map: StudyReport.Map) -> ProvenanceRecord.Fact {
    .facts(
      [
        ("id", .scalar(.text(map.indicator.id))),
        ("level", .scalar(.text(map.level.rawValue))),
      ]
        + IndicatorValue.Status.allCases.map {
          ($0.rawValue, .scalar(.integer(Int64(map.statuses[$0] ?? 0))))
        })
  }
}
