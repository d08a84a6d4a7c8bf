internal import Addresses
internal import Areas
public import CSV
internal import Geometry
public import Matching
internal import Registers

/// The user's own corrections of addresses, applied before anything is looked for.
///
/// A list with the address columns of the records and `juiste_postcode` with `juist_huisnummer`, or
/// `juiste_buurtcode`. A record is corrected when all its address fields are those of a row, blanks
/// around them and case ignored. What the user says is taken as certain: probability 1.
public struct AddressCorrections: Sendable {
  /// Where a corrected record belongs.
  private enum Target: Hashable {
    case point(AddressPoint)
    case buurt(Int)
  }

  private let matches: [String: AddressMatch]
  /// The address columns of the records, in a fixed order.
  private let columns: [Int]

  /// The number of different addresses that are corrected.
  public var count: Int { matches.count }

  /// Reads a list.
  ///
  /// Its address columns are those with the names that they have in the records or, where there is
  /// none, those that are found by their names as in any file.
  /// - Parameters:
  ///   - columns: the address columns of the records.
  ///   - header: the header of the records.
  /// - Throws: ``UserListError``, `CSVError`.
  public init(
    _ file: CSVFile, records columns: AddressColumns, header: [String], matcher: AddressMatcher
  ) throws {
    let list = try UserList(file)
    let roles = AddressColumns.Role.allCases.filter { columns.columns[$0] != nil }
    let byName = try? AddressColumns(header: list.header, sample: nil, dialect: file.dialect)
    var places: [Int] = []
    for role in roles {
      let name = header[columns.columns[role]!]
      guard let place = list.header.firstIndex(of: name) ?? byName?.columns[role] else {
        throw list.missing([name: nil])
      }
      places.append(place)
    }
    let postcode = list.column("juistepostcode")
    let number = list.column("juisthuisnummer")
    let code = list.column("juistebuurtcode")
    guard code != nil || postcode != nil && number != nil else {
      throw list.missing(["juiste_postcode with juist_huisnummer, or juiste_buurtcode": nil])
    }
    let register = matcher.register
    var rows: [String: (target: Target, row: Int)] = [:]
    try list.forEachRow { row, records, record in
      let key = Self.key(records, record, places)
      guard key.utf8.contains(where: { $0 != Self.separator }) else {
        throw list.fault(.noAddress, row)
      }
      func text(_ column: Int?) -> String { column.map { records.text(record, $0).trimmed } ?? "" }
      let target: Target
      do throws(UserListError.Fault) {
        target = try Self.target(
          postcode: text(postcode), number: text(number), code: text(code), register)
      } catch {
        throw list.fault(error, row)
      }
      if let earlier = rows[key] {
        guard earlier.target == target else {
          throw list.fault(.contradicts(row: earlier.row), row)
        }
      } else {
        rows[key] = (target, row)
      }
    }
    // A match is made by the matcher alone, so each begins as its answer to a record without address.
    var scratch = MatchScratch()
    let nothing = matcher.match([UInt8]().span, AddressFields(), &scratch)
    matches = rows.mapValues { Self.match($0.target, from: nothing, register) }
    self.columns = roles.map { columns.columns[$0]! }
  }

  private static func target(
    postcode: String, number: String, code: String, _ register: Register
  ) throws(UserListError.Fault) -> Target {
    let hasAddress = !postcode.isEmpty || !number.isEmpty
    guard hasAddress || !code.isEmpty else { throw .noTarget }
    guard !hasAddress || code.isEmpty else { throw .twoTargets }
    guard hasAddress else {
      guard let code = AreaCode.normalised(code, level: .buurt) else { throw .code }
      guard let buurt = register.buurtcodes.firstIndex(of: code) else { throw .buurtUnknown }
      return .buurt(buurt)
    }
    let point = try AddressPoint(postcode: postcode, number: number, in: register)
    switch point.area(in: register) {
    case .one: return .point(point)
    case .several: throw .severalAreas
    case .unknown: throw .addressWithoutArea
    }
  }

  private static func match(
    _ target: Target, from nothing: AddressMatch, _ register: Register
  ) -> AddressMatch {
    var match = nothing
    match.level = .correction
    match.probability = 1
    match.reason = .found
    switch target {
    case .buurt(let buurt): match.buurt = buurt
    case .point(let point):
      let address = point.address >= 0 ? point.address : nil
      match.key = point.key
      match.address = address
      if case .one(let buurt) = point.area(in: register) { match.buurt = buurt }
      match.position =
        address.flatMap { register.position(ofAddress: $0, key: point.key) }
        ?? register.position(ofKey: point.key)
    }
    return match
  }

  /// What the user says about a record; nil when nothing.
  func match(_ records: CSVRecords, _ record: Int) -> AddressMatch? {
    matches[Self.key(records, record, columns)]
  }

  private static let separator: UInt8 = 0x1F

  /// The address fields of a record as text to compare.
  private static func key(_ records: CSVRecords, _ record: Int, _ columns: [Int]) -> String {
    var key: [UInt8] = []
    for column in columns {
      let field = records.bytes[records.range(record, column)]
      if field.allSatisfy({ $0 < 0x80 && $0 != UInt8(ascii: "\"") }) {
        let start = key.count
        for byte in field where key.count > start || byte > 0x20 {
          key.append((65...90).contains(byte) ? byte | 0x20 : byte)
        }
        while key.count > start, key[key.count - 1] <= 0x20 { key.removeLast() }
      } else {
        key.append(contentsOf: records.text(record, column).trimmed.lowercased().utf8)
      }
      key.append(separator)
    }
    return String(decoding: key, as: UTF8.self)
  }
}
