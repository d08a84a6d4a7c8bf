/// Why an index cannot be made.
public enum IndexError: Error, Hashable, Sendable {
  /// Fewer than two members.
  case tooFewMembers
  /// The member has no number in any area of the frame.
  case missingEverywhere(member: String, frame: String)
  /// All numbers that the member has in the frame rest on too little.
  case fewEverywhere(member: String, frame: String)
  /// The member has the same number everywhere in the frame, so it tells areas not apart.
  case constant(member: String, frame: String)
  /// The limits or the reference of the member are not given, or lie outside what they must.
  case noLimits(member: String, frame: String)
  /// All weights are zero.
  case weightsSumToZero
  /// A weight is below zero or no number.
  case negativeWeight(member: String)
  /// The points of a person do not add up to 100.
  case budgetNotHundred(person: Int, total: Double)
  /// Too few areas have all members for principal components.
  case noComponents
  /// Members that count against the rest in the first principal component.
  case opposedLoadings(members: [String])
  /// A frame of the areas that the frozen scale does not have.
  case unknownFrame(String)
}
