/// Why a figure is not there. Missing is never zero and never a number.
///
/// Source of the codes: CBS, Toelichting Wijk- en Buurtkaart 2022, 2023 en 2024, section 3.
public enum MissingReason: String, Hashable, Sendable, CaseIterable, Comparable {
  /// Secret, or not present in the area (CBS -99997, `x`).
  case secret
  /// Published in a later version of the same year (CBS -99995).
  case notYetPublished
  /// No longer published at this level (CBS -99991).
  case discontinued
  /// The figure has no meaning here, for instance a rate over nobody.
  case notApplicable
  /// The gemeente has no figure that areas of it would be compared with.
  case noReference
  /// The source has something there that cannot be a figure: a word, or less than nothing of something
  /// counted.
  case unreadable
  /// Not in the source: an empty cell, `.`, `-`, an area without a row, or -99999999 of the years
  /// up to 2021, which does not tell secret from absent.
  case noData

  /// Order of declaration, so that lists of reasons are stable.
  public static func < (a: MissingReason, b: MissingReason) -> Bool {
    a.rank < b.rank
  }

  private var rank: Int {
    switch self {
    case .secret: 0
    case .notYetPublished: 1
    case .discontinued: 2
    case .notApplicable: 3
    case .noReference: 4
    case .unreadable: 5
    case .noData: 6
    }
  }
}
