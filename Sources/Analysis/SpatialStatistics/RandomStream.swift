/// A generator of random numbers with many independent sequences under one seed.
///
/// xoshiro256++ (Blackman and Vigna 2021, doi:10.1145/3460772), its state filled by SplitMix64
/// (Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195) from the seed and the numbers of the
/// sequence. The same on every machine; not for secrets.
package struct RandomStream: RandomNumberGenerator {
  private var a: UInt64
  private var b: UInt64
  private var c: UInt64
  private var d: UInt64

  package init(seed: UInt64, _ first: Int, _ second: Int = 0) {
    var state = seed
    func mixed() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
    state = mixed() ^ UInt64(truncatingIfNeeded: first)
    state = mixed() ^ UInt64(truncatingIfNeeded: second)
    a = mixed()
    b = mixed()
    c = mixed()
    d = mixed()
  }

  @inline(__always)
  package mutating func next() -> UInt64 {
    let sum = a &+ d
    let result = (sum << 23 | sum >> 41) &+ a
    let shifted = b << 17
    c ^= a
    d ^= b
    b ^= c
    a ^= d
    c ^= shifted
    d = d << 45 | d >> 19
    return result
  }

  /// A number from 0 up to but not including 1, in steps of 2⁻⁵³.
  @inline(__always)
  package mutating func uniform() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from 0 to below `limit`, each equally likely (Lemire 2019, doi:10.1145/3230636).
  @inline(__always)
  package mutating func next(below limit: Int) -> Int {
    let bound = UInt64(limit)
    var product = next().multipliedFullWidth(by: bound)
    if product.low < bound {
      let least = (0 &- bound) % bound
      while product.low < least { product = next().multipliedFullWidth(by: bound) }
    }
    return Int(product.high)
  }

  /// Puts elements in a random order, each order equally likely (Fisher and Yates).
  package mutating func shuffle<Element>(_ elements: inout [Element]) {
    var elements = elements.mutableSpan
    var rest = elements.count
    while rest > 1 {
      let chosen = next(below: rest)
      rest -= 1
      elements.swapAt(rest, chosen)
    }
  }
}
