internal import GeoJSON
internal import Indicators
internal import Study

/// How each number of an area came about, for programs.
enum ExplanationJSON {
  static func text(_ found: AreaExplanation) -> String {
    var json = JSONText()
    json.openObject()
    json.member("code", found.code)
    json.member("name", found.name)
    json.member("level", found.level)
    json.member("gemeente", found.gemeentenaam)
    json.member("title", found.title)
    json.member("peildatum", found.peildatum)
    json.member("edition", found.edition)
    json.member("audience", found.audience)
    json.member("stamps", found.stamps)
    json.member("reach", AreaExplanation.reach)
    json.objects("indices", found.indices) { json, index in
      value(index.value, to: &json)
      json.member("present_weight", .number(index.presentWeight))
      json.member("needed_weight", .number(index.neededWeight))
      json.member("start", number(index.start))
      json.objects("contributions", index.contributions) { json, part in
        json.member("weight", .number(part.weight))
        json.member("counted_weight", number(part.countedWeight))
        json.member("lower_is_more", .bool(part.isReversed))
        json.member("score", number(part.score))
        json.member("points", number(part.points))
        optional("takes_no_part", part.leftOut, to: &json)
        json.object("indicator") { value(part.value, to: &$0) }
      }
      json.list("caveats", index.value.indicator.caveats) { $0.append($1) }
    }
    json.objects("indicators", found.indicators) { value($1, to: &$0) }
    json.closeObject()
    return json.text
  }

  private static func value(_ value: AreaExplanation.Value, to json: inout JSONText) {
    let indicator = value.indicator
    json.member("id", indicator.id)
    json.member("name", indicator.name)
    json.member("unit", indicator.unit)
    json.member("says", indicator.says)
    json.member("says_not", indicator.saysNot)
    json.member("value", number(value.value.value))
    json.member("status", value.value.status.rawValue)
    json.member("too_unsure", .bool(value.value.isTooUnsure))
    json.member("class", value.classNumber.map { .integer(Int64($0.number)) } ?? .null)
    json.member("classes", value.classNumber.map { .integer(Int64($0.count)) } ?? .null)
    if let bounds = value.value.bounds {
      json.member("lower", .number(bounds.lowerBound))
      json.member("upper", .number(bounds.upperBound))
    }
    if let certainty = value.value.certainty {
      json.object("certainty") { json in
        json.member("word", certainty.word.rawValue)
        json.member("lower", .number(certainty.interval.lowerBound))
        json.member("upper", .number(certainty.interval.upperBound))
        json.member("band", certainty.band)
        json.member("class_share", .number(certainty.classShare))
        json.member("grade", certainty.grade)
        json.list("reasons", certainty.reasons) { $0.append($1) }
      }
    }
    json.objects("compared", value.compared) { json, other in
      json.member("level", other.level)
      json.member("name", other.name)
      json.member("value", number(other.value))
      json.member("status", other.status.rawValue)
    }
    json.objects("sources", value.sources) { json, source in
      json.member("column", source.column)
      json.member("value", number(source.value))
      if let bounds = source.bounds {
        json.member("lower", .number(bounds.lowerBound))
        json.member("upper", bounds.upperBound.isFinite ? .number(bounds.upperBound) : .null)
      }
      optional("missing", source.missing, to: &json)
      json.member("source", source.source.map { .text($0) } ?? .null)
      json.member("synthetisch", .bool(source.isSynthetic))
    }
  }

  private static func number(_ number: Double?) -> JSONScalar {
    number.map { .number($0) } ?? .null
  }

  private static func optional(
    _ name: String, _ text: LocalizedText?, to json: inout JSONText
  ) {
    if let text { json.member(name, text) } else { json.member(name, .null) }
  }
}
