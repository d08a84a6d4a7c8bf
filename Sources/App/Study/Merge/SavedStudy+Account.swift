extension SavedStudy.Conversion {
  /// Nil when the figures were not converted.
  init?(_ figures: StudyReport.Figures) {
    guard let conversion = figures.conversion else { return nil }
    id = figures.id
    origin = conversion.origin
    grades = conversion.grades.filter { $0.count > 0 }.map { "\($0.word) \($0.count)" }
      .joined(separator: ", ")
  }
}

extension SavedStudy.Loss {
  init(_ loss: StudyReport.Loss) {
    records = loss.records
    gemeente = loss.gemeente
    counts = loss.counts
    hidden = loss.hidden
  }
}

extension SavedStudy.Metadata {
  init(_ given: MetadataSpecification) {
    organisation = given.organisation
    email = given.email
    licence = given.licence
    scale = given.scale
    keywords = given.keywords
  }

  /// Whether it is what a study can say.
  var isSound: Bool {
    (email.map(MetadataReader.isEmail) ?? true) && (licence.map(MetadataReader.isAddress) ?? true)
      && (scale.map(MetadataReader.scales.contains) ?? true)
  }
}
