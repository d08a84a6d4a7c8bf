internal import Matching

/// What the user wants done with records at a point.
public enum SpecialPointAction: String, Hashable, Sendable, CaseIterable {
  /// The record gets no area.
  case leaveOut = "weglaten"
  /// The record gets no area but the name of the point, in a column of its own.
  case ownRow = "eigen_regel"
  /// The record gets the gemeente, and no smaller area.
  case municipalityOnly = "alleen_gemeente"

  /// The reason that records get.
  var reason: MatchReason { self == .leaveOut ? .specialPointLeftOut : .specialPoint }
}

/// A row of the user's list of special points.
public struct SpecialPoint: Hashable, Sendable {
  /// What to do.
  public let action: SpecialPointAction
  /// The name for records with a row of their own; otherwise empty.
  public let name: String
  /// The row, 1 for the first below the header.
  public let row: Int

  /// The level that records get.
  var level: MatchLevel { action == .municipalityOnly ? .municipality : .none }

  /// Reads what to do from a row.
  init(_ action: String, name: String, row: Int) throws(UserListError.Fault) {
    guard let action = SpecialPointAction(rawValue: action.lowercased()) else { throw .action }
    guard action != .ownRow || !name.isEmpty else { throw .noName }
    self.action = action
    self.name = action == .ownRow ? name : ""
    self.row = row
  }
}
