package import Indicators
internal import Tables

extension MissingReason {
  /// The word in the column `reden` of maps and tables.
  package var word: String {
    switch self {
    case .secret: "geheim_of_afwezig"
    case .notYetPublished: "nog_niet_gepubliceerd"
    case .discontinued: "niet_meer_gepubliceerd"
    case .notApplicable: "niet_van_toepassing"
    case .noReference: "vergelijking_ontbreekt"
    case .unreadable: "onleesbaar_in_bron"
    case .noData: "niet_in_bron"
    }
  }
}

extension IndicatorValue {
  /// The word in the column `reden`, of a score that is too unsure for a class too; nil when there is
  /// nothing to tell besides the status.
  package var reasonWord: String? {
    missing?.word ?? (isTooUnsure ? Certainty.Word.unsure.rawValue : nil)
  }
}
