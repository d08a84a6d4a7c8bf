internal import Crosswalks

extension CrosswalkError {
  /// The file, empty when it is none, and what is to be said.
  var parts: (path: String, sentence: String) {
    switch self {
    case .csv: ("", "")
    case .missingColumn(let path, let column, let known):
      (
        path,
        "it is no crosswalk: there is no column '\(column)'. 'wijkzicht areas crosswalk' makes one. "
          + "Its columns: \(known.joined(separator: ", "))."
      )
    case .badRow(let path, let row):
      (
        path,
        "row \(row) is not understood. A row has van_niveau and naar_niveau, a code of one side at "
          + "least, and with both codes a share from 0 to 1."
      )
    case .twice(let path, let from, let to):
      (path, "the pair \(from), \(to) stands on two rows; take one out.")
    case .shares(let path, let code, let sum):
      (
        path,
        "the shares of \(code) add up to \(sum), not to 1: counts would be lost or doubled. Make the "
          + "crosswalk again."
      )
    case .mixed(let path): (path, "its rows are of several years or levels; use a file for each.")
    case .noCommonAddress:
      (
        "",
        "no address lies in areas of both sides. Use addresses of the same region as the areas, of "
          + "years near to theirs; or leave --addresses out to divide by surface."
      )
    case .noPositions:
      (
        "",
        "the addresses have no coordinates. Name BAG addresses, a register with coordinates, or two "
          + "pc6hnr tables."
      )
    }
  }
}
