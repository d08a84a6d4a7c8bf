internal import Areas
internal import Disclosure
internal import Exports
internal import Foundation
internal import Governance
internal import Indicators
internal import Tabulation

extension MergePart {
  /// Refuses results of which words that the whole would say again hold personal data, as a study refuses them.
  /// All that is told of the tables is looked at, so that no field is forgotten.
  /// - Complexity: O(bytes).
  func refusePersons() throws(PersonsInText.Failure) {
    let saved = StudyExport.published
    let found = JSONLeaf.all(in: Data(publication.about)).compactMap { leaf in
      PersonsInText.words(inField: leaf).map { (name: leaf.name, kinds: $0) }
    }
    if let first = found.min(by: { $0.name < $1.name }) {
      throw failure(saved, "field \(first.name)", first.kinds)
    }
    for table in publication.tables {
      for (id, column) in table.columns.sorted(by: { $0.key < $1.key }) {
        let words = [id, column.source] + [column.conversion?.origin].compactMap { $0 }
        if let kinds = PersonsInText.words(in: words) {
          throw failure(saved, "column \(id) of \(table.level.plural)", kinds)
        }
      }
    }
    for table in publication.counts {
      if let kinds = PersonsInText.words(PersonalData.kinds(inWords: table.categories)) {
        throw failure(saved, "categories of table \(table.id)", kinds)
      }
    }
    for placing in publication.placings {
      if let kinds = PersonsInText.words(in: placing.names) {
        throw failure(saved, "placing of \(placing.id)", kinds)
      }
    }
    if let kinds = PersonsInText.words(in: barriers.flatMap(\.texts)) {
      throw failure(BarrierRegister.name, nil, kinds)
    }
  }

  private func failure(_ file: String, _ place: String?, _ kinds: String) -> PersonsInText.Failure {
    PersonsInText.Failure(
      place: "'\(path)/\(file)'" + (place.map { ", \($0)," } ?? ""), kinds: kinds)
  }
}

extension PersonsInText {
  /// What a field of JSON holds of persons besides what may stand there, in words; nil when nothing was found.
  fileprivate static func words(inField leaf: JSONLeaf) -> String? {
    guard let text = leaf.value as? String, canHold(text), !isHash(text) else { return nil }
    return words(in: [text], under: leaf.key)
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
