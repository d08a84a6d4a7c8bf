internal import CSV
internal import Geocoding

extension UserListError {
  /// The path and the sentence.
  var parts: (String, String) {
    switch self {
    case .missingColumns(let path, let wanted, let known):
      (
        path,
        "a column is missing: \(wanted.joined(separator: ", ")) \(wanted.count == 1 ? "is" : "are") "
          + "needed. \(known.sentence)"
      )
    case .noRows(let path):
      (path, "the list has a header and no rows. Add a row, or leave the option out.")
    case .row(let path, let row, let fault):
      (path, "row \(row) below the header: \(fault.words)")
    }
  }
}

extension UserListError.Fault {
  fileprivate var words: String {
    switch self {
    case .ragged: "it has another number of fields than the header."
    case .noAddress: "all fields of the address that is to be corrected are empty."
    case .noTarget:
      "it does not say where the address belongs. Fill juiste_postcode and juist_huisnummer, or "
        + "juiste_buurtcode."
    case .twoTargets:
      "it gives an address and a buurtcode. Fill juiste_postcode and juist_huisnummer, or "
        + "juiste_buurtcode, not both."
    case .postcode: "the postcode is none; four digits and two letters are expected."
    case .number:
      "the house number is none; 1 to 99999 is expected, with its letter or addition behind it."
    case .addressUnknown:
      "the register has no such address. Letter and addition must be as in the register; "
        + "without them the number alone is meant."
    case .severalAreas:
      "addresses with this number lie in several buurten. Add the letter or addition, or give "
        + "juiste_buurtcode."
    case .addressWithoutArea:
      "the register does not tell the buurt of this address. Give juiste_buurtcode."
    case .code: "the code is none of a buurt; BU and eight characters are expected."
    case .buurtUnknown:
      "the register has no buurt with this code. Codes of the register's own edition are expected."
    case .contradicts(let row):
      "row \(row) says something else about the same address. Leave one out."
    case .repeats(let row): "row \(row) names the same point. Leave one of them out."
    case .coordinate: "x or y is no number; metres in RD New are expected."
    case .outsideNetherlands: "x and y do not lie in the Netherlands in RD New."
    case .radius:
      "straal is no distance in metres; 0 to \(Int(SpecialCoordinates.largestRadius)) is expected."
    case .action:
      "wat is unknown; it is one of "
        + SpecialPointAction.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .noName: "eigen_regel needs a name in the column naam."
    }
  }
}
