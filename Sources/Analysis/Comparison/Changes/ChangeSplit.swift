/// What lies between two runs beside the values.
public struct RunChanges: Hashable, Sendable {
  /// Whether anything that figures come from has changed: areas with figures, records, tables. Nil when that
  /// is not known; a change is then split as if it has.
  public let figures: Bool?
  /// Whether the definition of the indicator has changed.
  public let method: Bool

  /// States what has changed.
  public init(figures: Bool?, method: Bool) {
    self.figures = figures
    self.method = method
  }
}

/// The change of one published value between two runs, in parts that add up to it.
///
/// What is known decides, in this order. **Rounding**: the change of the distance between the value
/// that was published and the one that its published parts give; 0 when there are no parts. **Method**:
/// what another factor makes of the new parts, when the definition has changed. What is then left is
/// **boundaries** when the area lies otherwise, with all that came and went with it; **method** when only
/// the definition has changed; **unsplit** when definition and figures both have; and else **figures**.
public struct ChangeSplit: Hashable, Sendable {
  /// Whether an area can be compared.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A value in both.
    case compared = "vergeleken"
    /// The area is in the second only.
    case newArea = "nieuw_gebied"
    /// The area is in the first only.
    case goneArea = "verdwenen_gebied"
    /// A value in the second only.
    case appeared = "waarde_erbij"
    /// A value in the first only.
    case vanished = "waarde_weg"
    /// A value in neither.
    case none = "geen_waarde"
  }

  /// Whether the area can be compared.
  public let kind: Kind
  /// The second value minus the first; nil unless compared, like all parts.
  public let difference: Double?
  /// The part of other figures.
  public let figures: Double?
  /// The part of other boundaries.
  public let boundaries: Double?
  /// The part of another definition.
  public let method: Double?
  /// The part of rounding.
  public let rounding: Double?
  /// The part of figures and definition that cannot be told apart.
  public let unsplit: Double?
  /// Whether rounding alone could have made the difference: both values as they were before rounding may
  /// have been the same.
  public let isWithinRounding: Bool

  /// Splits a change.
  /// - Parameters:
  ///   - before: nil when the area is not in the first.
  ///   - after: nil when the area is not in the second.
  ///   - hasMoved: whether the area lies otherwise.
  public init(
    _ before: PublishedFigure?, _ after: PublishedFigure?, scales: (PublishedScale, PublishedScale),
    hasMoved: Bool, changes: RunChanges
  ) {
    guard let before, let after, let first = before.value, let second = after.value else {
      kind =
        switch (before, after) {
        case (nil, _): .newArea
        case (_, nil): .goneArea
        case (let before?, let after?):
          before.value != nil ? .vanished : after.value != nil ? .appeared : .none
        }
      difference = nil
      figures = nil
      boundaries = nil
      method = nil
      rounding = nil
      unsplit = nil
      isWithinRounding = false
      return
    }
    kind = .compared
    let difference = second - first
    self.difference = difference
    let exact = scales.0.exact(before).flatMap { old in scales.1.exact(after).map { (old, $0) } }
    let rounding = exact.map { difference - ($0.1 - $0.0) } ?? 0
    var method = 0.0
    if changes.method, let exact, let old = scales.0.factor, let new = scales.1.factor, new > 0 {
      method = exact.1 * (1 - old / new)
    }
    let rest = difference - rounding - method
    self.rounding = rounding
    boundaries = hasMoved ? rest : 0
    self.method = method + (!hasMoved && changes.method && changes.figures == false ? rest : 0)
    unsplit = !hasMoved && changes.method && changes.figures != false ? rest : 0
    figures = !hasMoved && !changes.method ? rest : 0
    // Each lies at most half a unit of its last digit from where it was.
    let room = 0.5 * (Self.unit(scales.0.decimals) + Self.unit(scales.1.decimals))
    isWithinRounding = abs(difference) <= room * (1 + 1e-9)
  }

  private static func unit(_ decimals: Int) -> Double {
    (0..<decimals).reduce(1.0) { unit, _ in unit / 10 }
  }
}
