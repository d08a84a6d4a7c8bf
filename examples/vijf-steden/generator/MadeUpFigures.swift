// Made-up figures per buurt, for columns that the sample has not: so that all indices of the example can be seen.

/// A column of which the numbers lie between two ends, along a smooth surface of its own with some chance.
struct MadeUpColumn {
  /// What the number is a part of, when it counts something.
  enum Base {
    case none
    case inhabitants
    case dwellings
    case voters
  }

  let name: String
  let low: Double
  let high: Double
  let decimals: Int
  var base = Base.none

  /// As the columns are called in the catalogue.
  static let all = [
    MadeUpColumn(name: "percentage_leegstand_woningen", low: 0.5, high: 9, decimals: 0),
    MadeUpColumn(
      name: "perc_huurwoningen_in_bezit_overige_verhuurders", low: 3, high: 45, decimals: 0),
    MadeUpColumn(name: "percentage_woningen_met_eigendom_onbekend", low: 0, high: 4, decimals: 0),
    MadeUpColumn(name: "woningvoorraad", low: 0.4, high: 0.55, decimals: 0, base: .inhabitants),
    MadeUpColumn(
      name: "niet_woningvoorraad", low: 0.02, high: 0.3, decimals: 0, base: .dwellings),
    MadeUpColumn(
      name: "oprit_hoofdverkeersweg_gemiddelde_afstand_in_km", low: 0.4, high: 4.5, decimals: 1),
    MadeUpColumn(name: "cafe_gemiddeld_aantal_binnen_1_km", low: 0, high: 24, decimals: 1),
    MadeUpColumn(name: "cafetaria_gemiddeld_aantal_binnen_1_km", low: 1, high: 30, decimals: 1),
    MadeUpColumn(name: "hotel_gemiddeld_aantal_binnen_5_km", low: 0, high: 40, decimals: 1),
    MadeUpColumn(
      name: "aantal_bedrijven_handel_en_horeca", low: 0.01, high: 0.06, decimals: 0,
      base: .inhabitants),
    MadeUpColumn(
      name: "aantal_bedrijven_cultuur_recreatie_overige", low: 0.01, high: 0.05, decimals: 0,
      base: .inhabitants),
    MadeUpColumn(
      name: "aantal_bedrijven_financieel_onroerend_goed", low: 0.005, high: 0.03, decimals: 0,
      base: .inhabitants),
    MadeUpColumn(name: "leefbaarometer_sociale_samenhang", low: 3, high: 9, decimals: 0),
    MadeUpColumn(name: "ernstig_eenzaam_percentage", low: 6, high: 22, decimals: 1),
    MadeUpColumn(name: "mist_emotionele_steun_percentage", low: 5, high: 20, decimals: 1),
    MadeUpColumn(name: "vrijwilligerswerk_percentage", low: 14, high: 42, decimals: 1),
    MadeUpColumn(
      name: "kiesgerechtigden", low: 0.7, high: 0.85, decimals: 0, base: .inhabitants),
    MadeUpColumn(name: "toegelaten_kiezers", low: 0.35, high: 0.7, decimals: 0, base: .voters),
    MadeUpColumn(
      name: "kinderdagverblijf_gemiddelde_afstand_in_km", low: 0.2, high: 1.6, decimals: 1),
    MadeUpColumn(name: "bibliotheek_gemiddelde_afstand_in_km", low: 0.4, high: 3.5, decimals: 1),
    MadeUpColumn(name: "afstand_tot_sportterrein", low: 0.3, high: 2.5, decimals: 1),
    MadeUpColumn(name: "theater_gemiddelde_afstand_in_km", low: 0.5, high: 5, decimals: 1),
  ]
}

/// A row per buurt in the order of the sample, cities one after another.
func figures(_ cities: [City], seed: UInt64) -> [UInt8] {
  var lines = Lines()
  lines.text("buurtcode")
  for column in MadeUpColumn.all {
    lines.cell()
    lines.text(column.name)
  }
  lines.end()
  for city in cities {
    for buurt in city.buurten {
      var random = SplitMix64(seed: seed, purpose: "figures \(buurt.code)")
      var known: [String: Double] = [:]
      lines.text(buurt.code)
      for column in MadeUpColumn.all {
        let field = SmoothField(seed: hash("\(seed) \(column.name) \(city.code)"))
        let place = centre(buurt)
        let height = min(max((field.value(place.x, place.y) - 0.3) / 2.2, 0), 1)
        let share = column.low + (column.high - column.low) * (0.75 * height + 0.25 * random.unit())
        let base: Double =
          switch column.base {
          case .none: 1
          case .inhabitants: buurt.inhabitants
          case .dwellings: known["woningvoorraad"] ?? 0
          case .voters: known["kiesgerechtigden"] ?? 0
          }
        let scale = [1.0, 10, 100, 1_000][column.decimals]
        let number = (share * base * scale).rounded()
        known[column.name] = number / scale
        lines.cell()
        lines.decimal(Int(number), decimals: column.decimals)
      }
      lines.end()
    }
  }
  return lines.bytes
}

extension Lines {
  /// A number in `1 / 10^decimals`.
  fileprivate mutating func decimal(_ number: Int, decimals: Int) {
    let digits = String(number.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    text((number < 0 ? "-" : "") + padded.dropLast(decimals))
    if decimals > 0 { text("." + padded.suffix(decimals)) }
  }
}
