internal import Addresses
internal import Bytes
internal import CSV
internal import Geometry

/// Makes addresses of the rows of a CSV file.
struct AddressRows {
  private let ends: [Int]
  private let statuses: [Int]
  // Places of columns, looked up once: a row asks for each.
  private let postcode: Int?
  private let number: Int?
  private let letter: Int?
  private let addition: Int?
  private let buurtcode: Int?
  private let nummeraanduiding: Int?
  private let object: Int?
  private let pand: Int?
  private let first: Int?
  private let second: Int?
  private let hasPosition: Bool
  private let width: Int
  private let usesDegrees: Bool
  private let takesComma: Bool
  private var street = NameField()
  private var shortStreet = NameField()
  private var place = NameField()
  private var gemeente = NameField()
  private var lastStatus: [UInt8] = []
  private var lastStatusEnded = false

  init(columns: AddressColumns, width: Int, dialect: CSVDialect) {
    ends = columns.ends
    statuses = columns.statuses
    postcode = columns[.postcode]
    number = columns[.number]
    letter = columns[.letter]
    addition = columns[.addition]
    buurtcode = columns[.buurtcode]
    nummeraanduiding = columns[.nummeraanduiding]
    object = columns[.object]
    pand = columns[.pand]
    hasPosition = columns.hasPosition
    usesDegrees = !(columns[.x] != nil && columns[.y] != nil) && columns.hasPosition
    first = columns[usesDegrees ? .longitude : .x]
    second = columns[usesDegrees ? .latitude : .y]
    self.width = width
    takesComma = dialect != .comma
    street.column = columns[.street]
    shortStreet.column = columns[.shortStreet]
    place.column = columns[.place]
    // In the tables of CBS this column is the code of the gemeente.
    gemeente.column = columns.isPostcodeTable ? nil : columns[.gemeente]
  }

  /// What the positions are in.
  var system: ReferenceSystem { usesDegrees ? .wgs84 : .rdNew }

  /// Why a row gives no address.
  struct Refusal: Error {
    let reason: RegisterSkipReason
    init(_ reason: RegisterSkipReason) { self.reason = reason }
  }

  /// The address of a row.
  mutating func entry(
    _ records: CSVRecords, _ row: Int
  ) throws(Refusal) -> RegisterEntry {
    guard records.fieldCount(row) == width, !records.isUnclosed(row) else {
      throw Refusal(.raggedRow)
    }
    let bytes = records.bytes.span
    if try hasEnded(records, row) { throw Refusal(.ended) }

    var postcode: Postcode?
    let written = field(self.postcode, records, row)
    if !written.isEmpty {
      postcode = AddressText.postcode(bytes, written)
      guard postcode != nil else { throw Refusal(.postcodeUnreadable) }
    }
    guard
      let house = AddressText.house(
        bytes, number: field(number, records, row), letter: field(letter, records, row),
        addition: field(addition, records, row))
    else { throw Refusal(.numberUnreadable) }
    var entry = RegisterEntry(postcode: postcode, house: house)
    entry.street = street.text(records, row)
    guard postcode != nil || !entry.street.isEmpty else { throw Refusal(.noPostcodeAndNoStreet) }
    entry.shortStreet = shortStreet.text(records, row)
    entry.place = place.text(records, row)
    entry.gemeente = gemeente.text(records, row)
    entry.position = try position(records, row)
    if buurtcode != nil {
      let code = AddressText.buurtcode(bytes, field(buurtcode, records, row))
      guard code != nil || entry.position != nil else { throw Refusal(.buurtcodeUnreadable) }
      entry.buurtcode = code ?? ""
    }
    entry.nummeraanduiding = identifier(nummeraanduiding, records, row)
    entry.object = identifier(object, records, row)
    entry.pand = identifier(pand, records, row)
    return entry
  }

  /// Where the field of a column stands, without blanks around it; empty without the column.
  @inline(__always)
  private func field(
    _ place: Int?, _ records: CSVRecords, _ row: Int
  ) -> Range<Int> {
    guard let place else { return 0..<0 }
    return AddressText.trimmed(records.bytes.span, records.range(row, place))
  }

  private func identifier(
    _ column: Int?, _ records: CSVRecords, _ row: Int
  ) -> BagIdentifier? {
    guard column != nil else { return nil }
    return AddressText.identifier(records.bytes.span, field(column, records, row))
  }

  private func position(_ records: CSVRecords, _ row: Int) throws(Refusal) -> Position? {
    guard hasPosition else { return nil }
    let x = field(first, records, row)
    let y = field(second, records, row)
    if x.isEmpty, y.isEmpty { return nil }
    guard let x = decimal(records, x), let y = decimal(records, y) else {
      throw Refusal(.positionUnreadable)
    }
    return Position(x: x, y: y)
  }

  private func decimal(_ records: CSVRecords, _ range: Range<Int>) -> Double? {
    let bytes = records.bytes.span.extracting(range)
    return DecimalNumber.parse(bytes)
      ?? (takesComma ? DecimalNumber.parse(bytes, comma: true) : nil)
  }

  private mutating func hasEnded(_ records: CSVRecords, _ row: Int) throws(Refusal) -> Bool {
    for column in ends where !field(column, records, row).isEmpty { return true }
    for column in statuses {
      let status = records.bytes[field(column, records, row)]
      if !status.elementsEqual(lastStatus) {
        lastStatus = Array(status)
        lastStatusEnded = AddressText.isEnded(status)
      }
      if lastStatusEnded { return true }
    }
    return false
  }
}

/// A column whose values repeat from row to row: the text of the row before is used again.
private struct NameField {
  var column: Int?
  private var bytes: [UInt8] = []
  private var value = ""

  init() {}

  mutating func text(_ records: CSVRecords, _ row: Int) -> String {
    guard let column else { return "" }
    let range = records.range(row, column)
    if range.isEmpty { return "" }
    let span = records.bytes.span
    if range.count == bytes.count {
      var index = 0
      let last = bytes.span
      while index < last.count, last[index] == span[range.lowerBound + index] { index += 1 }
      if index == last.count { return value }
    }
    bytes = Array(records.bytes[range])
    value = records.text(row, column).trimmed
    return value
  }
}
