public import Areas

/// What the catalogue says of columns and records, for indicators that are made of them: whether they are
/// recorded crime, which remarks they bear, and what they are about.
public struct Lineage: Sendable {
  /// What a formula is about; what it is divided by is none of it, where the catalogue divides by that too.
  private enum Subject {
    case figure(String)
    case records(String)
    case indicator(Indicator)
  }

  private let aliases: ColumnAliases
  private let ids: Set<String>
  /// The indicators of the catalogue by what stands above their line.
  private var users: [Key: [Indicator]] = [:]
  /// What the catalogue divides by, weighs with or holds a minimum against.
  private var bases: Set<Key> = []
  /// Figures that an indicator of which a real file was seen looks at, and all that any looks at.
  private var seen: Set<String> = []
  private var known: Set<String> = []

  private enum Key: Hashable {
    case figure(String)
    case records(String)
  }

  /// Takes down what the indicators of a catalogue are made of.
  /// - Complexity: O(terms).
  public init(_ catalogue: [Indicator], aliases: ColumnAliases) {
    self.aliases = aliases
    ids = Set(catalogue.map(\.id))
    for indicator in catalogue {
      let formula = indicator.formula
      for term in formula.terms {
        guard case .figure(let name) = term else { continue }
        known.insert(aliases.canonical(name))
        if !indicator.flags.contains(.unverified) { seen.insert(aliases.canonical(name)) }
      }
      for key in keys(above: formula.numerator) { users[key, default: []].append(indicator) }
      // Nothing that recorded crime alone is divided by is free of it.
      guard !Self.isCrime(indicator) else { continue }
      let below = [formula.denominator, formula.base].compactMap(\.self)
      bases.formUnion((below + weights(formula.numerator)).flatMap(keys(above:)))
    }
  }

  // MARK: What is asked

  /// Whether an indicator is of the catalogue, and not a study's own.
  public func has(_ indicator: Indicator) -> Bool { ids.contains(indicator.id) }

  /// The column, kind of records or indicator that makes an indicator recorded crime: its own id where it
  /// is so by what it says of itself, nil where it is none.
  public func crime(in indicator: Indicator) -> String? {
    if has(indicator) { return Self.isCrime(indicator) ? indicator.id : nil }
    for subject in subjects(of: indicator.formula) {
      switch subject {
      case .figure(let name) where isOnlyCrime(.figure(name)): return name
      case .records(let kind) where isOnlyCrime(.records(kind)): return kind
      case .indicator(let other):
        if let origin = crime(in: other) { return origin }
      default: continue
      }
    }
    return Self.isCrime(indicator) ? indicator.id : nil
  }

  /// The column or indicator for which an indicator cannot be about the part of resilience that it says,
  /// with the indicator of the catalogue that has it under another subject; nil where nothing speaks
  /// against it.
  public func otherSubject(of indicator: Indicator) -> (name: String, of: Indicator)? {
    indicator.dimension.flatMap { otherSubject(of: indicator.formula, than: $0) }
  }

  /// Whether a study alone says what of resilience an indicator of its own is about: the catalogue does not
  /// say it of all that it is made of.
  public func isClaim(_ indicator: Indicator) -> Bool {
    guard let dimension = indicator.dimension, !has(indicator) else { return false }
    return subjects(of: indicator.formula).contains { subject in
      switch subject {
      case .records: true
      case .figure(let name): users[.figure(name)] == nil
      case .indicator(let other): other.dimension != dimension || isClaim(other)
      }
    }
  }

  /// An indicator with what it takes over from what it is made of: the theme of recorded crime, and remarks
  /// that hold of all that the catalogue makes of a column.
  public func inheriting(_ indicator: Indicator) -> Indicator {
    var flags = indicator.flags
    for subject in subjects(of: indicator.formula) { flags.formUnion(self.flags(of: subject)) }
    let figures = indicator.formula.terms.compactMap { term -> String? in
      if case .figure(let name) = term { aliases.canonical(name) } else { nil }
    }
    if figures.contains(where: { known.contains($0) && !seen.contains($0) }) {
      flags.insert(.unverified)
    }
    return indicator.taking(flags: flags, isCrime: crime(in: indicator) != nil)
  }

  // MARK: Walking formulas

  private static func isCrime(_ indicator: Indicator) -> Bool {
    indicator.theme == .misdaad || indicator.flags.contains(.policeGenerated)
  }

  private func isOnlyCrime(_ key: Key) -> Bool {
    users[key].map { $0.allSatisfy(Self.isCrime) } ?? false
  }

  private func flags(of subject: Subject) -> Set<Indicator.Flag> {
    let users: [Indicator]
    switch subject {
    case .indicator(let other): return other.flags
    case .figure(let name): users = self.users[.figure(name)] ?? []
    case .records(let kind): users = self.users[.records(kind)] ?? []
    }
    guard let first = users.first else { return [] }
    return users.dropFirst().reduce(first.flags) { $0.intersection($1.flags) }
      .subtracting([.unverified])
  }

  private func otherSubject(
    of formula: Formula, than dimension: Indicator.Dimension
  ) -> (name: String, of: Indicator)? {
    for subject in subjects(of: formula) {
      switch subject {
      case .records: continue
      case .figure(let name):
        if let users = users[.figure(name)],
          !users.contains(where: { $0.dimension == dimension })
        {
          return (name, users[0])
        }
      case .indicator(let other) where ids.contains(other.id):
        if other.dimension != dimension { return (other.id, other) }
      case .indicator(let other):
        if let found = otherSubject(of: other.formula, than: dimension) { return found }
      }
    }
    return nil
  }

  private func subjects(of formula: Formula) -> [Subject] {
    subjects(of: formula.numerator, isBelow: false)
      + (formula.denominator.map { subjects(of: $0, isBelow: true) } ?? [])
  }

  private func subjects(of term: Term, isBelow: Bool) -> [Subject] {
    switch term {
    case .figure(let name):
      let name = aliases.canonical(name)
      return isBelow && bases.contains(.figure(name)) ? [] : [.figure(name)]
    case .records(let term):
      return isBelow && bases.contains(.records(term.records)) ? [] : [.records(term.records)]
    case .points(let term): return [.records(term.records)]
    case .combined(_, let parts): return parts.flatMap { subjects(of: $0, isBelow: isBelow) }
    case .neighbours(let own, let weight):
      return subjects(of: own, isBelow: isBelow)
        + (weight.map { subjects(of: $0, isBelow: true) } ?? [])
    case .indicator(let other): return [.indicator(other)]
    }
  }

  /// What a term is made of, other indicators and weights left aside.
  private func keys(above term: Term) -> [Key] {
    switch term {
    case .figure(let name): [.figure(aliases.canonical(name))]
    case .records(let term): [.records(term.records)]
    case .points(let term): [.records(term.records)]
    case .combined(_, let parts): parts.flatMap(keys(above:))
    case .neighbours(let own, _): keys(above: own)
    case .indicator: []
    }
  }

  private func weights(_ term: Term) -> [Term] {
    switch term {
    case .figure, .records, .points, .indicator: []
    case .combined(_, let parts): parts.flatMap(weights)
    case .neighbours(let own, let weight): weights(own) + (weight.map { [$0] } ?? [])
    }
  }
}
