internal import Areas
internal import Cartography
public import Comparison
internal import GeoJSON
internal import Indicators
public import Patterns
internal import Provenance

/// The share of inhabitants in hot spots by city, for one question about a pattern of a study.
public struct HotspotReport: Sendable {
  private let answer: PatternAnswer
  private let shares: HotspotShares
  private let document: MapDocument

  /// Takes the shares that follow from an answer about hot spots.
  public init(_ answer: PatternAnswer, shares: HotspotShares, document: MapDocument) {
    self.answer = answer
    self.shares = shares
    self.document = document
  }

  var sentence: String { sentence(document.language) }

  var fact: ProvenanceRecord.Fact {
    func real(_ number: Double?) -> ProvenanceRecord.Fact {
      .scalar(number.map { .number(($0 * 1e6).rounded() / 1e6) } ?? .null)
    }
    let cities = shares.cities.map { city in
      ProvenanceRecord.Fact.facts([
        ("gemeentecode", .scalar(.text(city.gemeentecode))),
        ("inhabitants", real(city.inhabitants)), ("hot", real(city.hot)),
        ("cold", real(city.cold)),
      ])
    }
    return .facts([
      ("pattern", .scalar(.text(answer.question.id))),
      ("indicator", .scalar(.text(answer.subject.id))),
      ("level", .scalar(.text(answer.level.rawValue))),
      ("compared_within_gemeenten", .scalar(.bool(answer.whole == nil))),
      ("cities", .list(cities)),
      (
        "sentence",
        .facts([
          ("nl", .scalar(.text(sentence(.nl)))), ("en", .scalar(.text(sentence(.en)))),
        ])
      ),
    ])
  }

  private func sentence(_ language: Language) -> String {
    let isDutch = language == .nl
    let cities = shares.cities.map { city in
      let name =
        document.areas.gemeenten.first { $0.code == city.gemeentecode }?.name
        ?? city.gemeentecode
      guard let hot = city.hot else {
        return name + (isDutch ? " niet getoetst" : " not tested")
      }
      return name + " " + ProfileTexts.number(hot * 100, 0, language) + " %"
    }.joined(separator: "; ")
    let subject = isDutch ? answer.subject.name.nl : answer.subject.name.en
    let scope =
      answer.whole != nil
      ? (isDutch ? "vergeleken over alle gemeenten" : "compared over all gemeenten")
      : (isDutch ? "vergeleken binnen elke gemeente" : "compared within each gemeente")
    return isDutch
      ? "Inwoners in hotspots van \(subject), \(scope): \(cities)."
      : "Inhabitants in hot spots of \(subject), \(scope): \(cities)."
  }
}
