internal import Disclosure
internal import Governance
internal import Ledger
internal import Linkage
internal import Provenance

/// What a linkage says, in the form in which the ledger keeps it.
struct LinkageStatement {
  /// What it says.
  let said: LedgerEntry.Linkage

  /// - Parameters:
  ///   - inputs: what is told of the registers, as provenance has it.
  ///   - key: the key by which they are known again.
  ///   - personsCode: what the persons of the register of the untraceable are known by.
  init(
    _ published: PublishedLinkage, request: LinkageRun.Request, areas: LinkageAreas,
    inputs: [ProvenanceRecord.Input], key: InputKey?, personsCode: String?
  ) {
    func register(
      _ name: String, role: String, persons: String? = nil
    ) -> LedgerEntry.Linkage.Register {
      let identity = inputs.first { $0.role == role }?.identity
      return LedgerEntry.Linkage.Register(
        name: name, controller: request.declaration?.registers[name]?.controller,
        hmac: identity.flatMap { $0.isKeyed ? $0.value : nil }, persons: persons)
    }
    let tables = Dictionary(grouping: published.rows) { [$0.scheme, $0.period] }
    func stamp(_ scheme: String, _ period: String) -> String {
      // Names of areas may be written otherwise another time.
      LedgerEntry.Linkage.stamp(
        of: (tables[[scheme, period]] ?? []).map { row in
          [
            row.level.rawValue, row.area.code, row.measure.rawValue, row.valueText,
            row.stampedBounds.lower, row.stampedBounds.upper,
          ]
        })
    }
    said = LedgerEntry.Linkage(
      registers: [
        register(
          LinkageDeclaration.untraceable, role: LinkageDeclaration.untraceable,
          persons: personsCode)
      ] + request.schemes.map { register($0.name, role: "scheme:\($0.name)") },
      keyID: key?.id,
      areas: LedgerEntry.Linkage.Areas(
        gemeenten: areas.gemeenten.map(\.code), wijken: areas.wijken.map(\.code)),
      rule: LedgerEntry.Linkage.Rule(
        minimum: published.rule.minimumCount, rounding: published.rule.roundingBase),
      periods: zip(request.years.spans, request.years.names).map { years, name in
        LedgerEntry.Linkage.Period(
          years: years, persons: stamp("", name),
          schemes: Dictionary(
            uniqueKeysWithValues: request.schemes.map { ($0.name, stamp($0.name, name)) }))
      })
  }
}
