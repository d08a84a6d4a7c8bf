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
    forbidden + withoutEnd + notAudited + report.barriers(rule: countRule) + ownBarriers
  }

  /// That nothing makes anybody look at the study again.
  private var withoutEnd: [Barrier] {
    guard study.lacksLastDay else { return [] }
    return [
      Barrier.found(
        .organisational, "",
        nl: "De studie heeft geen einddatum: niet gezegd is tot wanneer de uitkomsten geldig zijn.",
        en: "The study has no last day: nothing says until when the results are valid.",
        remedy: (
          "Noem de laatste dag onder 'expires'.", "Name the last day under 'expires'."
        ))
    ]
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
    let uses = GovernanceChecks.uses(of: plan)
    let wider: [Audience] =
      switch study.audience {
      case .intern: [.partners, .openbaar]
      case .partners: [.openbaar]
      case .openbaar: []
      }
    return wider.flatMap { audience in
      geodata.rules.broken(by: uses, audience: audience.rawValue).map { rule, data in
        Barrier(
          .legal, subject: data.joined(separator: ", "),
          text: LocalizedText(
            nl: "Voor \(audience.words(.nl)) niet zo te tonen. \(rule.sentence(.nl))",
            en: "Not to be shown so to \(audience.words(.en)). \(rule.sentence(.en))"),
          remedy: LocalizedText(
            nl: "Neem een hoger niveau of laat de gegevens weg.",
            en: "Take a higher level or leave the data out."),
          isFound: true)
      }
    }
  }
}
