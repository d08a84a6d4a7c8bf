internal import Addresses
internal import Areas
internal import Bytes
internal import CSV
internal import Geometry
internal import Matching
internal import Registers

/// What is written behind a record whose address was looked for.
struct AddressText: Sendable {
  private let register: Register
  private let delimiter: UInt8
  /// For each buurt its three codes with delimiters.
  private var areas: [UInt8] = []
  private let areaWidth: Int
  /// Whether the column `bijzonder_punt` is written.
  private let hasSpecialPoints: Bool
  private let dialect: CSVDialect

  init(register: Register, dialect: CSVDialect, hasSpecialPoints: Bool) {
    self.register = register
    self.dialect = dialect
    self.hasSpecialPoints = hasSpecialPoints
    delimiter = dialect.delimiter
    // BU03630000;WK036300;GM0363; is as long for every buurt.
    areaWidth = 10 + 8 + 6 + 3
    areas.reserveCapacity(areaWidth * register.buurtcodes.count)
    for code in register.buurtcodes {
      let digits = code.utf8.dropFirst(2)
      areas.append(delimiter)
      areas.append(contentsOf: code.utf8)
      areas.append(delimiter)
      areas.append(contentsOf: "WK".utf8)
      areas.append(contentsOf: digits.prefix(6))
      areas.append(delimiter)
      areas.append(contentsOf: "GM".utf8)
      areas.append(contentsOf: digits.prefix(4))
    }
  }

  /// Appends the columns and the end of the line.
  ///
  /// A record at a special point keeps what was found, but not its buurt.
  func append(
    _ found: AddressFinder.Found, verdict: AddressVerdict, to bytes: inout [UInt8]
  ) {
    guard let match = found.match else {
      bytes.append(contentsOf: [UInt8](repeating: delimiter, count: 8))
      bytes.append(contentsOf: MatchLevel.none.rawValue.utf8)
      bytes.append(contentsOf: [UInt8](repeating: delimiter, count: 3))
      bytes.append(contentsOf: AddressVerdict.none.rawValue.utf8)
      bytes.append(delimiter)
      appendReason(MatchReason.ragged.rawValue, nil, to: &bytes)
      return
    }
    let special = found.special
    appendAreas(match.buurt, special, to: &bytes)
    appendPlace(match, to: &bytes)
    appendQuality(match, special: special, verdict, to: &bytes)
  }

  /// Appends how the address was found.
  private func appendQuality(
    _ match: AddressMatch, special: SpecialPoint?, _ verdict: AddressVerdict,
    to bytes: inout [UInt8]
  ) {
    bytes.append(delimiter)
    let level = special?.level ?? match.level
    bytes.append(contentsOf: level.rawValue.utf8)
    bytes.append(delimiter)
    if level != .none { bytes.append(contentsOf: match.agreement.bytes) }
    bytes.append(delimiter)
    if verdict != .none { bytes.append(fixed: match.probability, decimals: 4) }
    bytes.append(delimiter)
    bytes.append(contentsOf: verdict.rawValue.utf8)
    bytes.append(delimiter)
    appendReason(
      special?.action.reason.rawValue
        ?? match.reason(isCertain: verdict != .doubtful).rawValue, special, to: &bytes)
  }

  /// What stands behind the place of every record that was found like this one.
  func ending(_ match: AddressMatch, threshold: Double) -> PlainRows.Ending {
    var bytes: [UInt8] = []
    let kind = AddressFinder.Found(match: match).kind(threshold: threshold)
    appendQuality(match, special: nil, kind.verdict, to: &bytes)
    return PlainRows.Ending(text: bytes, kind: kind)
  }

  /// Appends the areas and the place of a lookup whose postcode and number are as the record has them.
  func append(
    _ lookup: NumberLookup, postcode: Span<UInt8>, number: Span<UInt8>, to bytes: inout [UInt8]
  ) {
    let end = (lookup.buurt + 1) * areaWidth
    bytes.append(copying: areas.span.extracting((end - areaWidth)..<end))
    var text = BackwardText()
    text.put(number, isUpper: false)
    text.put(delimiter)
    text.put(postcode, isUpper: true)
    text.put(delimiter)
    if let position = lookup.position { text.put(quarters: position.y) }
    text.put(delimiter)
    if let position = lookup.position { text.put(quarters: position.x) }
    text.put(delimiter)
    text.append(to: &bytes)
  }

  private func appendPosition(_ position: Position?, to bytes: inout [UInt8]) {
    bytes.append(delimiter)
    if let position { bytes.append(fixed: position.x, decimals: 2) }
    bytes.append(delimiter)
    if let position { bytes.append(fixed: position.y, decimals: 2) }
  }

  private func appendAreas(_ buurt: Int?, _ special: SpecialPoint?, to bytes: inout [UInt8]) {
    guard let buurt, special == nil || special?.action == .municipalityOnly else {
      bytes.append(contentsOf: [delimiter, delimiter, delimiter])
      return
    }
    let end = (buurt + 1) * areaWidth
    guard special == nil else {
      // The delimiter and code of the gemeente stand last.
      bytes.append(contentsOf: [delimiter, delimiter])
      bytes.append(contentsOf: areas[(end - 7)..<end])
      return
    }
    bytes.append(contentsOf: areas[(end - areaWidth)..<end])
  }

  private func appendReason(_ reason: String, _ special: SpecialPoint?, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: reason.utf8)
    if hasSpecialPoints {
      bytes.append(delimiter)
      if let special { bytes.append(field: special.name, dialect: dialect) }
    }
    bytes.append(0x0A)
  }

  private func appendPlace(_ match: AddressMatch, to bytes: inout [UInt8]) {
    appendPosition(match.position, to: &bytes)
    bytes.append(delimiter)
    guard let key = match.key else {
      bytes.append(delimiter)
      return
    }
    Self.append(key: key, address: match.address, register, delimiter: delimiter, to: &bytes)
  }

  /// Appends the postcode, a delimiter, and the number with its letter and addition.
  static func append(
    key: Int, address: Int?, _ register: Register, delimiter: UInt8, to bytes: inout [UInt8]
  ) {
    register.postcode(ofKey: key)?.append(to: &bytes)
    bytes.append(delimiter)
    bytes.append(fixed: Double(register.number(ofKey: key)), decimals: 0)
    if let address {
      let house = register.house(address, ofKey: key)
      if house.letter != 0 { bytes.append(house.letter) }
      if !house.addition.isEmpty {
        bytes.append(UInt8(ascii: "-"))
        for index in 0..<house.addition.count { bytes.append(house.addition[index]) }
      }
    }
  }
}
