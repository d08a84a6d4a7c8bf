public import Linkage

extension LinkageRun {
  /// What is asked.
  public struct Request: Sendable {
    /// The register of the untraceable.
    public var untraceable: String
    /// The registers of schemes, each by its name in the results.
    public var schemes: [(name: String, path: String)]
    /// The years, and how they are pooled.
    public var years: CountedYears
    /// What the linkage is for.
    public var purpose: String
    /// On which legal basis.
    public var legalBasis: String
    /// The data protection impact assessment that covers it.
    public var dpia: String
    /// What is claimed about the registers; nil is enough for those that are made up.
    public var declaration: LinkageDeclaration?
    /// Whether the registers are made up.
    public var isSynthetic: Bool
    /// Who makes it; needed before it can be released.
    public var author: String?
    /// The file with the key by which registers are known again.
    public var inputKey: String?
    /// The file with what earlier publications said.
    public var ledger: String?
    /// The release of the results; without one they are a concept.
    public var release: String?

    /// Asks.
    public init(
      untraceable: String, schemes: [(name: String, path: String)], years: CountedYears,
      purpose: String, legalBasis: String, dpia: String, declaration: LinkageDeclaration?,
      isSynthetic: Bool, author: String? = nil, inputKey: String? = nil, ledger: String? = nil,
      release: String? = nil
    ) {
      self.declaration = declaration
      self.untraceable = untraceable
      self.schemes = schemes
      self.years = years
      self.purpose = purpose
      self.legalBasis = legalBasis
      self.dpia = dpia
      self.isSynthetic = isSynthetic
      self.author = author
      self.inputKey = inputKey
      self.ledger = ledger
      self.release = release
    }

    /// All files that are read or added to.
    var files: [String] {
      [untraceable] + schemes.map(\.path)
        + [declaration?.path, inputKey, ledger, release].compactMap(\.self)
    }
  }
}
