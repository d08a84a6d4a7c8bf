internal import Areas
internal import Quality

/// The elements of ISO 19157, and where something was found.
extension QualityTexts {
  var elementHeader: String { "element (ISO 19157-1:2023)" }

  /// The element that a check is about: in English as the standard calls it.
  func element(_ element: QualityElement) -> String {
    guard isDutch else { return element.rawValue }
    return switch element {
    case .commission: "volledigheid: te veel"
    case .omission: "volledigheid: ontbrekend"
    case .conceptualConsistency: "logische consistentie: conceptuele consistentie"
    case .topologicalConsistency: "logische consistentie: topologische consistentie"
    case .domainConsistency: "logische consistentie: domeinconsistentie"
    case .formatConsistency: "logische consistentie: formaatconsistentie"
    case .absoluteAccuracy: "positionele nauwkeurigheid: absolute of externe nauwkeurigheid"
    case .quantitativeAccuracy: "thematische nauwkeurigheid: kwantitatieve attributen"
    case .timeAccuracy: "temporele kwaliteit: nauwkeurigheid van tijdmeting"
    case .temporalConsistency: "temporele kwaliteit: temporele consistentie"
    case .temporalValidity: "temporele kwaliteit: temporele geldigheid"
    case .usability: "bruikbaarheid"
    }
  }

  /// The levels that something is about, such as `buurten → wijken`.
  func levels(_ finding: QualityFinding) -> String {
    finding.levels.map { word in
      AreaLevel.cbs.first { $0.rawValue == word }?.plural ?? word
    }.joined(separator: " → ")
  }

  /// In brackets the areas or rows that are faulty, the first ten, and how many more; empty when none is named.
  func named(_ finding: QualityFinding) -> String {
    let names =
      finding.rows.isEmpty ? Array(finding.namedAreas) : finding.namedRows.map { "\($0)" }
    guard let first = names.first else { return "" }
    let last =
      finding.unnamed == 0
      ? "" : (isDutch ? " en nog " : " and ") + counted(finding.unnamed) + (isDutch ? "" : " more")
    let before =
      finding.rows.isEmpty
      ? finding.levels.isEmpty ? "" : levels(finding) + ": "
      : noun(of: names.count + finding.unnamed) + " "
    return " (" + before + ([first] + names.dropFirst()).joined(separator: ", ") + last + ")"
  }

  private func noun(of rows: Int) -> String {
    isDutch ? (rows == 1 ? "rij" : "rijen") : (rows == 1 ? "row" : "rows")
  }
}
