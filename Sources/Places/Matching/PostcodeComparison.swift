internal import Addresses

/// How postcodes differ.
enum PostcodeComparison {
  static func agreement(
    _ written: Postcode?, digits: Int, with other: Postcode?
  ) -> PostcodeAgreement {
    guard let other else { return .unregistered }
    guard let written else {
      if digits == 0 { return .absent }
      return digits == other.digits ? .sameDigits : .different
    }
    if written == other { return .same }
    let (one, two) = (written.letters, other.letters)
    if written.digits == other.digits {
      return one.first == two.first || one.second == two.second ? .oneLetter : .bothLetters
    }
    guard one == two else { return .different }
    var first = written.digits
    var second = other.digits
    var differing = 0
    var places: (low: Int, high: Int) = (0, 0)
    for place in 0..<4 {
      if first % 10 != second % 10 {
        if differing == 0 { places.low = place }
        places.high = place
        differing += 1
      }
      first /= 10
      second /= 10
    }
    if differing == 1 { return .oneDigit }
    guard differing == 2, places.high == places.low + 1 else { return .different }
    func digit(_ value: Int, _ place: Int) -> Int {
      var value = value
      for _ in 0..<place { value /= 10 }
      return value % 10
    }
    let isSwap =
      digit(written.digits, places.low) == digit(other.digits, places.high)
      && digit(written.digits, places.high) == digit(other.digits, places.low)
    return isSwap ? .swappedDigits : .different
  }
}

/// Postcodes that a slip of the pen makes of one: one letter else, one digit else, two neighbouring
/// digits swapped.
struct PostcodeVariants: Sequence, IteratorProtocol {
  private let postcode: Postcode
  private var step = 0

  init(_ postcode: Postcode) { self.postcode = postcode }

  mutating func next() -> Postcode? {
    while step < 52 + 40 + 3 {
      defer { step += 1 }
      let (first, second) = postcode.letters
      var variant: Postcode?
      if step < 26 {
        variant = Postcode(digits: postcode.digits, first: step, second: second)
      } else if step < 52 {
        variant = Postcode(digits: postcode.digits, first: first, second: step - 26)
      } else {
        var digits = [1000, 100, 10, 1].map { postcode.digits / $0 % 10 }
        if step < 92 {
          digits[(step - 52) / 10] = (step - 52) % 10
        } else {
          digits.swapAt(step - 92, step - 91)
        }
        variant = Postcode(
          digits: digits.reduce(0) { $0 * 10 + $1 }, first: first, second: second)
      }
      if let variant, variant != postcode { return variant }
    }
    return nil
  }
}
