internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import Geocoding
internal import Indicators

extension MapDocument {
  /// What is said on everything that is made of a study.
  /// - Parameter audience: for whom; that of the study when left out.
  init(_ study: StudyFile, areas: AreaSet, audience: Audience? = nil, isConcept: Bool) {
    self.init(
      title: study.language == .nl ? study.title.nl : study.title.en,
      peildatum: study.peildatum.text, audience: audience ?? study.audience,
      isSynthetic: study.records.contains(where: \.isSynthetic)
        || study.figures.contains(where: \.isSynthetic),
      areas: areas, language: study.language == .nl ? .nl : .en, isConcept: isConcept)
  }

  /// The same for something that is made of some of the data.
  func made(isSynthetic: Bool) -> MapDocument {
    MapDocument(
      title: title, peildatum: peildatum, audience: audience, isSynthetic: isSynthetic,
      areas: areas, language: language, isConcept: isConcept)
  }
}
