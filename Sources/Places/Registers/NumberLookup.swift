public import Addresses
internal import Bytes
public import Geometry

/// A postcode and a house number without letter or addition, looked up together with others.
public struct NumberLookup: Sendable {
  /// What is looked for; nothing when it is `UInt32.max`.
  private var postcode = UInt32.max
  private var number: UInt32 = 0
  private var ordinal = -1
  private var range = 0..<0
  private var middle: UInt64 = 0
  private var storedKey: Int32 = -1
  private var storedAddress: Int32 = -1
  private var storedBuurt: UInt32 = 0
  private var relative = KeySections.noPosition

  /// The place in RD New, to a quarter of a metre; nil when it is not known.
  public private(set) var position: Position?

  /// Nothing to look for, and nothing found.
  public init() {}

  /// A postcode and number to look for.
  public init(_ postcode: Postcode, number: UInt32) {
    self.postcode = postcode.rawValue
    self.number = number
  }

  /// The key; nil when the register does not hold the number, or when it has several answers.
  public var key: Int? { storedKey < 0 ? nil : Int(storedKey) }
  /// The address within the key, when others stand beside it.
  public var address: Int? { storedAddress < 0 ? nil : Int(storedAddress) }
  /// The buurt by its place in ``Register/buurtcodes``.
  public var buurt: Int { Int(storedBuurt) }

  /// Looks for all.
  ///
  /// Found are numbers that stand for one address without letter and addition, in one known buurt; what
  /// else there is, is left to ``Register/key(_:number:)``.
  ///
  /// Memory is asked for in steps, each for all, so that one does not wait for the answer to another.
  /// - Complexity: a few reads of memory each; use a few hundred at a time.
  public static func find(_ lookups: inout [NumberLookup], in register: Register) {
    findPostcodes(&lookups, register.postcodes)
    findRanges(&lookups, register.postcodes, register.keys)
    findKeys(&lookups, register.keys)
    findPlaces(&lookups, register)
    for index in lookups.indices where lookups[index].storedKey >= 0 {
      lookups[index].position = register.position(
        lookups[index].relative, base: lookups[index].ordinal)
    }
  }

  private static func findPostcodes(
    _ lookups: inout [NumberLookup], _ postcodes: PostcodeTable
  ) {
    for index in lookups.indices {
      lookups[index].storedKey = -1
      lookups[index].ordinal = -1
      guard lookups[index].postcode < UInt32(Postcode.count) else { continue }
      lookups[index].ordinal = postcodes.ordinal(of: lookups[index].postcode)
    }
  }

  private static func findRanges(
    _ lookups: inout [NumberLookup], _ postcodes: PostcodeTable, _ keys: MappedColumn<UInt64>
  ) {
    for index in lookups.indices where lookups[index].ordinal >= 0 {
      let range = postcodes.keys(lookups[index].ordinal)
      lookups[index].range = range
      lookups[index].middle = keys[(range.lowerBound + range.upperBound) / 2]
    }
  }

  private static func findKeys(_ lookups: inout [NumberLookup], _ keys: MappedColumn<UInt64>) {
    for index in lookups.indices where lookups[index].ordinal >= 0 {
      let number = lookups[index].number
      guard number <= KeyWord.largestNumber else { continue }
      let wanted = KeyWord.first(number)
      let range = lookups[index].range
      let middle = (range.lowerBound + range.upperBound) / 2
      let isAbove = lookups[index].middle < wanted
      var low = isAbove ? middle + 1 : range.lowerBound
      var count = (isAbove ? range.upperBound : middle) - low
      while count > 0 {
        let half = count / 2
        let isBelow = keys[low + half] < wanted
        low = isBelow ? low + half + 1 : low
        count = isBelow ? count - half - 1 : half
      }
      guard low < range.upperBound, KeyWord.number(keys[low]) == number else { continue }
      lookups[index].storedKey = Int32(truncatingIfNeeded: low)
      lookups[index].storedBuurt = KeyWord.buurt(keys[low])
      lookups[index].relative = KeyWord.position(keys[low])
    }
  }

  private static func findPlaces(_ lookups: inout [NumberLookup], _ register: Register) {
    for index in lookups.indices where lookups[index].storedKey >= 0 {
      let key = Int(lookups[index].storedKey)
      lookups[index].storedAddress = -1
      let addresses = register.addresses(ofKey: key)
      if let first = addresses.first {
        let isOnly = addresses.count == 1 || register.addressTexts[first + 1] != 0
        guard register.addressTexts[first] == 0, isOnly else {
          lookups[index].storedKey = -1
          continue
        }
        lookups[index].storedAddress = Int32(truncatingIfNeeded: first)
        lookups[index].storedBuurt = UInt32(register.addressBuurten[first])
        let own = register.addressPositions[first]
        if own != KeySections.noPosition { lookups[index].relative = own }
      }
      if lookups[index].storedBuurt >= KeyWord.several { lookups[index].storedKey = -1 }
    }
  }
}
