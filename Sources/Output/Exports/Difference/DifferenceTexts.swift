internal import Comparison
internal import Tables

/// Changes between two runs in plain words.
struct DifferenceTexts {
  let isDutch: Bool

  func heading(
    peildata: (String, String), editions: (String, String), knowsFigures: Bool
  ) -> [String] {
    var lines = [
      isDutch
        ? "Van \(peildata.0) naar \(peildata.1)." : "From \(peildata.0) to \(peildata.1)."
    ]
    if editions.0 != editions.1 {
      lines.append(
        isDutch
          ? "Andere gebieden: editie \(editions.0) en \(editions.1). Wat met grenzen verschoof is niet van "
            + "cijfers te scheiden; zet de cijfers over op één editie om een reeks te maken."
          : "Other areas: editions \(editions.0) and \(editions.1). What moved with boundaries cannot be "
            + "told from figures; convert the figures to one edition to make a series.")
    }
    if !knowsFigures {
      lines.append(
        isDutch
          ? "Of records en andere bestanden die niet open zijn veranderden, is niet bekend: de resultaten "
            + "geven er geen hash van, of met een andere sleutel."
          : "Whether records and other files that are not open have changed is not known: the results tell "
            + "no hash of them, or by another key.")
    }
    return lines
  }

  func sentence(_ indicator: DifferenceReport.Indicator) -> String {
    let compared = indicator.count(.compared)
    var text = indicator.title + ": "
    text +=
      isDutch
      ? "in \(indicator.changed) van \(counted(compared, "gebied", "gebieden")) anders"
      : "different in \(indicator.changed) of \(counted(compared, "area"))"
    if indicator.withinRounding > 0 {
      text +=
        isDutch
        ? ", in \(indicator.withinRounding) daarvan niet meer dan afronding kan geven"
        : ", in \(indicator.withinRounding) of them no more than rounding can give"
    }
    text += "."
    let causes: [(String, (ChangeSplit) -> Double?)] = [
      (isDutch ? "cijfers" : "figures", { $0.figures }),
      (isDutch ? "grenzen" : "boundaries", { $0.boundaries }),
      (isDutch ? "methode" : "method", { $0.method }),
      (isDutch ? "cijfers of methode" : "figures or method", { $0.unsplit }),
    ]
    let found = causes.compactMap { cause in
      let areas = indicator.part(cause.1).areas
      return areas > 0 ? "\(cause.0) \(areas)" : nil
    }
    if !found.isEmpty {
      text += (isDutch ? " Door: " : " Because of: ") + found.joined(separator: ", ") + "."
    }
    let others: [(ChangeSplit.Kind, String, String)] = [
      (.newArea, "nieuw", "new"), (.goneArea, "verdwenen", "gone"),
      (.appeared, "nu met waarde", "now with a value"),
      (.vanished, "nu zonder waarde", "now without a value"),
    ]
    let counts = others.compactMap { kind, nl, en in
      indicator.count(kind) > 0 ? "\(indicator.count(kind)) \(isDutch ? nl : en)" : nil
    }
    if !counts.isEmpty {
      text += (isDutch ? " Gebieden: " : " Areas: ") + counts.joined(separator: ", ") + "."
    }
    if indicator.hasOtherClasses {
      text +=
        isDutch
        ? " De klassen verschillen: vergelijk geen kleuren."
        : " The classes differ: do not compare colours."
    }
    return text
  }

  func only(first: [String], second: [String]) -> [String] {
    (first.isEmpty
      ? []
      : [
        (isDutch ? "Alleen in de eerste: " : "Only in the first: ") + first.joined(separator: ", ")
          + "."
      ])
      + (second.isEmpty
        ? []
        : [
          (isDutch ? "Alleen in de tweede: " : "Only in the second: ")
            + second.joined(separator: ", ") + "."
        ])
  }
}
