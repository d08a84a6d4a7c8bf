/// Why an area has a value on a map, or has none. The raw values are those of the column `status`.
public enum AreaStatus: String, Hashable, Sendable, CaseIterable {
  /// The area has a value.
  case ok
  /// The value is withheld, because it could give away something about people or firms.
  case onderdrukt
  /// The source has no value for the area.
  case geenGegevens = "geen_gegevens"
  /// There is a source, but what it holds is too little for a value that can be relied on.
  case weinigGegevens = "weinig_gegevens"

  /// What the legend says of areas with this status.
  public func label(_ language: Language) -> String {
    MapTexts.status(self, language)
  }

  /// The colour under the hatch of areas without a value.
  public static var ground: Color { Hatch.ground }
}
