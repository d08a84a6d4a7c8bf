extension LedgerEntry.Linkage {
  /// Why what is said now cannot stand beside what was said of the same register.
  public enum Conflict: Hashable, Sendable {
    /// Years that were counted, and are now among others.
    case years(now: ClosedRange<Int>, then: ClosedRange<Int>)
    /// The same years over other areas.
    case areas(ClosedRange<Int>)
    /// The same years by another rule.
    case rule(ClosedRange<Int>)
    /// Another table of untraceable persons for the same years.
    case persons(ClosedRange<Int>)
    /// Another table of a scheme for the same years.
    case scheme(String, ClosedRange<Int>)
  }

  /// Whether both counted the same register of the untraceable: one with the same controller, or the same file or
  /// the same persons by their code, whoever is said to be its controller. Registers that are made up and of which nothing is claimed
  /// have no controller, and are one register too.
  public func isOfSameRegister(as other: Self) -> Bool {
    guard let own = registers.first, let earlier = other.registers.first else { return false }
    if own.controller.map(Self.folded) == earlier.controller.map(Self.folded) { return true }
    return isOfSameFile(as: other) == true || isOfSamePersons(as: other)
  }

  /// Whether the persons in the register of the untraceable are the same, as far as a key lets that be seen.
  private func isOfSamePersons(as other: Self) -> Bool {
    guard let key = keyID, key == other.keyID, let own = registers.first?.persons else {
      return false
    }
    return own == other.registers.first?.persons
  }

  /// Whether the register of the untraceable is the same file; nil where no key, or another one, lets that be seen.
  public func isOfSameFile(as other: Self) -> Bool? {
    guard let key = keyID, key == other.keyID, let own = registers.first?.hmac,
      let earlier = other.registers.first?.hmac
    else { return nil }
    return own == earlier
  }

  /// Why this cannot be said after an earlier linkage of the same register; nil when it can.
  ///
  /// Periods without a year in common count other things, and are protected each by itself, as within one linkage.
  /// Of the same period the same must be said again, so that all that is said of it is said of one set of counts,
  /// protected at once; schemes may be added, since those of a linkage are protected one by one with the same
  /// table of persons. Any other period tells of sums or differences that nobody looked at.
  public func conflict(with earlier: Self) -> Conflict? {
    for own in periods {
      guard let years = own.years else { continue }
      for other in earlier.periods {
        guard let then = other.years, then.overlaps(years) else { continue }
        guard then == years else { return .years(now: years, then: then) }
        guard areas == earlier.areas else { return .areas(years) }
        guard rule == earlier.rule else { return .rule(years) }
        guard own.persons == other.persons else { return .persons(years) }
        for (name, table) in own.schemes.sorted(by: { $0.key < $1.key }) {
          let told = other.schemes.filter { Self.folded($0.key) == Self.folded(name) }
          guard told.isEmpty || told.values.contains(table) else { return .scheme(name, years) }
        }
      }
    }
    return nil
  }

  /// A name without what differs between two ways to write it.
  private static func folded(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
