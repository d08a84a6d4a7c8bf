internal import Disclosure
internal import Exports
internal import Governance
internal import Indicators

extension MergePart {
  /// Refuses results of which words that the whole would say again hold personal data.
  func refusePersons() throws(PersonsInText.Failure) {
    let kinds =
      PersonsInText.words(in: study.texts + barriers.flatMap(\.texts))
      ?? PersonsInText.words(in: study.data.compactMap(\.controller), under: "controller")
      ?? PersonsInText.words(
        PersonalData.kinds(inWords: publication.counts.flatMap(\.categories)))
    if let kinds { throw PersonsInText.Failure(place: "'\(path)'", kinds: kinds) }
  }
}

extension SavedStudy {
  /// The words that somebody wrote, without those that tell where an organisation is reached.
  fileprivate var texts: [String] {
    var texts = [study, title.nl, title.en, purpose]
    texts += [author, metadata.organisation, metadata.licence].compactMap { $0 }
    texts += metadata.keywords
    for set in data {
      texts += [set.id, set.source] + [set.legalBasis, set.retention].compactMap { $0 }
    }
    for table in tables { texts += (table.title?.both ?? []) + table.methodBreaks }
    for layer in layers { texts += layer.areas.flatMap { [$0.code, $0.name] } }
    return texts
  }
}

extension Barrier {
  fileprivate var texts: [String] {
    [subject] + text.both + (remedy?.both ?? []) + [owner, since].compactMap { $0 }
  }
}

extension LocalizedText {
  fileprivate var both: [String] { [nl, en] }
}
