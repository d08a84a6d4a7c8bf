public import GeoJSON

/// What made a set of results: enough to make them again, and no value of a record.
///
/// Holds no path, no time of day and no number of threads, so equal inputs give equal bytes. Nor the size of a
/// file: of records whose lines are of one length it would tell their number.
public struct ProvenanceRecord: Sendable {
  /// One file that went in.
  public struct Input: Sendable {
    /// What it was used for: `areas`, `records:…`, `figures:…`, `study`, `indicator:…`.
    public let role: String
    /// The name without folders.
    public let name: String
    /// What is told of its content.
    public let identity: InputIdentity

    /// Names an input.
    public init(role: String, path: String, identity: InputIdentity) {
      self.role = role
      self.name = path.split(separator: "/").last.map(String.init) ?? path
      self.identity = identity
    }
  }

  /// A fact with a name, or facts under a name.
  public indirect enum Fact: Sendable {
    /// A text, number or truth.
    case scalar(JSONScalar)
    /// Named facts, in order.
    case facts([(name: String, fact: Fact)])
    /// Facts in order.
    case list([Fact])
  }

  /// The files.
  public var inputs: [Input]
  /// All else, in order.
  public var facts: [(name: String, fact: Fact)]
  /// With which key inputs were identified; told when one was.
  public var keyID: String?

  /// Makes a record.
  public init(
    inputs: [Input], facts: [(name: String, fact: Fact)], key: InputKey? = nil
  ) {
    self.inputs = inputs
    self.facts = facts
    keyID = key?.id
  }

  /// The record as JSON, ended by a line feed.
  public var json: [UInt8] {
    var text = JSONText()
    text.openObject()
    for (name, fact) in facts {
      text.name(name)
      Self.write(fact, to: &text)
    }
    if let keyID, inputs.contains(where: \.identity.isKeyed) {
      text.name("key_id")
      text.appendJSON(keyID)
    }
    text.name("inputs")
    text.openArray()
    for input in inputs {
      text.openObject()
      text.name("role")
      text.appendJSON(input.role)
      text.name("name")
      text.appendJSON(input.name)
      text.name(input.identity.name)
      text.appendJSON(input.identity.value.map(JSONScalar.text) ?? .null)
      text.closeObject()
    }
    text.closeArray()
    text.closeObject()
    return text.bytes + [0x0A]
  }

  /// Facts alone as JSON, ended by a line feed.
  public static func json(of facts: [(name: String, fact: Fact)]) -> [UInt8] {
    var text = JSONText()
    write(.facts(facts), to: &text)
    return text.bytes + [0x0A]
  }

  private static func write(_ fact: Fact, to text: inout JSONText) {
    switch fact {
    case .scalar(let scalar):
      text.appendJSON(scalar)
    case .facts(let facts):
      text.openObject()
      for (name, fact) in facts {
        text.name(name)
        write(fact, to: &text)
      }
      text.closeObject()
    case .list(let list):
      text.openArray()
      for fact in list { write(fact, to: &text) }
      text.closeArray()
    }
  }
}
