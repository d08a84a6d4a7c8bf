// Writes the candidates of damaged addresses and how each agrees: what geocoding/fit.py fits on.
// Usage: candidates ROWS.csv TRUTH.csv REGISTER GEODATA > CANDIDATES.csv

import Wijkzicht

let arguments = CommandLine.arguments
guard arguments.count == 5 else {
  print("Usage: candidates ROWS.csv TRUTH.csv REGISTER GEODATA > CANDIDATES.csv")
  throw FileError.missing(path: "arguments")
}

/// Hands over the records of a file as values by column.
func forEachRecord(of path: String, _ body: ([String: String]) -> Void) throws {
  let file = try CSVFile(path: path)
  var chunks = file.chunks()
  while let chunk = try chunks.next() {
    let records = CSVRecords(chunk.bytes, dialect: file.dialect)
    for record in 0..<records.count {
      body(Dictionary(uniqueKeysWithValues: zip(file.header, records.texts(record))))
    }
  }
}

var truth: [String: (postcode: String, number: String, buurt: String)] = [:]
try forEachRecord(of: arguments[2]) {
  truth[$0["qid"]!] = ($0["postcode"]!, $0["huisnummer"]!, $0["buurtcode"]!)
}
let register = try Register(path: arguments[3])
let matcher = AddressMatcher(
  register: register, model: try MatchModelFile.read(folder: arguments[4]))
var scratch = MatchScratch()
print("qid;truth;same_buurt;buurt;c_base;c_postcode;c_street;c_place;c_suffix;c_reading")
try forEachRecord(of: arguments[1]) { row in
  let address = WrittenAddress(
    postcode: row["postcode"]!, street: row["straat"]!, number: row["huisnummer"]!,
    addition: row["toevoeging"]!, place: row["plaats"]!)
  _ = matcher.match(address, &scratch)
  guard let true_ = truth[row["qid"]!] else { return }
  for candidate in scratch.candidates {
    let isTrue =
      register.postcode(ofKey: candidate.key)?.text == true_.postcode
      && "\(register.number(ofKey: candidate.key))" == true_.number
    var area = register.area(ofKey: candidate.key)
    if candidate.address >= 0 { area = register.area(ofAddress: candidate.address) }
    var buurt = "?\(candidate.key)"
    if case .one(let place) = area { buurt = register.buurtcodes[place] }
    print(
      "\(row["qid"]!);\(isTrue ? 1 : 0);\(buurt == true_.buurt ? 1 : 0);\(buurt);all;"
        + "\(candidate.postcode);\(candidate.street);\(candidate.place);\(candidate.suffix);"
        + "\(candidate.kind)")
  }
}
