internal import Areas
internal import Atlas
internal import Exports
internal import Governance
internal import Indicators
internal import Patterns

extension StudyRun {
  /// What results and protected columns are called in texts about the bias audit.
  func biasNames(
    _ mapped: MappedStudy, patterns: [PatternAnswer], kinds: AreaKinds?
  ) -> BiasNames {
    var results: [String: LocalizedText] = [:]
    let indices = Set(mapped.indices.map(\.map.layer.indicator.id))
    func name(_ map: IndicatorMap) -> LocalizedText {
      let indicator = map.layer.indicator
      guard indices.contains(indicator.id) else { return indicator.name }
      return LocalizedText(nl: "index \(indicator.name.nl)", en: "index \(indicator.name.en)")
    }
    for map in mapped.maps { results[map.layer.indicator.id] = name(map) }
    for map in mapped.wider {
      let (whole, level) = (name(map), map.layer.level.rawValue)
      results["\(map.layer.indicator.id)_\(level)"] = LocalizedText(
        nl: "\(whole.nl) (per \(level))", en: "\(whole.en) (by \(level))")
    }
    for question in patterns.map(\.question) {
      let name = question.text
      results["patroon_\(question.id)"] = name
      results["patroon_\(question.id)_per_gemeente"] = LocalizedText(
        nl: "\(name.nl) (binnen elke gemeente)", en: "\(name.en) (within each gemeente)")
    }
    for kind in (kinds?.kinds ?? []).indices {
      results[Self.typeID(kind)] = LocalizedText(
        nl: "gebieden van type \(Self.letter(kind))", en: "areas of type \(Self.letter(kind))")
    }
    return BiasNames(
      results: results,
      columns: geodata.rules.bias.columns.mapValues { LocalizedText(nl: $0.nl, en: $0.en) },
      gemeenten: Dictionary(
        uniqueKeysWithValues: mapped.document.areas.gemeenten.map { ($0.code, $0.name) }))
  }

  /// The id of a type among results.
  static func typeID(_ kind: Int) -> String { "typen_\(letter(kind))" }

  private static func letter(_ kind: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(kind)))
  }
}
