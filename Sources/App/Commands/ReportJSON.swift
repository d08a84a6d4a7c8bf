internal import Areas
internal import Composites
internal import Disclosure
internal import Geocoding
internal import GeoJSON
internal import Indicators
internal import Matching
internal import Study

/// What a run came upon, for programs: the facts of ``ReportText`` as one JSON object.
struct ReportJSON {
  let text: String

  /// - Parameter hash: that of `SHA256SUMS`, when somebody is to keep it.
  init(_ report: StudyReport, study: StudyFile, folder: String, hash: String?) {
    var json = JSONText()
    json.openObject()
    json.member("study", study.id)
    json.member("title", study.title)
    json.member("audience", study.audience.rawValue)
    json.member("peildatum", study.peildatum.text)
    json.member("edition", report.edition.description)
    json.member("folder", folder)
    if let hash { json.member("sha256sums_sha256", hash) }
    json.objects("areas", report.areaCounts) { json, areas in
      json.member("level", areas.level.rawValue)
      json.member("count", areas.count)
    }
    if !report.remarks.isEmpty { json.member("remarks", report.remarks) }
    json.member("left_out_areas", report.leftOutAreas)
    json.member("boundaries", report.boundaries?.findings ?? [])
    json.objects("records", report.records, write: Self.records)
    json.objects("figures", report.figures, write: Self.figures)
    if !report.undeclaredParts.isEmpty {
      json.objects("undeclared_parts", report.undeclaredParts) { json, found in
        json.member("part", found.part)
        json.member("whole", found.whole)
      }
    }
    if let bias = report.bias { json.member("bias_audit", bias) }
    json.objects("words_that_no_record_has", report.absentWords) { json, absent in
      json.member("records", absent.records)
      json.member("column", absent.column)
      json.member("words", absent.words)
    }
    if !report.foreignCodes.isEmpty {
      json.objects("codes_of_no_sector", report.foreignCodes) { json, found in
        json.member("records", found.records)
        json.member("classification", found.classification)
        json.member("no_code", found.count)
        json.member("empty", found.empty)
      }
    }
    json.objects("not_covered", report.notCovered) { json, found in
      json.member("records", found.records)
      json.member("months", found.months.map { .integer(Int64($0)) } ?? .null)
      json.member("gemeenten", found.gemeenten)
    }
    if !report.losses.isEmpty {
      json.objects("hidden_counts", report.losses) { json, loss in
        json.member("records", loss.records)
        json.member("gemeentecode", loss.gemeentecode)
        json.member("counts", loss.counts)
        json.member("small", loss.byRule(.rule(.few)))
        let others: [(String, StudyReport.Loss.Why)] = [
          ("dominance", .rule(.dominance)), ("nearness", .rule(.nearness)),
          ("nearly_all", .nearlyAll),
        ]
        for (name, why) in others where loss.byRule(why) > 0 {
          json.member(name, loss.byRule(why))
        }
        json.member("complementary", loss.complementary)
      }
    }
    if !report.costly.isEmpty {
      json.objects("costly_counts", report.costly) { json, costly in
        json.member("records", costly.records)
        if let earlier = costly.earlier {
          json.object("earlier_publications") { json in
            json.member("hidden_with", earlier.hidden)
            json.member("hidden_without", earlier.hiddenWithout)
          }
        }
        json.objects("steps", costly.steps) { json, step in
          switch step.change {
          case .leaveOut: json.member("change", "leave_out")
          case .totals: json.member("change", "leave_out_totals")
          case .periods: json.member("change", "all_periods_together")
          case .level(let level):
            json.member("change", "count_per_level")
            json.member("per", level.rawValue)
          }
          json.member(step.isTable ? "table" : "indicators", step.names)
          if let level = step.level { json.member("level", level.rawValue) }
          json.member("counts_now", step.before.all)
          json.member("hidden_now", step.before.hidden)
          json.member("counts_then", step.after.all)
          json.member("hidden_then", step.after.hidden)
        }
      }
    }
    if let ledger = report.ledger {
      json.object("ledger") { json in
        json.member("name", ledger.name)
        json.member("earlier_publications", ledger.entries)
        json.member("minded", ledger.held)
        json.member("of_other_records", ledger.lapsed)
        json.member("of_other_areas", ledger.elsewhere)
        if ledger.otherPeriods > 0 { json.member("of_other_periods", ledger.otherPeriods) }
        if ledger.otherGround > 0 { json.member("of_other_ground", ledger.otherGround) }
        json.member("other_editions", ledger.otherEditions.map { "\($0)" })
        if !ledger.givenEditions.isEmpty {
          json.member("areas_of_then", ledger.givenEditions.map { "\($0)" })
        }
        if !ledger.withoutPlaces.isEmpty {
          json.member("not_in_areas_of_then", ledger.withoutPlaces)
        }
        if !ledger.ofOtherKey.isEmpty { json.member("of_another_key", ledger.ofOtherKey) }
        json.member("added", .bool(ledger.isAdded))
      }
    }
    if !report.openMetadata.isEmpty { json.member("open_metadata", report.openMetadata) }
    json.objects("maps", report.maps, write: Self.map)
    json.objects("indices", report.indices, write: Self.index)
    if let quadrants = report.quadrants {
      json.object("quadrants") { json in
        json.member("level", quadrants.level.rawValue)
        for quadrant in quadrants.counts { json.member(quadrant.word, quadrant.count) }
        json.member("without_quadrant_as_unsure", quadrants.unsureCount)
      }
    }
    if !report.context.isEmpty {
      json.objects("context", report.context) { json, layer in
        json.member("kind", layer.kind)
        json.member("layer", layer.layer)
        json.member("of_other_geometry", layer.otherCount)
        json.member("without_geometry", layer.emptyCount)
        json.member("without_name", layer.unnamedCount)
        json.member("names", layer.keptNames)
        json.member("names_left_out", layer.leftOutNames)
      }
    }
    json.objects("patterns", report.patterns) { json, pattern in
      json.member("id", pattern.id)
      json.member("level", pattern.level.rawValue)
      json.member("sentences", pattern.sentences)
    }
    json.closeObject()
    text = json.text
  }

  private static func index(_ json: inout JSONText, _ index: StudyReport.Index) {
    json.member("id", index.id)
    json.member("level", index.level.rawValue)
    json.member("with_score", index.scoredCount)
    json.object("grades") { json in
      for grade in index.grades { json.member(grade.letter, grade.count) }
    }
    json.member("without_class_as_unsure", index.unsureCount)
    json.objects("against_wider_levels", index.agreements) { json, found in
      json.member("level", found.level.rawValue)
      json.member("areas", found.agreement.count)
      json.member("inhabitants_in_the_same_class", .number(found.agreement.sameClass))
      json.member("mean_difference", .number(found.agreement.meanDifference))
      json.member(
        "rank_correlation", found.agreement.rankCorrelation.map { .number($0) } ?? .null)
    }
    json.objects("left_out", index.leftOut) { json, left in
      json.member("gemeente", left.frame.isEmpty ? .null : .text(left.frame))
      json.member("indicator", left.indicator)
      json.member("reason", left.reason)
    }
  }

  private static func records(_ json: inout JSONText, _ records: StudyReport.Records) {
    json.member("id", records.id)
    json.member("placed_by", records.placement)
    json.member("total", records.counts.total)
    json.member("placed", records.counts.placed)
    json.object("reasons") { json in
      for remark in records.counts.remarks { json.member(remark.reason.rawValue, remark.count) }
    }
    if let addresses = records.quality.addresses { Self.addresses(&json, addresses) }
    if let heaps = records.quality.heaps {
      json.object("default_points") { json in
        json.member("minimum_records", heaps.rule.minimum)
        json.member("minimum_share", .number(heaps.rule.share))
        json.member("level", records.quality.level)
        json.member("points", heaps.count)
        json.member("largest_share", heaps.largestShare.map { .number($0) } ?? .null)
      }
    }
    json.object("unreadable_cells") { json in
      for column in records.unreadable { json.member(column.column, column.count) }
    }
  }

  private static func addresses(_ json: inout JSONText, _ addresses: PlacingReport.Addresses) {
    json.object("address") { json in
      json.member("threshold", .number(addresses.threshold))
      json.object("not_found") { json in
        let counts = addresses.counts.reasons(of: .none)
        for reason in AddressReason.allCases {
          if let count = counts[reason] { json.member(reason.rawValue, count) }
        }
      }
      json.object("below_threshold") { json in
        for place in addresses.doubtful where place.count > 0 {
          json.member(place.gemeente, place.count)
        }
      }
    }
  }

  private static func figures(_ json: inout JSONText, _ figures: StudyReport.Figures) {
    json.member("id", figures.id)
    json.member("matched_rows", figures.matched)
    json.member("total_rows", figures.totalRows)
    json.member("unreadable_codes", figures.unreadableRows)
    json.member("rows_of_other_areas", figures.otherRows)
    json.member("unknown_codes", figures.unknownCodes)
    json.member("repeated_codes", figures.repeatedCodes)
    json.member("unreadable_cells", figures.unreadableCells)
    json.member("zero_areas", figures.zeroAreas)
  }

  private static func map(_ json: inout JSONText, _ map: StudyReport.Map) {
    json.member("indicator", map.indicator.id)
    json.member("level", map.level.rawValue)
    for status in IndicatorValue.Status.allCases {
      json.member(status.rawValue, map.statuses[status] ?? 0)
    }
    json.member(Certainty.Word.unsure.rawValue, map.unsureCount)
    json.member("same_value_in_all", .bool(map.constant != nil))
    json.member("no_value_in", map.gemeentenWithoutValue)
  }
}
