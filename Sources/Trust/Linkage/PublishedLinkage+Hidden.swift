internal import Disclosure

extension PublishedLinkage {
  /// How many counts of some places are hidden, as anybody can count in what is published.
  public struct Hidden: Hashable, Sendable {
    /// Which counts.
    public enum Kind: Hashable, Sendable, CaseIterable {
      /// Of the untraceable and of overlap.
      case persons
      /// Of those of the overlap who are paid to some kind of address, or to another gemeente.
      case addresses
    }

    /// The kind of places.
    public let level: LinkageAreas.Level
    /// The one place; nil for all of its kind.
    public let area: LinkageAreas.Area?
    /// Which counts.
    public let kind: Kind
    /// All of them.
    public internal(set) var counts = 0
    /// Those that are hidden, for whichever reason: that could tell what is small.
    public internal(set) var hidden = 0
  }

  /// By level, of each kind of counts that there is.
  public var hiddenByLevel: [Hidden] {
    LinkageAreas.Level.allCases.flatMap { level in
      Self.hidden(in: rows.filter { $0.level == level }, level: level, area: nil)
    }
  }

  /// The same of each gemeente.
  /// - Complexity: O(rows).
  public var hiddenByGemeente: [Hidden] {
    var areas: [LinkageAreas.Area] = []
    for row in rows where row.level == .gemeente && row.area != areas.last {
      areas.append(row.area)
    }
    let own = Dictionary(grouping: rows.filter { $0.level == .gemeente }, by: \.area)
    return areas.flatMap { Self.hidden(in: own[$0] ?? [], level: .gemeente, area: $0) }
  }

  private static func hidden(
    in rows: [Row], level: LinkageAreas.Level, area: LinkageAreas.Area?
  ) -> [Hidden] {
    Hidden.Kind.allCases.compactMap { kind in
      var told = Hidden(level: level, area: area, kind: kind)
      for row in rows where row.measure.counted == kind {
        told.counts += 1
        if row.figure.number == nil { told.hidden += 1 }
      }
      return told.counts > 0 ? told : nil
    }
  }
}

extension PublishedLinkage.Measure {
  /// Among which counts it belongs; nil when it is no count.
  fileprivate var counted: PublishedLinkage.Hidden.Kind? {
    switch self {
    case .persons, .overlap: .persons
    case .letter, .post, .foreign, .elsewhere: .addresses
    case .share, .ratio, .months: nil
    }
  }
}
