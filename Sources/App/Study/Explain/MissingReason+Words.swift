internal import Disclosure
public import Indicators
public import Tables

extension MissingReason {
  /// Why a figure is missing, for readers.
  var words: LocalizedText {
    switch self {
    case .secret:
      LocalizedText(
        nl: "geheim of niet aanwezig volgens de bron",
        en: "secret or not present, by its source")
    case .notYetPublished:
      LocalizedText(
        nl: "nog niet gepubliceerd in deze versie van de bron",
        en: "not yet published in this version of the source")
    case .discontinued:
      LocalizedText(
        nl: "niet meer gepubliceerd op dit niveau", en: "no longer published at this level")
    case .notApplicable:
      LocalizedText(nl: "heeft hier geen betekenis", en: "has no meaning here")
    case .noReference:
      LocalizedText(
        nl: "van de gemeente ontbreekt het cijfer waarmee vergeleken wordt",
        en: "of the gemeente the figure is missing that is compared with")
    case .unreadable:
      LocalizedText(
        nl: "de bron heeft er geen leesbaar getal, of een negatief aantal",
        en: "the source has no readable number there, or a negative count")
    case .noData:
      LocalizedText(
        nl: "geen cijfer voor dit gebied in de bestanden van deze studie",
        en: "no figure for this area in the files of this study")
    }
  }

  /// The same for a table by itself, of which an empty cell is all that can be missing.
  public var wordsInTable: LocalizedText {
    guard self == .noData else { return words }
    return LocalizedText(nl: "leeg in de tabel", en: "empty in the table")
  }
}

extension PublishedFigure {
  /// Why there is no number; nil when there is one, or bounds.
  var missingWords: LocalizedText? {
    switch self {
    case .value, .interval: nil
    case .missing(let reason): reason.words
    case .suppressed:
      LocalizedText(
        nl:
          "onderdrukt: er zijn te weinig gevallen om te tonen, of het zou een ander getal verraden",
        en: "suppressed: there are too few cases to show, or it would give away another number")
    case .unreliable:
      LocalizedText(
        nl: "te weinig antwoorden in de enquête voor een betrouwbare schatting",
        en: "too few answers in the survey for a reliable estimate")
    }
  }
}
