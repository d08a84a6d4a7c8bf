internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Governance
internal import Indicators

extension StudyRun {
  /// All barriers of the study: those that the run came upon, what rules forbid to wider audiences, and
  /// those that somebody wrote down.
  func barriers(_ report: StudyReport) -> [Barrier] {
    forbidden + notAudited + report.barriers(rule: countRule) + ownBarriers
  }

  /// That nobody looks whether the results go together with where people come from.
  private var notAudited: [Barrier] {
    guard study.isWithoutAudit else { return [] }
    return [
      Barrier.found(
        .quality, "",
        nl: "Niet getoetst of uitkomsten samengaan met herkomst, nationaliteit of religie.",
        en: "Not tested whether results go together with origin, nationality or religion.",
        remedy: (
          "Noem aandelen per gebied onder 'audit'.", "Name shares per area under 'audit'."
        ))
    ]
  }

  /// What rules about data do not allow for wider audiences than that of the study: results for it are
  /// written, and these are not to be had.
  private var forbidden: [Barrier] {
    var problems: [StudyProblem] = []
    let plan = StudyPlan(study, geodata: geodata, sectors: sectors, problems: &problems)
    let uses = GovernanceChecks.uses(of: plan)
    let wider: [Audience] =
      switch study.audience {
      case .intern: [.partners, .openbaar]
      case .partners: [.openbaar]
      case .openbaar: []
      }
    return wider.flatMap { audience in
      geodata.rules.broken(by: uses, audience: audience.rawValue).map { rule, data in
        let below = (
          nl: rule.finest.map { "onder \($0)" } ?? "in het geheel",
          en: rule.finest.map { "below \($0)" } ?? "at all"
        )
        return Barrier(
          .legal, subject: data.joined(separator: ", "),
          text: LocalizedText(
            nl: "Voor \(audience.rawValue) niet \(below.nl), door regel \(rule.id): "
              + "\(rule.explanation.nl) (\(rule.article))",
            en: "Not \(below.en) for \(audience.words(.en)), by rule \(rule.id): "
              + "\(rule.explanation.en) (\(rule.article))"),
          remedy: LocalizedText(
            nl: "Neem een hoger niveau of laat de gegevens weg.",
            en: "Take a higher level or leave the data out."),
          isFound: true)
      }
    }
  }
}
