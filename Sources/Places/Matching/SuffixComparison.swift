internal import Addresses
internal import Registers

/// How letter and addition agree with the addresses of a key.
enum SuffixComparison {
  /// The agreement, and the address that is meant; -1 when none or several are.
  static func agreement(
    _ house: HouseNumber, key: Int, register: Register
  ) -> (agreement: SuffixAgreement, address: Int) {
    // A register of postcodes and numbers alone tells nothing of what stands behind the number.
    guard register.hasAdditions else { return (.neither, -1) }
    let addresses = register.addresses(ofKey: key)
    let isBare = house.letter == 0 && house.addition.isEmpty
    if addresses.isEmpty { return (isBare ? .neither : .extra, -1) }
    var best = HouseNumber.Agreement.different
    var found = -1
    var count = 0
    for address in addresses {
      let agreement = house.agreement(with: register.house(address, ofKey: key))
      if agreement.rawValue < best.rawValue {
        best = agreement
        found = address
        count = 1
      } else if agreement == best {
        count += 1
      }
    }
    switch best {
    case .same: return (.same, count == 1 ? found : -1)
    case .equivalent: return (.equivalent, count == 1 ? found : -1)
    case .lettersGlued: return (.lettersGlued, count == 1 ? found : -1)
    case .missing: return (.missing, addresses.count == 1 ? found : -1)
    case .extra: return (.extra, -1)
    case .different: return (.different, -1)
    }
  }
}
