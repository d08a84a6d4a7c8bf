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
    let percent = number(ComparableUnits.leastCoverage * 100, 0)
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
    case .tooLittleKnown?:
      return isDutch
        ? "\(name): niets te vergelijken, want hoogstens één stad heeft waarden voor gebieden waar "
          + "\(percent) % van haar inwoners woont."
        : "\(name): nothing to compare, since at most one city has values for areas in which "
          + "\(percent) % of its inhabitants live."
    case nil: break
    }
    let cities = comparison.cities.compactMap { city -> String? in
      guard let median = city.median, let p10 = city.p10, let p90 = city.p90 else { return nil }
      func text(_ value: Double) -> String { number(value, indicator.decimals) }
      return "\(cityName(city)) \(text(median)) (\(text(p10))\u{2013}\(text(p90)))"
    }.joined(separator: "; ")
    var result =
      isDutch
      ? "\(name) (\(unit)): de helft van de inwoners woont bij hoogstens, en tussen haakjes een tiende "
        + "en negen tiende: \(cities)."
      : "\(name) (\(unit)): half of the inhabitants live at or below, and in brackets a tenth and nine "
        + "tenths: \(cities)."
    let unknown = comparison.cities.filter { $0.refusal == .tooLittleKnown }.map { city in
      // Rounded down, so that it does not seem enough.
      "\(cityName(city)) (\(number(((city.coverage ?? 0) * 100).rounded(.down), 0)) %)"
    }.joined(separator: ", ")
    if !unknown.isEmpty {
      result +=
        isDutch
        ? " Niet genoemd en niet vergeleken, omdat van minder dan \(percent) % van de inwoners een waarde "
          + "bekend is: \(unknown)."
        : " Not told and not compared, since a value is known of less than \(percent) % of the inhabitants: "
          + "\(unknown)."
    }
    if let share = comparison.theil?.betweenShare {
      let between = number(share * 100, 0)
      result +=
        isDutch
        ? " Van de ongelijkheid ligt \(between) % tussen de steden, de rest erbinnen."
        : " Of the inequality \(between) % lies between the cities, the rest within them."
    }
    if comparison.hasUnequalUnits {
      result +=
        isDutch
        ? " De gebieden zijn in de ene stad veel groter dan in de andere: vergelijk met voorbehoud."
        : " Areas are much larger in one city than in another: compare with reserve."
    }
    return result
  }

  private func cityName(_ city: CityComparison.City) -> String {
    names[city.gemeentecode] ?? city.gemeentecode
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    var bytes: [UInt8] = []
    bytes.append(rounded: value, decimals: decimals)
    let text = String(decoding: bytes, as: UTF8.self)
    return language == .nl ? text.replacing(".", with: ",") : text
  }
}
