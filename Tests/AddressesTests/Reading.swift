import Addresses
import Testing

/// A record of which every column is given as text.
struct Record: CustomTestStringConvertible, Sendable {
  var street = ""
  var number = ""
  var letter = ""
  var addition = ""
  var postcode = ""
  var place = ""
  var identifier = ""
  var whole = ""

  var testDescription: String {
    [street, number, letter, addition, postcode, place, identifier, whole].joined(separator: ";")
  }

  /// The bytes of all columns one behind the other, and where each stands.
  var fields: (bytes: [UInt8], fields: AddressFields) {
    WrittenAddress(
      postcode: postcode, street: street, number: number, letter: letter, addition: addition,
      place: place, whole: whole, identifier: identifier
    ).record
  }

  /// What is read at first, or with all alternatives.
  func read(all: Bool = false) -> ParsedAddress {
    let (bytes, fields) = fields
    return readAddress(bytes, fields, all: all)
  }
}

/// What a parser reads.
func readAddress(_ bytes: [UInt8], _ fields: AddressFields, all: Bool) -> ParsedAddress {
  var address = ParsedAddress()
  AddressParser().read(bytes.span, fields, into: &address)
  if all { AddressParser().addAlternatives(bytes.span, fields, to: &address) }
  return address
}

extension ParsedAddress {
  /// Each reading as text: `hoofdstraat 12-A-2 amsterdam`, with `-` for what is missing.
  var texts: [String] {
    readings.map { reading in
      let street = reading.street < 0 ? "-" : streets[Int(reading.street)].plain.text
      let place = reading.place < 0 ? "-" : places[Int(reading.place)].text
      let number = reading.number < 0 ? "-" : numbers[Int(reading.number)].text
      return "\(street) \(number) \(place)"
    }
  }

  /// The readings with how they were read.
  var kinds: [String] { zip(texts, readings).map { "\($0) \($1.kind)" } }
}

extension HouseNumber {
  /// `12`, `12:A` with a letter, `12-2` with an addition, `12:A-2` with both.
  var text: String {
    "\(number)" + (letter == 0 ? "" : ":\(UnicodeScalar(letter))")
      + (addition.isEmpty ? "" : "-\(addition.text)")
  }
}
