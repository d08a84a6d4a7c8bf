/// The fixed words of maps and legends, in each language.
///
/// Words about one indicator are not here; they come from the catalogue.
public enum MapTexts {
  /// What the legend says of areas with `status`.
  public static func status(_ status: AreaStatus, _ language: Language) -> String {
    switch (status, language) {
    case (.ok, .nl): "Waarde bekend"
    case (.ok, .en): "Value known"
    case (.onderdrukt, .nl): "Onderdrukt, om herleiding te voorkomen"
    case (.onderdrukt, .en): "Suppressed, to prevent disclosure"
    case (.geenGegevens, .nl): "Geen gegevens"
    case (.geenGegevens, .en): "No data"
    case (.weinigGegevens, .nl): "Te weinig gegevens"
    case (.weinigGegevens, .en): "Too few data"
    }
  }

  /// What the legend of scores says of those that have no class.
  public static func fewOrUnsure(_ language: Language) -> String {
    switch language {
    case .nl: "Te onzeker voor een klasse, of te weinig gegevens"
    case .en: "Too unsure for a class, or too few data"
    }
  }

  /// What is said of a score that is too unsure.
  public static func tooUnsure(_ language: Language) -> String {
    switch language {
    case .nl: "Te onzeker voor een klasse"
    case .en: "Too unsure for a class"
    }
  }

  /// What the legend of quadrants says of areas that have none.
  public static func noQuadrant(_ language: Language) -> String {
    switch language {
    case .nl: "Te onzeker voor een kwadrant, of te weinig gegevens"
    case .en: "Too unsure for a quadrant, or too few data"
    }
  }

  /// The heading of the status column.
  public static func statusColumn(_ language: Language) -> String {
    switch language {
    case .nl: "Status van de waarde"
    case .en: "Status of the value"
    }
  }

  /// The class of the values from `lower` up to but not including `upper`.
  public static func classUpTo(_ lower: String, _ upper: String, _ language: Language) -> String {
    switch language {
    case .nl: "\(lower) tot \(upper)"
    case .en: "\(lower) to under \(upper)"
    }
  }

  /// The class of the values from `lower` up to and including `upper`.
  public static func classThrough(_ lower: String, _ upper: String, _ language: Language) -> String
  {
    switch language {
    case .nl: "\(lower) tot en met \(upper)"
    case .en: "\(lower) to \(upper)"
    }
  }

  /// The class of all values under `upper`.
  public static func classUnder(_ upper: String, _ language: Language) -> String {
    switch language {
    case .nl: "minder dan \(upper)"
    case .en: "under \(upper)"
    }
  }

  /// The class of all values up to and including `upper`.
  public static func classAtMost(_ upper: String, _ language: Language) -> String {
    switch language {
    case .nl: "ten hoogste \(upper)"
    case .en: "at most \(upper)"
    }
  }

  /// The class of all values from `lower`.
  public static func classAtLeast(_ lower: String, _ language: Language) -> String {
    switch language {
    case .nl: "\(lower) of meer"
    case .en: "\(lower) or more"
    }
  }

  /// The class of all values.
  public static func classOfAll(_ language: Language) -> String {
    switch language {
    case .nl: "alle waarden"
    case .en: "all values"
    }
  }
}
