internal import GeoJSON
internal import Indicators
internal import Study

/// Entries of the catalogue, for programs.
enum IndicatorJSON {
  /// All entries as an array, in the order given.
  static func list(_ indicators: [Indicator]) -> String {
    var json = JSONText()
    json.openArray()
    for indicator in indicators { append(indicator, to: &json) }
    json.closeArray()
    return json.text
  }

  /// One entry as an object.
  static func entry(_ indicator: Indicator) -> String {
    var json = JSONText()
    append(indicator, to: &json)
    return json.text
  }

  private static func append(_ indicator: Indicator, to json: inout JSONText) {
    json.openObject()
    json.member("id", indicator.id)
    json.member("code", indicator.code)
    json.member("theme", indicator.theme.rawValue)
    json.member("name", indicator.name)
    json.member("says", indicator.says)
    json.member("says_not", indicator.saysNot)
    json.member("unit", indicator.unit)
    json.member("decimals", indicator.decimals)
    json.member("direction", indicator.direction.rawValue)
    json.member("minimum_denominator", .number(indicator.minimumDenominator))
    json.member("default", .bool(indicator.offByDefault == nil))
    json.member("weight", .number(indicator.defaultWeight))
    json.member("dimension", indicator.dimension.map { .text($0.rawValue) } ?? .null)
    json.member("formula", indicator.formula.words(.en))
    json.member("columns", indicator.formula.terms.map(\.columnID))
    json.list("caveats", indicator.caveats) { $0.append($1) }
    json.member("references", indicator.references)
    json.member("flags", indicator.flags.map(\.rawValue).sorted())
    json.closeObject()
  }
}
