internal import Areas
internal import Cartography
internal import Disclosure
internal import GeoJSON
internal import Indicators
public import Patterns
public import Provenance
internal import Tabulation

/// What was asked, tested and found, as facts: `patronen.json`, and in short in provenance.
public struct PatternReport: Sendable {
  /// The name of the file.
  static let name = "patronen.json"
  private typealias Facts = [(name: String, fact: ProvenanceRecord.Fact)]
  private let answers: [PatternAnswer]
  private let document: MapDocument

  /// Takes the answers of a study.
  public init(_ answers: [PatternAnswer], document: MapDocument) {
    self.answers = answers
    self.document = document
  }

  /// The facts of each answer for provenance: how it was tested, and how often.
  public var facts: [ProvenanceRecord.Fact] {
    answers.map { answer in
      let comparisons = parts(answer).map {
        ProvenanceRecord.Fact.facts(Self.test($0, of: answer))
      }
      return .facts(method(answer) + [(name: "comparisons", fact: .list(comparisons))])
    }
  }

  /// The file: with names of what was left out, and sentences in both languages.
  var json: [UInt8] {
    let marks: Facts = document.marks(
      isSynthetic: answers.contains(where: \.subject.isSynthetic)
    ).map { mark in
      switch mark.value {
      case .text(let text): (name: mark.name, fact: .scalar(.text(text)))
      case .flag: (name: mark.name, fact: .scalar(.bool(true)))
      }
    }
    var patterns: [ProvenanceRecord.Fact] = []
    for answer in answers {
      let question = answer.question.text
      var facts: Facts = [(name: "question", fact: Self.texts(nl: question.nl, en: question.en))]
      facts += method(answer)
      let comparisons = parts(answer).map {
        ProvenanceRecord.Fact.facts(comparison($0, of: answer))
      }
      facts.append((name: "comparisons", fact: .list(comparisons)))
      patterns.append(.facts(facts))
    }
    var facts: Facts = [
      ("study", .scalar(.text(document.title))),
      ("peildatum", .scalar(.text(document.peildatum))),
      ("edition", .scalar(.text(document.areas.edition.description))),
    ]
    facts += marks
    let stamps = document.stamps.map { ProvenanceRecord.Fact.scalar(.text($0)) }
    facts.append((name: "stamps", fact: .list(stamps)))
    facts.append((name: "patterns", fact: .list(patterns)))
    return ProvenanceRecord.json(of: facts)
  }

  // MARK: Facts

  private func parts(_ answer: PatternAnswer) -> [PatternPart] {
    [answer.whole, answer.perCity].flatMap { $0?.parts ?? [] }
  }

  private func method(_ answer: PatternAnswer) -> Facts {
    let question = answer.question
    var facts: Facts = [
      ("id", .scalar(.text(question.id))),
      ("statistic", .scalar(.text(question.statistic.rawValue))),
      ("subject", .scalar(.text(answer.subject.id))),
      ("level", .scalar(.text(answer.level.rawValue))),
      ("scope", .scalar(.text(question.scope.rawValue))),
    ]
    if let conversion = answer.subject.conversion {
      facts += [
        ("converted_from", .scalar(.text(conversion.origin))),
        (
          "grades",
          .facts(
            ColumnConversion.Grade.allCases.map { grade in
              (grade.word, .scalar(.integer(Int64(conversion.grades.count { $0 == grade }))))
            })
        ),
      ]
    }
    if let periods = answer.subject.periods {
      facts += [
        ("first_period", .scalar(.text(periods.first))),
        ("last_period", .scalar(.text(periods.last))),
        ("periods", .scalar(.integer(Int64(periods.count)))),
        ("seasons", .scalar(.integer(Int64(periods.seasons)))),
      ]
    } else {
      facts += [
        ("weights", .scalar(.text(question.neighbours.text))),
        (
          "style", .scalar(.text(question.statistic == .lisa ? "W" : "B, own area included"))
        ),
        ("islands", .scalar(.text("leave-out"))),
        ("permutations", .scalar(.integer(Int64(question.permutations)))),
        ("seed", .scalar(.text("\(question.seed)"))),
      ]
    }
    return facts + [
      ("alternative", .scalar(.text("two-sided"))), ("correction", .scalar(.text("BH"))),
      ("significance", .scalar(.number(question.significance))),
    ]
  }

  private static func test(
    _ part: PatternPart, of answer: PatternAnswer
  ) -> Facts {
    func number(_ number: Int) -> ProvenanceRecord.Fact { .scalar(.integer(Int64(number))) }
    func real(_ real: Double?) -> ProvenanceRecord.Fact {
      .scalar(real.map { JSONScalar.number(($0 * 1e6).rounded() / 1e6) } ?? .null)
    }
    var facts: Facts = [
      ("gemeentecode", .scalar(part.gemeentecode.map { JSONScalar.text($0) } ?? .null)),
      ("areas", number(part.areaCount)), ("tests", number(part.testCount)),
    ]
    for status in [IndicatorValue.Status.suppressed, .noData, .fewData] {
      facts.append((name: status.rawValue, fact: number(part.leftOut[status]?.count ?? 0)))
    }
    if answer.question.statistic != .trend {
      facts.append((name: "islands", fact: number(part.islands.count)))
      facts.append((name: "links", fact: number(part.linkCount)))
      facts.append((name: "components", fact: number(part.componentCount)))
      var moran = ProvenanceRecord.Fact.scalar(.null)
      if let clustering = part.clustering {
        moran = .facts([
          ("i", real(clustering.moran)), ("expected", real(clustering.expected)),
          ("z", real(clustering.z)), ("p", real(clustering.p)),
          ("permutations", number(clustering.permutations)),
        ])
      }
      facts.append((name: "moran", fact: moran))
    }
    facts.append((name: "largest_significant_p", fact: real(part.cut)))
    var labels: Facts = []
    for label in PatternLabel.allCases {
      if let count = part.labelCounts[label] {
        labels.append((name: label.rawValue, fact: number(count)))
      }
    }
    facts.append((name: "labels", fact: .facts(labels)))
    return facts
  }

  private func comparison(
    _ part: PatternPart, of answer: PatternAnswer
  ) -> Facts {
    let name = part.gemeentecode.map { code in
      document.areas.gemeenten.first { $0.code == code }?.name ?? code
    }
    func sentence(_ language: Language) -> String {
      PatternTexts(answer, language: language).sentence(part, gemeente: name)
    }
    func codes(_ codes: [String]) -> ProvenanceRecord.Fact {
      .list(codes.map { .scalar(.text($0)) })
    }
    var leftOut: Facts = []
    for status in [IndicatorValue.Status.suppressed, .noData, .fewData] {
      if let names = part.leftOut[status] {
        leftOut.append((name: status.rawValue, fact: codes(names)))
      }
    }
    if !part.islands.isEmpty { leftOut.append((name: "geen_buren", fact: codes(part.islands))) }
    var facts = Self.test(part, of: answer)
    facts.append((name: "left_out", fact: .facts(leftOut)))
    facts.append((name: "sentence", fact: Self.texts(nl: sentence(.nl), en: sentence(.en))))
    return facts
  }

  private static func texts(nl: String, en: String) -> ProvenanceRecord.Fact {
    .facts([("nl", .scalar(.text(nl))), ("en", .scalar(.text(en)))])
  }
}
