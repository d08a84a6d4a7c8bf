/// What the user of data claims about them. The claim is recorded and not judged.
public struct DataDeclaration: Hashable, Sendable {
  /// Who decides about the data.
  public let controller: String
  /// On what ground they may be used.
  public let legalBasis: String
  /// The names of the purposes for which they may be used.
  public let purposes: [String]
  /// How strictly they are kept.
  public let dataClass: DataClass
  /// How long they are kept.
  public let retention: String
  /// The reference of the data protection impact assessment, when there is one.
  public let dpia: String?
  /// What they are about, where a rule asks for it.
  public let content: DataContent?

  /// States a claim.
  public init(
    controller: String, legalBasis: String, purposes: [String], dataClass: DataClass,
    retention: String, dpia: String?, content: DataContent?
  ) {
    self.controller = controller
    self.legalBasis = legalBasis
    self.purposes = purposes
    self.dataClass = dataClass
    self.retention = retention
    self.dpia = dpia
    self.content = content
  }
}
