public import CSV
public import Registers

/// The user's list of addresses at which records do not belong to their buurt, and what to do.
public struct SpecialAddresses: Sendable {
  private let points: [AddressPoint: SpecialPoint]

  /// How many there are.
  public var count: Int { points.count }

  /// Reads a list with the columns `postcode`, `huisnummer`, `wat` and perhaps `naam`; the first two
  /// may also be called `gevonden_postcode` and `gevonden_huisnummer`.
  /// - Throws: ``UserListError``, `CSVError`.
  public init(_ file: CSVFile, register: Register) throws {
    let list = try UserList(file)
    let found = (
      list.column("postcode", "gevondenpostcode"), list.column("huisnummer", "gevondenhuisnummer"),
      list.column("wat")
    )
    guard case (let postcode?, let number?, let action?) = found else {
      throw list.missing(["postcode": found.0, "huisnummer": found.1, "wat": found.2])
    }
    let name = list.column("naam")
    var points: [AddressPoint: SpecialPoint] = [:]
    try list.forEachRow { row, records, record in
      func text(_ column: Int) -> String { records.text(record, column).trimmed }
      do throws(UserListError.Fault) {
        let place = try AddressPoint(postcode: text(postcode), number: text(number), in: register)
        let point = try SpecialPoint(text(action), name: name.map(text) ?? "", row: row)
        if let earlier = points[place] { throw .repeats(row: earlier.row) }
        points[place] = point
      } catch {
        throw list.fault(error, row)
      }
    }
    self.points = points
  }

  /// The special point of an address; nil when it is none.
  func point(at place: AddressPoint) -> SpecialPoint? { points[place] }
}
