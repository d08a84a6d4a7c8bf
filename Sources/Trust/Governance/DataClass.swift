/// How strictly data are kept, the least strict first. A result has the strictest class of what went in.
public enum DataClass: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Published by their source.
  case open
  /// On buildings, addresses and facilities.
  case objects
  /// On firms.
  case firms
  /// On persons.
  case persons
  /// Of the police, not public.
  case police
  /// Of criminal justice.
  case criminalJustice = "criminal_justice"

  /// Less strict classes come first.
  public static func < (a: DataClass, b: DataClass) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

/// What data are about, where a rule asks for it.
public enum DataContent: String, Hashable, Sendable, CaseIterable {
  /// Reports of which nobody knows who made them.
  case anonymousReports = "anonymous_reports"
  /// What a linkage of registers yields.
  case linkage
}
