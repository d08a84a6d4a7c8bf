/// What only the organisation can say of its data, for catalogues.
public struct MetadataSpecification: Hashable, Sendable {
  /// The name of the organisation.
  public var organisation: String?
  /// Where it is reached.
  public var email: String?
  /// The address of the licence.
  public var licence: String?
  /// The identity of the data, when a catalogue knows them already.
  public var identifier: String?
  /// Where the data can be had.
  public var address: String?
  /// The scale at which maps are meant to be seen: the number below the line.
  public var scale: Int?
  /// Further words by which the data are found.
  public var keywords: [String] = []

  /// Nothing is said.
  init() {}
}
