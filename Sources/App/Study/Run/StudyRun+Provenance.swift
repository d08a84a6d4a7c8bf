internal import Bytes
internal import Composites
internal import Indicators
internal import Cartography
internal import Patterns
internal import Exports
internal import GeoJSON
internal import Geocoding
internal import Matching
internal import Provenance
internal import Registers

extension StudyRun {
  /// The file of an indicator.
  private func path(of id: String) -> String {
    geodata.paths[id] ?? "\(geodata.folder)/indicators/\(id).yaml"
  }

  func provenance(
    report: StudyReport, document: MapDocument, addresses: AddressSource?,
    indices: [MappedIndex],
    patterns: [PatternAnswer], heatmaps: [ProvenanceRecord.Fact]
  ) throws -> ProvenanceRecord {
    var inputs: [ProvenanceRecord.Input] = []
    func add(_ role: String, _ path: String, isOpen: Bool = true) throws {
      guard path != "-" else { return }
      let file = PartedPath(path).file
      inputs.append(
        ProvenanceRecord.Input(
          role: role, path: file,
          identity: try InputIdentity(
            of: file, isOpen: isOpen || !study.hidesInputs, key: key)))
    }
    if study.isWritten { try add("study", study.path) }
    for path in study.areaFiles { try add("areas", path) }
    for path in study.earlierAreaFiles { try add("earlier_areas", path) }
    if let addresses {
      try add("register", addresses.matcher.register.path)
      try add("match_model", addresses.modelPath)
    }
    for records in study.records {
      try add("records:\(records.id)", records.file.value, isOpen: records.isOpen)
      if let list = records.corrections {
        try add("corrections:\(records.id)", list.value, isOpen: false)
      }
      if let list = records.specialPoints {
        try add("special_points:\(records.id)", list.value, isOpen: false)
      }
    }
    for figures in study.figures {
      try add("figures:\(figures.id)", figures.file.value, isOpen: figures.kind == .open)
      if let crosswalk = figures.crosswalk {
        try add("crosswalk:\(figures.id)", crosswalk.value)
      }
    }
    let ofSectors = Set(sectors.indicators.map(\.id))
    if countRule != nil || study.dataSets.contains(where: { $0.declaration != nil }) {
      try add("rules", Geodata.rulesPath(in: geodata.folder))
    }
    if study.sectors != nil { try add("sectors", geodata.sectors.path) }
    for choice in study.indicators where !ofSectors.contains(choice.id.value) {
      let id = choice.id.value
      // A file of the study's own need not be called after its indicator.
      try add(choice.file == nil ? "indicator" : "indicator:\(id)", path(of: id))
    }
    try add(CatalogueFiles.columns, geodata.folder + "/cbs-columns.yaml")
    try add(CatalogueFiles.cities, geodata.folder + "/cities.yaml")
    for choice in study.indices {
      switch choice.origin.value {
      case .file(let path): try add("index", path)
      case .catalogue(let id): try add("index", "\(geodata.folder)/indices/\(id).yaml")
      }
    }
    for file in study.interpretations { try add("interpretation", file.value) }
    if let barriers = study.barriers { try add("barriers", barriers.value) }
    if let audit = study.audit { try add("audit", audit.file.value, isOpen: false) }
    // Two layers may stand in one file.
    for path in Set(study.context.map(\.file.value)).sorted() { try add("context", path) }
    for reference in study.indices.compactMap(\.reference) {
      try add("reference", reference.value)
    }
    let members = Set(
      indices.flatMap { $0.fitted?.definition.members ?? [] }.map(\.indicator.id)
    ).subtracting(study.indicators.map(\.id.value)).subtracting(ofSectors)
    for id in members.sorted() {
      try add("indicator", path(of: id))
    }
    var record = ProvenanceRecord(
      inputs: inputs,
      facts: try StudyFacts(
        study: study, sectors: sectors, report: report, document: document,
        indices: indices.compactMap { IndexFacts($0)?.log }, patterns: patterns, heatmaps: heatmaps,
        rules: geodata.rules, release: release
      ).facts, key: key)
    let page: String? =
      study.exports.contains(.atlas) ? try CatalogueFiles.pageHash(in: geodata.folder) : nil
    record.facts.insert(
      contentsOf: [
        ("program_version", .scalar(.text(ProgramVersion.text))),
        ("catalogue_sha256", .scalar(.text(CatalogueFiles.hash(of: inputs)))),
        ("atlas_sha256", .scalar(page.map { .text($0) } ?? .null)),
      ], at: 1)
    return record
  }
}
