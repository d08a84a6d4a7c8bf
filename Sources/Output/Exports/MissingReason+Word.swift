internal import Tables

extension MissingReason {
  /// The word in the column `reden` of maps and tables.
  package var word: String {
    switch self {
    case .secret: "geheim_of_afwezig"
    case .notYetPublished: "nog_niet_gepubliceerd"
    case .discontinued: "niet_meer_gepubliceerd"
    case .notApplicable: "niet_van_toepassing"
    case .unreadable: "onleesbaar_in_bron"
    case .noData: "niet_in_bron"
    }
  }
}
