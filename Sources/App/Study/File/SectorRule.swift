/// What a list of sectors may not be.
public enum SectorRule: Hashable, Sendable {
  /// Not a code of the classification.
  case notACode(String, classification: String)
  /// A group of the study's own without codes or label, or one of the catalogue with them.
  case ownGroup(String, isKnown: Bool, known: [String], nearest: String?)
  /// The group has no codes of the classification.
  case noCodes(group: String, classification: String)
  /// For everybody a group needs a rationale and a date.
  case noRationale(group: String, lacksDate: Bool)
  /// For everybody the codes that an indicator counts need a group with a rationale.
  case codesWithoutGroup(indicator: String, codes: [String], groups: [String])
  /// Records that say the code of their area have no address.
  case noAddress(records: String)
  /// An indicator asks for the shared addresses of records that have none.
  case noAddressOfIndicator(indicator: String, records: String)

  var sentence: String {
    switch self {
    case .notACode(let code, let classification):
      return """
        '\(code)' is no code of \(classification): write 2 to 5 digits, with or without dots, that begin as \
        a division and group of \(classification) do, as 56.30.
        """
    case .ownGroup(let id, let isKnown, let known, let nearest):
      if isKnown {
        return """
          '\(id)' is a group of the catalogue, which has its own label and codes. Leave 'label' and \
          'codes' out, or give a group of your own another id.
          """
      }
      let hint = nearest.map { " Did you mean '\($0)'?" } ?? ""
      return """
        there is no group of sectors '\(id)'.\(hint) Known: \(known.joined(separator: ", ")). A group of \
        your own has 'label' and 'codes'.
        """
    case .noCodes(let group, let classification):
      return """
        group '\(group)' has no codes of \(classification) yet: give a group of your own with 'label' and \
        'codes', or use another 'classification'.
        """
    case .noRationale(let group, let lacksDate):
      return """
        group '\(group)' has no \(lacksDate ? "'date'" : "'rationale'") here. A list of sectors stands for \
        people who work there: for audience 'openbaar' the study says of every group why it is used, and \
        when that was decided, as {id: \(group), rationale: …, date: 2024-12-31}.
        """
    case .codesWithoutGroup(let indicator, let codes, let groups):
      let remedy =
        groups.isEmpty
        ? "give a group of your own with these codes under 'sectors'"
        : "name under 'sectors' the groups \(groups.joined(separator: ", "))"
      return """
        indicator '\(indicator)' counts sectors (\(codes.joined(separator: ", "))). For audience \
        'openbaar' the study says why: \(remedy), each with 'rationale' and 'date'; 'measures: []' makes \
        no further maps of them.
        """
    case .noAddress(let records):
      return """
        '\(SectorSpecification.Measure.stacking.rawValue)' looks at which records share an address, and \
        records '\(records)' say the code of their area. Leave it out of 'measures', or place the records \
        by coordinates or address.
        """
    case .noAddressOfIndicator(let indicator, let records):
      return """
        indicator '\(indicator)' looks at which records share an address, and records '\(records)' say the \
        code of their area. Leave it out, or place the records by coordinates or address.
        """
    }
  }
}
