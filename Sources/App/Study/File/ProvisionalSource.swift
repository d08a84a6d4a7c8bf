/// The words behind the name of a source of which the figures may still change.
enum ProvisionalSource {
  /// The words in the language of a study.
  static func mark(_ language: StudyLanguage) -> String {
    switch language {
    case .nl: " (voorlopige cijfers)"
    case .en: " (provisional figures)"
    }
  }

  /// Names of sources with these words in another language.
  static func text(_ sources: String, in language: StudyLanguage) -> String {
    sources.replacing(mark(language == .nl ? .en : .nl), with: mark(language))
  }
}
