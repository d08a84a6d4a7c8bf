internal import Cartography
internal import Indicators

extension Formula {
  /// The formula in one line for readers, who know no columns.
  func sentence(_ language: Language) -> String {
    text(
      language == .nl ? .nl : .en,
      Style(
        term: { $0.sentence(language) }, isEnclosed: false, divided: "÷",
        number: { language.number($0, decimals: 0) }))
  }
}

extension Term {
  /// What the term is, for readers.
  func sentence(_ language: Language) -> String {
    let isDutch = language == .nl
    func list(_ parts: [Term]) -> String {
      "(\(parts.map { $0.sentence(language) }.joined(separator: "; ")))"
    }
    return switch self {
    case .figure(let name): name.replacing("_", with: " ")
    case .records(let term): term.sentence(language)
    case .points(let term): term.sentence(language)
    case .indicator(let indicator): isDutch ? indicator.name.nl : indicator.name.en
    case .combined(.sum, let parts):
      "(\(parts.map { $0.sentence(language) }.joined(separator: " + ")))"
    case .combined(.mean, let parts):
      (isDutch ? "het gemiddelde van " : "the mean of ") + list(parts)
    case .combined(.minimum, let parts):
      (isDutch ? "het kleinste van " : "the smallest of ") + list(parts)
    case .combined(.entropy, let parts):
      (isDutch ? "de gelijkmatigheid van " : "the evenness of ") + list(parts)
    case .neighbours(let term, let weight):
      (isDutch ? "het gemiddelde in de gebieden ernaast van " : "the mean in adjoining areas of ")
        + term.sentence(language)
        + (weight.map {
          (isDutch ? ", gewogen met " : ", weighted by ") + $0.sentence(language)
        } ?? "")
    }
  }
}

extension RecordTerm {
  fileprivate func sentence(_ language: Language) -> String {
    let isDutch = language == .nl
    let name = records.replacing("_", with: " ")
    var text =
      switch (measure, isDutch) {
      case (.count, true): "aantal \(name)"
      case (.count, false): "number of \(name)"
      case (.distinct(let column), true): "aantal verschillende '\(column)' van \(name)"
      case (.distinct(let column), false): "number of different '\(column)' of \(name)"
      case (.sum(let column), true): "som van '\(column)' van \(name)"
      case (.sum(let column), false): "sum of '\(column)' of \(name)"
      }
    let conditions = among.map(\.sentence) + limits.map { $0.sentence(language) }
    if !conditions.isEmpty { text += " (\(conditions.joined(separator: "; ")))" }
    if let leastAtAddress {
      text +=
        isDutch
        ? " op een adres met ten minste \(leastAtAddress)"
        : " at an address with at least \(leastAtAddress)"
    }
    return text + period.sentence(language)
  }
}

extension RecordTerm.Among {
  /// The words; of economic activities the codes, which stand for all that begins so.
  fileprivate var sentence: String {
    isOfSectors
      ? "SBI " + words.map { $0.replacing("*", with: "") }.joined(separator: ", ")
      : words.joined(separator: ", ")
  }
}

extension RecordTerm.Limit {
  fileprivate func sentence(_ language: Language) -> String {
    func number(_ number: Double) -> String {
      language.number(number, decimals: number == number.rounded() ? 0 : 2)
    }
    let least = least.map { (language == .nl ? "vanaf " : "from ") + number($0) }
    let below = below.map { (language == .nl ? "onder " : "below ") + number($0) }
    return ([column] + [least, below].compactMap(\.self)).joined(separator: " ")
  }
}

extension RecordTerm.Period {
  fileprivate func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.any, _): ""
    case (.active, .nl): " op de peildatum"
    case (.active, .en): " on the reference date"
    case (.changed(let months), .nl): ", begonnen of beëindigd in \(months) maanden"
    case (.changed(let months), .en): ", begun or ended in \(months) months"
    case (.begun(let months), .nl): ", begonnen in \(months) maanden"
    case (.begun(let months), .en): ", begun in \(months) months"
    case (.ended(let months), .nl): ", beëindigd in \(months) maanden"
    case (.ended(let months), .en): ", ended in \(months) months"
    case (.dated(let months), .nl): " in \(months) maanden"
    case (.dated(let months), .en): " in \(months) months"
    }
  }
}

extension PointTerm {
  fileprivate func sentence(_ language: Language) -> String {
    let isDutch = language == .nl
    let name = records.replacing("_", with: " ")
    var text =
      switch (measure, isDutch) {
      case (.nearest, true): "kilometers tot het dichtstbijzijnde punt van \(name)"
      case (.nearest, false): "kilometres to the nearest point of \(name)"
      case (.within(let metres), true): "aantal \(name) binnen \(metres) meter"
      case (.within(let metres), false): "number of \(name) within \(metres) metres"
      }
    if !among.isEmpty { text += " (\(among.map(\.sentence).joined(separator: "; ")))" }
    return text + (months.map { RecordTerm.Period.dated(months: $0).sentence(language) } ?? "")
  }
}
