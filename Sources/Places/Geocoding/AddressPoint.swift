internal import Addresses
internal import CSV
public import Registers

/// One address of a register as the columns `gevonden_postcode` and `gevonden_huisnummer` name it.
///
/// A number alone, and an address there without letter and addition, are one point.
public struct AddressPoint: Hashable, Comparable, Sendable {
  /// The key in the register.
  public var key: Int { Int(storedKey) }
  /// The address within the key, when it has a letter or addition; otherwise -1.
  public var address: Int { Int(storedAddress) }

  // Many are counted at a time, so they are small.
  private let storedKey: UInt32
  private let storedAddress: Int32

  /// Key and address in one word.
  var word: UInt64 { UInt64(storedKey) << 32 | UInt64(UInt32(bitPattern: storedAddress)) }

  /// The point of a key and of one of its addresses, if it is known which.
  public init(key: Int, address: Int?, in register: Register) {
    storedKey = UInt32(key)
    if let address, register.house(address, ofKey: key).hasSuffix {
      storedAddress = Int32(address)
    } else {
      storedAddress = -1
    }
  }

  /// In the order of the register: postcode, number, letter, addition.
  public static func < (left: AddressPoint, right: AddressPoint) -> Bool {
    (left.key, left.address) < (right.key, right.address)
  }

  /// Finds the address that a row of a list names, strictly: nothing is repaired.
  /// - Parameters:
  ///   - postcode: four digits and two letters, a space between or not.
  ///   - number: the house number, with its letter and addition behind it.
  /// - Throws: the fault of the row.
  init(postcode: String, number: String, in register: Register) throws(UserListError.Fault) {
    guard let match = postcode.trimmed.wholeMatch(of: /([1-9][0-9]{3}) ?([A-Za-z])([A-Za-z])/),
      let digits = Int(match.output.1), let first = Self.letter(match.output.2),
      let second = Self.letter(match.output.3),
      let postcode = Postcode(digits: digits, first: first, second: second)
    else { throw .postcode }
    var parsed = ParsedAddress()
    let bytes = Array(number.trimmed.utf8)
    var fields = AddressFields()
    fields.number = 0..<bytes.count
    AddressParser().read(bytes.span, fields, into: &parsed)
    let houses = parsed.readings.filter { $0.kind == .asWritten && $0.number >= 0 }
      .map { parsed.numbers[Int($0.number)] }
    guard number.trimmed.first?.isNumber == true, !houses.isEmpty else { throw .number }
    for agreements in [[HouseNumber.Agreement.same], [.lettersGlued], [.equivalent]] {
      for house in houses {
        guard let key = register.key(postcode, number: house.number) else { continue }
        if !house.hasSuffix {
          self.init(key: key, address: nil, in: register)
          return
        }
        let address = register.addresses(ofKey: key).first {
          agreements.contains(house.agreement(with: register.house($0, ofKey: key)))
        }
        if let address {
          self.init(key: key, address: address, in: register)
          return
        }
      }
    }
    throw .addressUnknown
  }

  private static func letter(_ text: Substring) -> Int? {
    text.uppercased().utf8.first.map { Int($0) - 65 }
  }

  /// The buurt in which the point lies.
  func area(in register: Register) -> RegisteredArea {
    if address >= 0 { return register.area(ofAddress: address) }
    let area = register.area(ofKey: key)
    // An address without letter and addition decides, where it is one of several.
    if area == .several,
      let plain = register.addresses(ofKey: key)
        .first(where: { !register.house($0, ofKey: key).hasSuffix })
    {
      return register.area(ofAddress: plain)
    }
    return area
  }
}
