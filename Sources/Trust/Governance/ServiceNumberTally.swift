/// Counts the numbers of 8 or 9 digits among values, and those that pass the 11-test of citizen service
/// numbers.
struct ServiceNumberTally {
  /// The numbers with 8 or 9 digits.
  private(set) var count = 0
  /// Those that pass the 11-test.
  private(set) var passing = 0
  /// The runs of so many digits, also within codes, and those that pass.
  private var runs = 0
  private var passingRuns = 0

  /// Whether so many pass that it is no chance: ten numbers, and nine in ten. One in eleven codes does. Either of
  /// those that stand by themselves, or of all, such as `P-190748333` and two numbers in a cell.
  var areServiceNumbers: Bool {
    count >= 10 && passing * 10 >= count * 9 || runs >= 10 && passingRuns * 10 >= runs * 9
  }

  /// Adds a value that is such a number, or those that stand by themselves among its words, whatever stands
  /// before them.
  mutating func add(_ value: String) {
    if let digits = WrittenNumber.serviceDigits(value) {
      add(digits)
      count(run: digits)
      return
    }
    for run in WrittenNumber.serviceRuns(value) { count(run: run) }
    // A number goes on where a letter, a digit, or a point or hyphen before a digit is.
    var digits: [UInt8] = []
    var isCode = false
    var isBehindMark = false
    for byte in value.utf8 {
      switch byte {
      case 0x30...0x39:
        if isBehindMark, !digits.isEmpty { isCode = true }
        digits.append(byte - 0x30)
        isBehindMark = false
      case 0x2C, 0x2D, 0x2E, 0x2F: isBehindMark = true
      case _ where PersonalData.isLetter(byte) || byte >= 0x80 || byte == 0x5F:
        isCode = true
        isBehindMark = false
      default:
        if !isCode { add(digits) }
        digits = []
        isCode = false
        isBehindMark = false
      }
    }
    if !isCode { add(digits) }
  }

  private mutating func count(run digits: [UInt8]) {
    runs += 1
    if PersonalData.passesElevenTest(digits) { passingRuns += 1 }
  }

  private mutating func add(_ digits: [UInt8]) {
    guard digits.count == 8 || digits.count == 9 else { return }
    count += 1
    if PersonalData.passesElevenTest(digits) { passing += 1 }
  }
}
