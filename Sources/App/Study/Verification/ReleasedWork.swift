internal import Disclosure
internal import Geocoding
internal import Governance

/// Results that a second person can release: what is asked of a release, whatever made them.
struct ReleasedWork {
  /// What made results, by the word under which it stands in a release.
  enum Kind: String, Hashable, Sendable {
    /// A study.
    case study
    /// A linkage.
    case linkage
  }

  /// What made the results.
  let kind: Kind
  /// The study; of a linkage its schemes and years.
  let name: String
  /// For whom the results are, as a study writes it.
  let audience: String
  /// Who made them; nil when that is not said.
  let author: String?
  /// The day to which they refer.
  let peildatum: RecordDate
  /// The day after which they may not be released; nil when there is none.
  let expires: RecordDate?
  /// The strictest class of what went in.
  let dataClass: DataClass
  /// The impact assessments under which it was made, as is said of all of it or of each source; none when that is
  /// not said.
  let assessments: [String]
}

extension StudyFile {
  /// What is released of the study.
  var work: ReleasedWork {
    var assessments: [String] = []
    for reference in dataSets.compactMap({ $0.declaration?.value.dpia })
    where reference.saysSomething && !assessments.contains(reference) {
      assessments.append(reference)
    }
    return ReleasedWork(
      kind: .study, name: id, audience: audience.rawValue, author: author, peildatum: peildatum,
      expires: expires?.value, dataClass: dataClass, assessments: assessments)
  }
}
