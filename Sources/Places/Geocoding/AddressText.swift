internal import Addresses
internal import Areas
internal import Bytes
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

  init(register: Register, delimiter: UInt8) {
    self.register = register
    self.delimiter = delimiter
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
  func append(
    _ match: AddressMatch?, threshold: Double, to bytes: inout [UInt8]
  ) -> AddressVerdict {
    guard let match else {
      bytes.append(contentsOf: [UInt8](repeating: delimiter, count: 8))
      bytes.append(contentsOf: MatchLevel.none.rawValue.utf8)
      bytes.append(contentsOf: [UInt8](repeating: delimiter, count: 3))
      bytes.append(contentsOf: AddressVerdict.none.rawValue.utf8)
      bytes.append(delimiter)
      bytes.append(contentsOf: MatchReason.ragged.rawValue.utf8)
      bytes.append(0x0A)
      return .none
    }
    if let buurt = match.buurt {
      bytes.append(contentsOf: areas[(buurt * areaWidth)..<((buurt + 1) * areaWidth)])
    } else {
      bytes.append(contentsOf: [delimiter, delimiter, delimiter])
    }
    appendPlace(match, to: &bytes)
    bytes.append(delimiter)
    bytes.append(contentsOf: match.level.rawValue.utf8)
    bytes.append(delimiter)
    if match.level != .none { bytes.append(contentsOf: match.agreement.bytes) }
    bytes.append(delimiter)
    let verdict: AddressVerdict =
      match.buurt == nil ? .none : match.probability >= threshold ? .certain : .doubtful
    if match.buurt != nil { bytes.append(fixed: match.probability, decimals: 4) }
    bytes.append(delimiter)
    bytes.append(contentsOf: verdict.rawValue.utf8)
    bytes.append(delimiter)
    bytes.append(contentsOf: match.reason.rawValue.utf8)
    bytes.append(0x0A)
    return verdict
  }

  private func appendPlace(_ match: AddressMatch, to bytes: inout [UInt8]) {
    bytes.append(delimiter)
    if let position = match.position { bytes.append(fixed: position.x, decimals: 2) }
    bytes.append(delimiter)
    if let position = match.position { bytes.append(fixed: position.y, decimals: 2) }
    bytes.append(delimiter)
    guard let key = match.key else {
      bytes.append(delimiter)
      return
    }
    register.postcode(ofKey: key)?.append(to: &bytes)
    bytes.append(delimiter)
    bytes.append(contentsOf: "\(register.number(ofKey: key))".utf8)
    if let address = match.address {
      let house = register.house(address, ofKey: key)
      if house.letter != 0 { bytes.append(house.letter) }
      if !house.addition.isEmpty {
        bytes.append(UInt8(ascii: "-"))
        for index in 0..<house.addition.count { bytes.append(house.addition[index]) }
      }
    }
  }
}
