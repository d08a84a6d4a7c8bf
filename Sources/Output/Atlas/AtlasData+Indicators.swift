internal import Areas
internal import Cartography
internal import Exports
internal import GeoJSON
internal import Indicators
internal import SpatialStatistics
internal import Tables
internal import Tabulation

extension AtlasData {
  /// An indicator with its maps, that of the study first.
  mutating func indicator(_ map: IndicatorMap) {
    let indicator = map.layer.indicator
    text.openObject()
    add("id", indicator.id)
    add("theme", indicator.theme.rawValue)
    add("name", indicator.name)
    add("unit", indicator.unit)
    add("says", indicator.says)
    add("saysNot", indicator.saysNot)
    add("caveats", indicator.caveats)
    add("flags", Indicator.Flag.allCases.filter(indicator.flags.contains).map(\.rawValue))
    add("decimals", indicator.decimals)
    add("direction", indicator.direction.rawValue)
    text.name("maps")
    text.openArray()
    self.map(map)
    for wider in content.widerMaps where wider.layer.indicator.id == indicator.id {
      self.map(wider)
    }
    text.closeArray()
    text.closeObject()
  }

  private mutating func map(_ map: IndicatorMap) {
    let layer = map.layer
    text.openObject()
    add("level", layer.level.rawValue)
    add("synthetic", layer.isSynthetic)
    add("sources", layer.sources)
    if let conversion = layer.conversion {
      add("converted", conversion.origin)
      add("grades", String(conversion.grades.map { Self.letter(of: $0) }))
    }
    add("edges", map.breaks.edges, decimals: nil)
    if let says = map.fewerClasses { add("fewerClasses", says) }
    addClasses(
      map.style.classes.map { own in
        (
          own.color,
          LocalizedText(
            nl: own.label(decimals: layer.indicator.decimals, language: .nl),
            en: own.label(decimals: layer.indicator.decimals, language: .en))
        )
      })
    add("states", String(layer.values.map { Self.state(of: $0, in: map) }))
    add("values", layer.values.map(\.value), decimals: layer.indicator.decimals)
    // km² have two decimals; all other numbers below the line are counts.
    let isDensity = layer.indicator.formula.kind == .density
    if layer.values.contains(where: { $0.denominator != nil }) {
      add("above", layer.values.map(\.numerator), decimals: nil)
      add("below", layer.values.map(\.denominator), decimals: isDensity ? 2 : nil)
    }
    if layer.values.contains(where: { $0.missing != nil }) {
      add("missing", String(layer.values.map { $0.missing.map(Self.letter) ?? "-" }))
    }
    certainty(of: layer)
    let bounded = layer.values.enumerated().filter { $0.element.bounds != nil }
    if !bounded.isEmpty {
      text.name("bounds")
      text.openObject()
      for (place, value) in bounded {
        add(
          "\(place)", [value.bounds?.lowerBound, value.bounds?.upperBound],
          decimals: layer.indicator.decimals)
      }
      text.closeObject()
    }
    text.closeObject()
  }

  /// How sure each value is, where that was found out: grade, word, interval and what keeps the grade
  /// down.
  private mutating func certainty(of layer: IndicatorLayer) {
    let found = layer.values.map(\.certainty)
    guard found.contains(where: { $0 != nil }) else { return }
    let decimals = layer.indicator.decimals
    add("grade", String(found.map { $0?.grade.first ?? "-" }))
    add("sure", String(found.map { $0.map { Self.letter(of: $0.word) } ?? "-" }))
    add("low", found.map(\.?.interval.lowerBound), decimals: decimals)
    add("high", found.map(\.?.interval.upperBound), decimals: decimals)
    var reasons: [LocalizedText] = []
    var places: [LocalizedText: Int] = [:]
    let why = found.map { certainty in
      (certainty?.reasons ?? []).map { reason in
        let (sentence, number) = reason.partedAtNumber
        if places[sentence] == nil {
          places[sentence] = reasons.count
          reasons.append(sentence)
        }
        return (place: places[sentence] ?? 0, number: number)
      }
    }
    add("gradeReasons", reasons)
    text.name("why")
    text.openObject()
    for (area, own) in why.enumerated() where !own.isEmpty {
      text.name("\(area)")
      text.openArray()
      for (place, number) in own {
        guard let number else {
          text.appendJSON(.integer(Int64(place)))
          continue
        }
        text.openArray()
        text.appendJSON(.integer(Int64(place)))
        text.appendJSON(.integer(number))
        text.closeArray()
      }
      text.closeArray()
    }
    text.closeObject()
  }

  private static func letter(of word: Certainty.Word) -> Character {
    switch word {
    case .sure: "z"
    case .fair: "r"
    case .unsure: "o"
    }
  }

  /// Why a source has no number.
  private static func letter(of reason: MissingReason) -> Character {
    switch reason {
    case .secret: "a"
    case .notYetPublished: "b"
    case .discontinued: "c"
    case .notApplicable: "d"
    case .noData: "e"
    case .unreadable: "f"
    case .noReference: "g"
    }
  }

  /// One letter for an area: its class from 1, `0` for a value in none, or why there is no value.
  private static func state(of value: IndicatorValue, in map: IndicatorMap) -> Character {
    value.status == .ok
      ? Character("\(map.classNumber(value) ?? 0)") : letter(of: value.status)
  }

  /// Why there is no value.
  static func letter(of status: IndicatorValue.Status) -> Character {
    switch status {
    case .ok: "0"
    case .suppressed: "s"
    case .noData: "n"
    case .fewData: "f"
    }
  }

  private static func letter(of grade: ColumnConversion.Grade) -> Character {
    switch grade {
    case .geheel: "a"
    case .goed: "b"
    case .matig: "c"
    case .zwak: "d"
    case .geen: "e"
    }
  }
}
