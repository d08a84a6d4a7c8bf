public import Indicators

extension IndexDefinition.Frame {
  /// The areas that an area is compared with, in words.
  public var words: LocalizedText {
    switch self {
    case .study: LocalizedText(nl: "alle gebieden van de studie", en: "all areas of the study")
    case .gemeente:
      LocalizedText(nl: "de gebieden van de eigen gemeente", en: "the areas of its own gemeente")
    case .size:
      LocalizedText(
        nl: "de gebieden van gemeenten van dezelfde grootte",
        en: "the areas of gemeenten of the same size")
    case .urbanity:
      LocalizedText(
        nl: "de gebieden die even stedelijk zijn", en: "the areas that are as urban as it is")
    case .country:
      LocalizedText(
        nl: "alle gebieden die gelezen zijn, ook buiten de studie",
        en: "all areas that were read, also outside the study")
    }
  }
}
