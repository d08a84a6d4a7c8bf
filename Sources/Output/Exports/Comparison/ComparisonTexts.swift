internal import Bytes
internal import Cartography
internal import Comparison
internal import Indicators

/// What a comparison found, as a plain sentence: cities in the order of the study, never ranked.
struct ComparisonTexts {
  let language: Language
  let names: [String: String]

  func sentence(_ comparison: CityComparison) -> String {
    let isDutch = language == .nl
    let indicator = comparison.layer.indicator
    let name = isDutch ? indicator.name.nl : indicator.name.en
    let unit = isDutch ? indicator.unit.nl : indicator.unit.en
    switch comparison.refusal {
    case .noValues?:
      return isDutch ? "\(name): in geen enkele stad waarden." : "\(name): no values in any city."
    case .oneCity?:
      return isDutch
        ? "\(name): maar één stad heeft waarden, dus niets te vergelijken."
        : "\(name): only one city has values, so there is nothing to compare."
    case .constant?:
      return isDutch
        ? "\(name): overal dezelfde waarde." : "\(name): the same value everywhere."
    case nil: break
    }
    let cities = comparison.cities.compactMap { city -> String? in
      guard let median = city.median, let p10 = city.p10, let p90 = city.p90 else { return nil }
      func text(_ value: Double) -> String { number(value, indicator.decimals) }
      // What rests on a part of the inhabitants says so.
      let covered = city.coverage.flatMap { $0 < 0.8 ? number($0 * 100, 0) : nil }.map {
        isDutch ? "; van \($0) % van de inwoners" : "; of \($0) % of the inhabitants"
      }
      return "\(names[city.gemeentecode] ?? city.gemeentecode) \(text(median)) "
        + "(\(text(p10))\u{2013}\(text(p90))\(covered ?? ""))"
    }.joined(separator: "; ")
    var result =
      isDutch
      ? "\(name) (\(unit)): de helft van de inwoners woont bij hoogstens, en tussen haakjes een tiende "
        + "en negen tiende: \(cities)."
      : "\(name) (\(unit)): half of the inhabitants live at or below, and in brackets a tenth and nine "
        + "tenths: \(cities)."
    if let share = comparison.theil?.betweenShare {
      let percent = number(share * 100, 0)
      result +=
        isDutch
        ? " Van de ongelijkheid ligt \(percent) % tussen de steden, de rest erbinnen."
        : " Of the inequality \(percent) % lies between the cities, the rest within them."
    }
    if comparison.hasUnequalUnits {
      result +=
        isDutch
        ? " De gebieden zijn in de ene stad veel groter dan in de andere: vergelijk met voorbehoud."
        : " Areas are much larger in one city than in another: compare with reserve."
    }
    return result
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    let text = String(decoding: bytes, as: UTF8.self)
    return language == .nl ? text.replacing(".", with: ",") : text
  }
}
