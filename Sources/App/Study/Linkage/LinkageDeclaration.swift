internal import Disclosure
internal import Geocoding
internal import Governance
public import Linkage

/// What is claimed about the registers of a linkage, for which purpose they are joined and for whom.
///
/// ```yaml
/// purpose_id: regelingen
/// audience: partners
/// expires: 2027-12-31
/// registers:
///   untraceable: {class: criminal_justice, controller: …, legal_basis: …, purposes: [regelingen], retention: …}
///   bijstand: {class: persons, controller: …, legal_basis: …, purposes: [regelingen], retention: …}
/// ```
/// The claims are recorded and not judged.
public struct LinkageDeclaration: Sendable {
  /// The name under which the register of the untraceable stands.
  static let untraceable = "untraceable"

  /// The file.
  let path: String
  /// The name of the purpose.
  let purpose: String
  /// For whom the results are.
  let audience: Audience
  /// The last day on which registers may be joined like this; nil when that is not said.
  let expires: RecordDate?
  /// The claims by the name of the register.
  let registers: [String: DataDeclaration]

  /// Reads a file.
  /// - Throws: ``StudyProblems`` with all that is wrong in it.
  public init(path: String) throws(StudyProblems) {
    self.path = path
    let document = YAMLDocument(path: path)
    let root = document.root()
    root?.allow(["purpose_id", "audience", "expires", "registers"])
    purpose = root.flatMap { StudyFileReader.identifier($0, key: "purpose_id") } ?? ""
    audience = root?.word("audience", as: Audience.self) ?? .openbaar
    expires = root.flatMap { root in
      root["expires"].flatMap { StudyFileReader.date($0, root, key: "expires") }
    }
    _ = root?.required("registers")
    var registers: [String: DataDeclaration] = [:]
    if let map = root?.map("registers") {
      for entry in map.entries {
        registers[entry.key] = DeclarationReader.read(map, key: entry.key)?.value
      }
    }
    self.registers = registers
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
  }

  /// The strictest class of the registers.
  var dataClass: DataClass { registers.values.map(\.dataClass).max() ?? .open }
}

/// Why registers may not be joined.
public struct LinkageRefusal: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fact: Hashable, Sendable {
    /// Nothing is claimed about registers that are not made up.
    case undeclared([String])
    /// A claim about a register that takes no part.
    case unknownRegister(String, known: [String])
    /// Registers of a class that is not of persons, whom tokens stand for.
    case notOfPersons([String])
    /// A register may not be used for the purpose.
    case otherPurpose(register: String, purpose: String, allowed: [String])
    /// A rule of the rules file is broken.
    case broken(GovernanceRule)
    /// The day is over until which registers may be joined.
    case expired(day: String)
  }

  /// What is wrong, all of it.
  public let facts: [Fact]

  var sentence: String {
    facts.map(\.sentence).joined(separator: "\n  ") + " Nothing was written."
  }
}

extension LinkageRefusal.Fact {
  var sentence: String {
    switch self {
    case .undeclared(let registers):
      """
      nothing says on what ground \(registers.map { "'\($0)'" }.joined(separator: ", ")) may be joined. \
      Name a file with --declaration: purpose_id: …, registers: {\(registers[0]): {class: …, controller: \
      …, legal_basis: …, purposes: […], retention: …}, …}; of registers that are made up say --synthetic.
      """
    case .unknownRegister(let name, let known):
      "the declaration is about '\(name)', which takes no part. Known here: "
        + known.joined(separator: ", ") + "."
    case .notOfPersons(let registers):
      "\(registers.map { "'\($0)'" }.joined(separator: ", ")): a register with tokens is of persons. Its class "
        + "is persons, police or criminal_justice."
    case .otherPurpose(let register, let purpose, let allowed):
      "'\(register)' may not be used for '\(purpose)'. It may be used for: "
        + "\(allowed.joined(separator: ", ")).\(GovernanceRule.hint(purpose, allowed)) Leave it out, or ask its "
        + "controller."
    case .broken(let rule): rule.sentence
    case .expired(let day):
      "the declaration has expired on \(day). Look again at purpose, registers and method, and give it another day "
        + "under 'expires'."
    }
  }
}

extension LinkageRun {
  /// Whether the registers may be joined as they are asked for.
  func refusal(levels: Set<String>) -> LinkageRefusal? {
    let names = [LinkageDeclaration.untraceable] + request.schemes.map(\.name)
    guard let declaration = request.declaration else {
      return request.isSynthetic ? nil : LinkageRefusal(facts: [.undeclared(names)])
    }
    return declaration.refusal(
      of: names, isSynthetic: request.isSynthetic, levels: levels, rules: geodata.rules)
  }
}

extension LinkageDeclaration {
  /// Whether a linkage of the registers that it names would be refused.
  /// - Parameter persons: what is expected.
  public func refusal(forecasting persons: ExpectedPersons, geodata: Geodata) -> LinkageRefusal? {
    refusal(
      of: [Self.untraceable] + registers.keys.filter { $0 != Self.untraceable }.sorted(),
      isSynthetic: false, levels: persons.hasWijken ? ["wijk", "gemeente"] : ["gemeente"],
      rules: geodata.rules)
  }

  /// Whether registers may be joined: the rules about data hold as for a study, and what comes of it is a
  /// linkage.
  /// - Parameter names: the registers that take part.
  fileprivate func refusal(
    of names: [String], isSynthetic: Bool, levels: Set<String>, rules: DataRules
  ) -> LinkageRefusal? {
    var facts: [LinkageRefusal.Fact] = []
    if let expires, expires.day < Today.day { facts.append(.expired(day: expires.text)) }
    let missing = names.filter { registers[$0] == nil }
    if !missing.isEmpty, !isSynthetic { facts.append(.undeclared(missing)) }
    for name in registers.keys.sorted() where !names.contains(name) {
      facts.append(.unknownRegister(name, known: names))
    }
    let others = names.filter { name in registers[name].map { $0.dataClass < .persons } ?? false }
    if !others.isEmpty { facts.append(.notOfPersons(others)) }
    var uses: [DataRules.Use] = []
    for name in names {
      guard let claim = registers[name] else { continue }
      if !claim.purposes.contains(purpose) {
        facts.append(
          .otherPurpose(register: name, purpose: purpose, allowed: claim.purposes))
      }
      let joined = DataDeclaration(
        controller: claim.controller, legalBasis: claim.legalBasis, purposes: claim.purposes,
        dataClass: claim.dataClass, retention: claim.retention, dpia: claim.dpia,
        content: claim.content ?? .linkage)
      uses.append(DataRules.Use(id: name, declaration: joined, levels: levels))
    }
    for (rule, data) in rules.broken(by: uses, audience: audience.rawValue) {
      facts.append(
        .broken(
          .broken(
            id: rule.id, data: data, finest: rule.finest, article: rule.article,
            explanation: rule.explanation.en)))
    }
    return facts.isEmpty ? nil : LinkageRefusal(facts: facts)
  }
}
