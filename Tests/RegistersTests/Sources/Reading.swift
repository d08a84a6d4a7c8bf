import Addresses
import Registers

/// What a source gives.
struct Reading {
  var format: RegisterSource.Format
  var year: Int?
  var entries: [RegisterEntry] = []
  var counts = RegisterSourceCounts()

  init(_ path: String) throws {
    let source = try RegisterSource.open(path)
    format = source.format
    year = source.year
    var all: [RegisterEntry] = []
    counts = try source.read { all += $0 }
    entries = all
  }
}

/// A row of text for comparing: postcode, number, letter, addition, street, place, buurt.
func line(_ entry: RegisterEntry) -> String {
  let house = entry.house
  let letter = house.letter == 0 ? "" : String(Unicode.Scalar(house.letter))
  return [
    entry.postcode?.text ?? "", "\(house.number)", letter, house.addition.text, entry.street,
    entry.place, entry.buurtcode,
  ].joined(separator: ";")
}
