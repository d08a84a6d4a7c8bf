public import Indicators
internal import Tables

extension IndexDefinition {
  /// What of its weight nobody has checked: members of which no real file with their columns was seen, and
  /// parts of resilience that a study claims for indicators of its own. Empty when there is neither.
  /// - Parameter without: members that take no part.
  public func standing(without: Set<String>, lineage: Lineage) -> [LocalizedText] {
    let weights = weightsBefore
    let taking = members.indices.filter {
      !without.contains(members[$0].indicator.id) && weights[$0] > 0
    }
    let total = taking.reduce(0) { $0 + weights[$1] }
    guard total > 0 else { return [] }
    func share(_ places: [Int]) -> LocalizedText {
      let count = "\(places.count)"
      let numbers = LocalizedText(
        nl: "\(count) van de \(counted(taking.count, "indicator", "indicatoren"))",
        en: "\(count) of \(counted(taking.count, "indicator"))")
      // Weights by principal components are not known beforehand.
      guard knownWeights != nil else { return numbers }
      let percent = Int((places.reduce(0) { $0 + weights[$1] } / total * 100 + 1e-9).rounded(.down))
      return LocalizedText(
        nl: "\(percent) % van het gewicht (\(numbers.nl))",
        en: "\(percent) % of the weight (\(numbers.en))")
    }
    var found: [LocalizedText] = []
    let unseen = taking.filter { members[$0].indicator.flags.contains(.unverified) }
    if !unseen.isEmpty {
      let share = share(unseen)
      found.append(
        LocalizedText(
          nl: """
            Ongeverifieerd: \(share.nl). Bij het maken van de catalogus was er geen echt bestand met deze \
            kolommen; vergelijk de cijfers met de bron.
            """,
          en: """
            Unverified: \(share.en). No real file with these columns was at hand when the catalogue was \
            made; compare the figures with the source.
            """))
    }
    let claims = taking.filter { lineage.isClaim(members[$0].indicator) }
    if isCalledResilience, !claims.isEmpty {
      let share = share(claims)
      let names = claims.map { members[$0].indicator.name }
      found.append(
        LocalizedText(
          nl: """
            Door de studie zelf tot cohesie, vertrouwen, meedoen of voorzieningen gerekend: \(share.nl), \
            \(names.map { "‘\($0.nl)’" }.joined(separator: ", ")).
            """,
          en: """
            Counted as cohesion, trust, participation or facilities by the study itself: \(share.en), \
            \(names.map { "‘\($0.en)’" }.joined(separator: ", ")).
            """))
    }
    return found
  }
}
