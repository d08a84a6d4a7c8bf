import Addresses
import Geometry
import Matching
import Registers
import TestSupport
import Testing

/// A register of made-up addresses, and questions to it.
struct Town {
  let register: Register
  let matcher: AddressMatcher

  /// The model that the program uses.
  static func model() throws -> MatchModel {
    try MatchModel(text: try text(of: ModelFile.path))
  }

  /// A register of entries.
  init(_ entries: [RegisterEntry]) throws {
    let folder = try ScratchFolder()
    let path = folder.file("r.wzr")
    var builder = RegisterBuilder(path: path, locator: nil, edition: 2024, sources: ["made up"])
    try builder.add(entries)
    _ = try builder.finish()
    // It stays readable when its file is gone.
    register = try withExtendedLifetime(folder) { try Register(path: path) }
    matcher = AddressMatcher(register: register, model: try Self.model())
  }

  /// A register of lines `street|number|letter|addition|postcode|place|gemeente|buurt`; a range of
  /// numbers such as `2...8` stands for all of them.
  init(_ lines: String) throws {
    try self.init(lines.split(separator: "\n").flatMap { try Self.entries(String($0)) })
  }

  private static func entries(_ line: String) throws -> [RegisterEntry] {
    let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
    let bounds = parts[1].split(separator: ".").compactMap { UInt32($0) }
    return (bounds[0]...bounds[bounds.count - 1]).map { number in
      var entry = RegisterEntry(
        postcode: Postcode(text: parts[4]),
        house: HouseNumber(
          number, letter: parts[2].utf8.first ?? 0, addition: Addition(parts[3].utf8) ?? .none))
      entry.street = parts[0]
      entry.place = parts[5]
      entry.gemeente = parts[6]
      entry.buurtcode = parts[7]
      return entry
    }
  }

  /// The answer to one question.
  func ask(_ question: Question) -> Answer {
    var scratch = MatchScratch()
    return ask(question, &scratch)
  }

  /// The answer to one question, with memory that was used before.
  func ask(_ question: Question, _ scratch: inout MatchScratch) -> Answer {
    let (bytes, fields) = question.fields
    return Answer(matcher.match(bytes.span, fields, &scratch), in: register)
  }
}

/// A record with an address.
struct Question: CustomTestStringConvertible, Sendable {
  var street = ""
  var number = ""
  var addition = ""
  var postcode = ""
  var place = ""
  var identifier = ""
  var whole = ""

  var testDescription: String {
    [street, number, addition, postcode, place, identifier, whole].joined(separator: ";")
      .prefix(200).description
  }

  /// The bytes of all columns, and where each stands.
  var fields: (bytes: [UInt8], fields: AddressFields) {
    WrittenAddress(
      postcode: postcode, street: street, number: number, addition: addition, place: place,
      whole: whole, identifier: identifier
    ).record
  }
}

/// An answer in words.
struct Answer: Hashable, Sendable {
  /// `1011AB 12`, or `- 12` without postcode; empty without key.
  var key = ""
  /// Letter and addition of the address within the key, such as `A-2`.
  var suffix = ""
  var street = ""
  var place = ""
  /// The code of the buurt, empty without.
  var buurt = ""
  var level: MatchLevel
  var reason: AddressReason
  var agreement: String
  var probability: Double

  init(_ match: AddressMatch, in register: Register) {
    level = match.level
    reason = match.reason
    probability = match.probability
    agreement = String(decoding: match.agreement.bytes, as: UTF8.self)
    buurt = match.buurt.map { register.buurtcodes[$0] } ?? ""
    guard let key = match.key else { return }
    self.key = "\(register.postcode(ofKey: key)?.text ?? "-") \(register.number(ofKey: key))"
    if let street = register.street(ofKey: key) {
      self.street = register.written(register.name(ofStreet: street))
      place = register.written(place: register.place(ofStreet: street))
    }
    if let address = match.address {
      let house = register.house(address, ofKey: key)
      suffix =
        (house.letter == 0 ? "" : String(UnicodeScalar(house.letter)))
        + (house.addition.isEmpty ? "" : "-\(house.addition.text)")
    }
  }
}

extension Postcode {
  /// The postcode of a text such as `1011AB`; nil when it is none.
  init?(text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, let digits = Int(text.prefix(4)) else { return nil }
    self.init(digits: digits, first: Int(bytes[4]) - 65, second: Int(bytes[5]) - 65)
  }
}
