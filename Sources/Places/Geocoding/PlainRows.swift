internal import Addresses
internal import CSV
internal import Matching
internal import Registers

/// The records of a chunk that hold a postcode and a number and nothing else to look at, found together.
///
/// What is written for them is what is written for each alone: only the order of the work differs.
struct PlainRows {
  /// How many records are looked up together: what they need stays in the first cache.
  static let blockSize = 256

  private let matcher: AddressMatcher
  private let postcode: Int
  private let number: Int
  /// Columns that must be empty.
  private let others: [Int]
  private var first = 0
  private var lookups: [NumberLookup] = []
  /// The kind and the text behind the place, for an address with a row of its own and without.
  private var endings: [Ending?] = [nil, nil]

  struct Ending {
    var text: [UInt8]
    var kind: AddressCounts.Kind
  }

  /// Nil when the columns or the register ask for more than postcodes and numbers.
  init?(_ columns: AddressColumns, matcher: AddressMatcher) {
    guard columns.needsNumbersOnly, matcher.register.tier == .numbers,
      let postcode = columns.columns[.postcode], let number = columns.columns[.number]
    else { return nil }
    self.matcher = matcher
    self.postcode = postcode
    self.number = number
    others = columns.columns.values.filter { $0 != postcode && $0 != number }.sorted()
  }

  /// Looks up the next block.
  mutating func find(_ records: CSVRecords, from start: Int, lastColumn: Int) {
    first = start
    lookups.removeAll(keepingCapacity: true)
    let bytes = records.bytes.span
    for record in start..<min(start + Self.blockSize, records.count) {
      guard records.fieldCount(record) > lastColumn,
        others.allSatisfy({ records.range(record, $0).isEmpty }),
        let plain = PlainNumber(
          bytes, postcode: records.range(record, postcode), number: records.range(record, number))
      else {
        lookups.append(NumberLookup())
        continue
      }
      lookups.append(NumberLookup(plain.postcode, number: plain.number))
    }
    NumberLookup.find(&lookups, in: matcher.register)
  }

  /// What is found for a record of the block; nil when it must be looked at by itself.
  func match(_ record: Int) -> AddressMatch? { matcher.match(lookups[record - first]) }

  /// Appends the columns of a record of the block and the end of its line; nil when it must be looked
  /// at by itself.
  mutating func append(
    _ record: Int, _ records: CSVRecords, _ text: AddressText, threshold: Double,
    to bytes: inout [UInt8]
  ) -> AddressCounts.Kind? {
    let lookup = lookups[record - first]
    guard lookup.key != nil else { return nil }
    let place = lookup.address == nil ? 0 : 1
    if endings[place] == nil {
      guard let match = matcher.match(lookup) else { return nil }
      endings[place] = text.ending(match, threshold: threshold)
    }
    let source = records.bytes.span
    text.append(
      lookup, postcode: source.extracting(records.range(record, postcode)),
      number: source.extracting(records.range(record, number)), to: &bytes)
    bytes.append(contentsOf: endings[place]!.text)
    return endings[place]!.kind
  }
}
