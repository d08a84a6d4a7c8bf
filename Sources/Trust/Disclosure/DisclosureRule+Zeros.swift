internal import DisclosureAudit

/// What follows from telling counts of nought: a hidden one is none.
extension DisclosureRule {
  /// Whether a count is nought and everybody may know it, so that it is told whatever else is hidden.
  func tells(nought count: Int) -> Bool { zeros == .shown && count == 0 }

  /// What everybody knows of a count that is not nought, hidden or not; nil where nought is hidden too.
  func notNought(_ members: [Int32], count: Int, group: Int) -> CountSystem.Cell? {
    guard zeros == .shown, count > 0 else { return nil }
    return CountSystem.Cell(
      members: members, group: group, bounds: 1...Int.max, isFixed: true, isPublished: true)
  }
}
