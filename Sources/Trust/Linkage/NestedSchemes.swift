extension Linkage {
  /// A scheme of which all who are counted in a period are counted in another one too.
  public struct NestedScheme: Hashable, Sendable {
    /// The name of the scheme.
    public let inner: String
    /// The name of the other one.
    public let outer: String
  }

  /// Finds schemes that may be parts of others, by those who are counted. Somebody must be counted.
  /// - Complexity: O(schemes² × periods × persons).
  static func nested(_ links: [(name: String, links: SchemeLinks)]) -> [NestedScheme] {
    links.indices.flatMap { inner in
      links.indices.compactMap { outer in
        guard inner != outer, links[inner].links.lies(within: links[outer].links) else {
          return nil
        }
        return NestedScheme(inner: links[inner].name, outer: links[outer].name)
      }
    }
  }
}

extension SchemeLinks {
  /// Whether there is a period in which somebody is counted, and all who are are counted in another scheme too.
  fileprivate func lies(within other: SchemeLinks) -> Bool {
    periods.contains { period in
      var isSomebody = false
      for (entry, person) in persons.enumerated()
      where !months[entry].intersection(period).isEmpty {
        let place = Int(other.entryOfPerson[Int(person)])
        guard place >= 0, !other.months[place].intersection(period).isEmpty else { return false }
        isSomebody = true
      }
      return isSomebody
    }
  }
}
