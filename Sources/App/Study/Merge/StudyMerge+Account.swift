internal import Areas
internal import Cartography
internal import Composites
internal import Exports
internal import Geocoding
internal import Indicators
internal import Provenance
internal import Reports
internal import SpatialStatistics

/// What is written beside the results of the whole to account for them: barriers, metadata and the report on
/// method.
extension StudyMerge {
  /// What only who publishes the whole can say of it, for catalogues.
  public struct Owner: Hashable, Sendable {
    let organisation: String?
    let email: String?
    let licence: String?

    /// - Throws: ``StudyMerge/Failure/badOption(_:expected:)``.
    public init(
      organisation: String? = nil, email: String? = nil, licence: String? = nil
    ) throws(StudyMerge.Failure) {
      guard organisation.map({ !$0.allSatisfy(\.isWhitespace) }) ?? true else {
        throw .badOption("organisation", expected: "the name of the organisation")
      }
      guard email.map(MetadataReader.isEmail) ?? true else {
        throw .badOption("email", expected: MetadataReader.emailForm)
      }
      guard licence.map(MetadataReader.isAddress) ?? true else {
        throw .badOption("licence", expected: MetadataReader.addressForm)
      }
      self.organisation = organisation
      self.email = email
      self.licence = licence
    }
  }

  /// The barriers of the parts, each with the name of its city.
  var barriers: [Barrier] { parts.flatMap { part in part.barriers.map { $0.of(part.name) } } }

  /// Metadata and the report on method, and what nobody said for catalogues.
  /// - Throws: `ProjectionError`.
  func account(
    _ merged: Merged, _ found: Found, owner: Owner
  ) throws -> (pages: [StudyExport.Page], open: [String]) {
    let geodata = try Geodata(folder: catalogue)
    var study = study(of: merged)
    // Another whole is another data set.
    study.id = ([Self.study] + parts.map { "\($0.study.study) \($0.name)" }).joined(separator: "; ")
    study.metadata = metadata(owner)
    let mapped = mapped(merged)
    let told = ToldResults(self, merged)
    let entry = try StudyRun(study, geodata: geodata).metadata(of: mapped, told: told)
    var pages = [StudyExport.Page(name: StudyExport.catalogueEntry) { entry.xml }]
    for (name, language) in zip(StudyExport.methodReports, [Language.nl, .en]) {
      let common = MethodReport(
        study: study, mapped: mapped, report: StudyReport(), patterns: found.patterns,
        kinds: found.kinds, results: told, audit: found.audit,
        feedback: StudyRun(auditedStudy(of: merged), geodata: geodata).policeFeedback(
          mapped, patterns: found.patterns, police: policeData), barriers: barriers,
        rules: geodata.rules, release: nil,
        catalogue: parts[0].study.catalogue.sorted { $0.key < $1.key }
          .map { "\($0.key) \($0.value)" }.joined(separator: ", "), language: language)
      let text = try MergedMethodReport(merge: self, merged: merged, common: common).document()
      pages.append(StudyExport.Page(name: name) { text.html })
    }
    return (pages, entry.open.map(\.rawValue))
  }

  /// What is said of the whole, and else what all parts say alike. Where one city has its data, and under what
  /// name a catalogue knows them, is not said of the whole.
  private func metadata(_ owner: Owner) -> MetadataSpecification {
    func common<Value: Hashable>(_ value: (SavedStudy.Metadata) -> Value?) -> Value? {
      let values = Set(parts.map { value($0.study.metadata) })
      return values.count == 1 ? values.first ?? nil : nil
    }
    var metadata = MetadataSpecification()
    metadata.organisation = owner.organisation ?? common(\.organisation)
    metadata.email = owner.email ?? common(\.email)
    metadata.licence = owner.licence ?? common(\.licence)
    metadata.scale = common(\.scale)
    var seen: Set<String> = []
    metadata.keywords = parts.flatMap(\.study.metadata.keywords).filter { seen.insert($0).inserted }
    return metadata
  }

  /// A study with nothing in it but what the parts have in common, for steps of a run that ask one.
  func study(of merged: Merged) -> StudyFile {
    let (document, first) = (merged.document, parts[0].study)
    var study = StudyFile(
      path: "--audit", id: Self.study, title: merged.title, purpose: purpose,
      peildatum: RecordDate(document.peildatum) ?? RecordDate(day: 0),
      audience: document.audience, edition: document.areas.edition.year, level: merged.level,
      gemeenten: [], areas: Located(.none, line: 0, column: 0), register: nil, records: [],
      figures: [], indicators: [], tables: [],
      classification: ClassificationMethod(rawValue: first.classification) ?? .quantile,
      classCount: first.classCount, exports: [.geojson, .geopackage, .csv, .xlsx],
      language: document.language == .nl ? .nl : .en)
    study.isWritten = false
    return study
  }

  /// The whole in the form of a run.
  func mapped(_ merged: Merged) -> MappedStudy {
    MappedStudy(
      document: merged.document, published: merged.published, maps: merged.maps,
      indices: merged.indices, wider: merged.wider,
      sectorIDs: Set(parts[0].study.maps.filter(\.isSector).map(\.indicator.id)),
      tables: merged.tables, placings: merged.placings, records: [], addresses: nil, ledger: nil,
      report: StudyReport(), saved: nil)
  }
}
