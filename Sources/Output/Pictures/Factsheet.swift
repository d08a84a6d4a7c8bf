public import Cartography

/// What a study says of one area, on one page: from published values alone.
public struct Factsheet: Sendable {
  /// One map of the study, and what it has for the area.
  public struct Line: Sendable {
    /// What is shown.
    public let title: String
    /// The unit of the value; empty when there is none.
    public let unit: String
    /// The value as people read it; nil without one.
    public let value: String?
    /// The class, kind or status of the area, as the legend has it.
    public let label: String
    /// The colour on the map.
    public let color: Color
    /// Whether there is a value, or why there is none.
    public let status: AreaStatus
    /// What else is to be said: a reason, or how sure the value is; empty for nothing.
    public let note: String
    /// The median of the areas of the gemeente; nil without one, or when too much is suppressed.
    public let gemeenteMedian: String?
    /// The median of all areas of the study at this level; nil without one.
    public let allMedian: String?

    /// Makes a line.
    public init(
      title: String, unit: String, value: String?, label: String, color: Color, status: AreaStatus,
      note: String, gemeenteMedian: String?, allMedian: String?
    ) {
      self.title = title
      self.unit = unit
      self.value = value
      self.label = label
      self.color = color
      self.status = status
      self.note = note
      self.gemeenteMedian = gemeenteMedian
      self.allMedian = allMedian
    }
  }

  /// The name of the area.
  public let name: String
  /// Its code.
  public let code: String
  /// Its level, as `buurt`.
  public let level: String
  /// The name of its gemeente.
  public let gemeente: String
  /// The title of the study.
  public let study: String
  /// The day to which the values refer.
  public let peildatum: String
  /// The edition of the areas.
  public let edition: String
  /// Warnings that must not be missed.
  public let stamps: [String]
  /// The maps at the level of the area.
  public let lines: [Line]
  /// The areas of the gemeente, and which of them is the area: drawn as a small map.
  public let surroundings: [PictureArea]
  /// The place of the area among ``surroundings``.
  public let place: Int
  /// The sources of the values.
  public let sources: [String]
  /// The language of the fixed words.
  public let language: Language

  /// Makes a factsheet.
  public init(
    name: String, code: String, level: String, gemeente: String, study: String, peildatum: String,
    edition: String, stamps: [String], lines: [Line], surroundings: [PictureArea], place: Int,
    sources: [String], language: Language
  ) {
    self.name = name
    self.code = code
    self.level = level
    self.gemeente = gemeente
    self.study = study
    self.peildatum = peildatum
    self.edition = edition
    self.stamps = stamps
    self.lines = lines
    self.surroundings = surroundings
    self.place = place
    self.sources = sources
    self.language = language
  }
}

/// The fixed words of a factsheet.
struct FactsheetTexts {
  let sheet: Factsheet
  private func say(_ nl: String, _ en: String) -> String { sheet.language == .nl ? nl : en }

  var place: String {
    say("\(sheet.level) in \(sheet.gemeente)", "\(sheet.level) in \(sheet.gemeente)")
      + " · \(sheet.code)"
  }
  var day: String {
    say("Peildatum ", "Reference date ") + sheet.peildatum
      + say(" · gebieden van ", " · areas of ") + sheet.edition + " · " + sheet.study
  }
  var headings: [String] {
    [
      say("Onderwerp", "Subject"), say("Waarde", "Value"),
      say("Klasse op de kaart", "Class on the map"),
      say("Mediaan \(sheet.gemeente)", "Median \(sheet.gemeente)"),
      say("Mediaan alle gebieden", "Median all areas"),
    ]
  }
  var guide: String {
    say(
      "Een patroon, nooit een oordeel: deze getallen gaan over een gebied en zeggen niets over wie er "
        + "woont of werkt. Registraties volgen ook waar gekeken en gemeld is.",
      "A pattern, never a verdict: these numbers are about an area and say nothing of who lives or works "
        + "there. Records also follow where people looked and reported.")
  }
  var medians: String {
    say(
      "Medianen zijn die van gebieden met een waarde; bij meer dan een vijfde onderdrukt is er geen. Wat elk "
        + "getal zegt en niet zegt, staat bij de kaart.",
      "Medians are of areas with a value; there is none when more than a fifth is suppressed. What each "
        + "number says and does not say stands with its map."
    )
  }
  var sources: String {
    sheet.sources.isEmpty
      ? "" : say("Bronnen: ", "Sources: ") + sheet.sources.joined(separator: "; ") + "."
  }
  var location: String {
    say("De plek in \(sheet.gemeente)", "Where it lies in \(sheet.gemeente)")
  }
  func more(_ count: Int) -> String {
    say(
      "en \(count) andere onderwerpen: zie de tabel van de studie",
      "and \(count) other subjects: see the table of the study")
  }
  var nothing: String {
    say(
      "Van dit gebied is er geen kaart op dit niveau.",
      "There is no map of this area at this level.")
  }
}
