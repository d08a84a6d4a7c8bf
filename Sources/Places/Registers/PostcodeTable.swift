internal import Addresses
internal import Bytes

/// The postcodes of a register: which occur, and for each where its keys begin and the place from which
/// those are measured. What belongs together lies in one line of the processor's cache.
struct PostcodeTable: Sendable {
  /// For every 64 postcodes of the grammar a word with a bit for each that occurs, and how many occur
  /// before them.
  private let bits: MappedColumn<UInt64>
  /// For each postcode its first key, its value, and x and y of its base; then one for the keys
  /// without postcode and one for the end.
  private let records: MappedColumn<UInt32>

  /// How many postcodes occur.
  let count: Int

  init(bits: MappedColumn<UInt64>, records: MappedColumn<UInt32>) {
    self.bits = bits
    self.records = records
    count = max(records.count / Self.width - 2, 0)
  }

  /// The numbers of a record.
  static let width = 4

  /// The place of a postcode among those that occur; -1 for others.
  func ordinal(of postcode: UInt32) -> Int {
    let place = Int(postcode / 64) * 2
    let word = bits[place]
    let bit: UInt64 = 1 << UInt64(postcode % 64)
    guard word & bit != 0 else { return -1 }
    return Int(bits[place + 1]) + (word & (bit - 1)).nonzeroBitCount
  }

  /// The keys of a postcode; that behind the last has those without postcode.
  func keys(_ ordinal: Int) -> Range<Int> {
    Int(records[ordinal * Self.width])..<Int(records[(ordinal + 1) * Self.width])
  }

  /// The postcode at a place; nil behind the last.
  func postcode(_ ordinal: Int) -> Postcode? {
    ordinal < count ? Postcode(rawValue: records[ordinal * Self.width + 1]) : nil
  }

  /// The place in metres from which those of a postcode's keys are measured.
  func base(_ ordinal: Int) -> (x: Int32, y: Int32) {
    let place = ordinal * Self.width
    return (Int32(bitPattern: records[place + 2]), Int32(bitPattern: records[place + 3]))
  }
}
