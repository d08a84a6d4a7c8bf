/// Where a person was last registered, no finer than the wijk.
enum LinkPlace: Hashable, Comparable, Sendable {
  /// A wijk, with its gemeente.
  case wijk(String)
  /// A gemeente of which the wijk is not known.
  case gemeente(String)
  /// Registered in 's-Gravenhage for want of an address.
  ///
  /// Persons who belong to the Dutch population and have no fixed address are registered there (CBS,
  /// Toelichting Wijk- en Buurtkaart, § 5.2). Among the people of that city they would make it look
  /// unlike all others.
  case withoutFixedAddress
  /// Not known.
  case unknown

  /// The gemeente that registers people without a fixed address.
  static let registering = "GM0518"

  /// Reads `WK059901`, `GM0599`, `BU05990110` (of which the buurt is cut off), without prefix too when
  /// its length tells what it is.
  init(code text: String) {
    let letters = text.uppercased().filter { $0.isLetter || $0.isNumber }
    let hasPrefix = ["WK", "GM", "BU"].contains { letters.hasPrefix($0) }
    let code = hasPrefix ? String(letters.dropFirst(2)) : letters
    let isGemeente = code.prefix(4).utf8.allSatisfy { $0 &- 0x30 < 10 }
    guard code.allSatisfy(\.isASCII), isGemeente else {
      self = .unknown
      return
    }
    switch code.count {
    case 4: self = .gemeente("GM" + code)
    case 6, 8: self = .wijk("WK" + code.prefix(6))
    default: self = .unknown
    }
  }

  /// The code of the gemeente, when it is known.
  var gemeente: String? {
    switch self {
    case .wijk(let code): "GM" + code.dropFirst(2).prefix(4)
    case .gemeente(let code): code
    case .withoutFixedAddress, .unknown: nil
    }
  }
}
