internal import Cartography
internal import Comparison

/// Types of units in plain words.
struct TypeTexts {
  let types: UnitTypes
  let language: Language

  private var isDutch: Bool { language == .nl }

  /// The letter of a type.
  static func letter(_ kind: Int) -> String {
    String(UnicodeScalar(UInt8(ascii: "A") + UInt8(kind)))
  }

  /// What sets a type apart.
  func marks(_ kind: Int) -> String {
    ProfileTexts(layers: types.profiles.layers, language: language).marks(
      types.kinds[kind].marks, scores: types.kinds[kind].scores)
  }

  /// The line of a type in the legend.
  func legend(_ kind: Int) -> String { "\(Self.letter(kind)) \u{B7} \(marks(kind))" }

  /// What was found, a sentence for the whole and one for each type.
  var sentences: [String] {
    switch types.refusal {
    case .fewUnits?:
      return [
        isDutch
          ? "Typen: minder dan \(UnitTypes.leastUnits) eenheden met genoeg waarden."
          : "Types: fewer than \(UnitTypes.leastUnits) units with enough values."
      ]
    case .fewIndicators?:
      return [
        isDutch
          ? "Typen: minder dan twee indicatoren op dit niveau die verschillen."
          : "Types: fewer than two indicators at this level that vary."
      ]
    case .constant?:
      return [isDutch ? "Typen: alles is overal gelijk." : "Types: everything is the same."]
    case nil: break
    }
    let silhouette = types.silhouette ?? 0
    var whole =
      isDutch
      ? "Typen: \(types.kinds.count), gemiddeld silhouet \(number(silhouette, 2))."
      : "Types: \(types.kinds.count), mean silhouette \(number(silhouette, 2))."
    if silhouette < UnitTypes.fairSilhouette {
      whole +=
        isDutch
        ? " Zij lopen in elkaar over: een beschrijving, geen scherpe indeling."
        : " They run into each other: a description, no sharp division."
    }
    return [whole]
      + types.kinds.indices.map { place in
        let kind = types.kinds[place]
        let units = language.number(Double(kind.unitCount), decimals: 0)
        let inhabitants = language.number(kind.inhabitants, decimals: 0)
        var text =
          isDutch
          ? "Type \(legend(place)) (\(units) \(kind.unitCount == 1 ? "eenheid" : "eenheden"), \(inhabitants) inwoners"
          : "Type \(legend(place)) (\(units) \(kind.unitCount == 1 ? "unit" : "units"), \(inhabitants) inhabitants"
        if let stability = kind.stability {
          text += (isDutch ? "; stabiliteit " : "; stability ") + number(stability, 2)
          if stability < ClusterStability.least {
            text += isDutch ? ", te laag om op te bouwen" : ", too low to build on"
          }
        }
        return text + ")."
      }
  }

  private func number(_ value: Double, _ decimals: Int) -> String {
    ProfileTexts.number(value, decimals, language)
  }
}
