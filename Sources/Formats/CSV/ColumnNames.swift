/// The names of the columns of a file of records, as far as messages may repeat them.
///
/// Nothing in a file says that its first line holds names: it may be the first record, with somebody's
/// name in it. A name is repeated when it is made of words with which columns are named (`datum`,
/// `BU_CODE`, `soort delict`), and all names are when at least half of them are, and two: a record does
/// not consist of such words. All are too when somebody asks for one of them by its name. Of the others
/// only the place is told.
public struct ColumnNames: Hashable, Sendable {
  /// For each column its name or, when that may be a value, its place: `column 3`.
  public let labels: [String]
  /// How many names may be values, and are not among the labels.
  public let withheld: Int

  /// Looks at the cells of a first line.
  /// - Parameter asked: names of columns that the user wrote down; a first line with one of them holds
  ///   names.
  public init(_ header: [String], asked: Set<String> = []) {
    let isName = header.map(Self.isName)
    let filled = header.count { !$0.isEmpty }
    let known = isName.count { $0 }
    let isHeader =
      (known >= min(2, filled) && 2 * known >= filled) || header.contains { asked.contains($0) }
    labels = header.indices.map { column in
      isName[column] || isHeader ? header[column] : "column \(column + 1)"
    }
    withheld = isHeader ? 0 : zip(header, isName).count { !$0.isEmpty && !$1 }
  }

  /// Whether a cell is the name of a column: each of its words is one with which columns are named, so
  /// that `Jan van Wijk` is none.
  private static func isName(_ cell: String) -> Bool {
    let words = String(cell.lowercased().map(withoutMark)).split { !$0.isLetter && !$0.isNumber }
      .compactMap { word in
        // `postcode6`, `x1`: the number of a column.
        let letters = word.prefix { !$0.isNumber }
        return letters.isEmpty ? nil : String(letters)
      }
    // `Post Code` is `postcode`.
    return !words.isEmpty && (words.allSatisfy(isWord) || Self.words.contains(words.joined()))
  }

  /// The letter without its accent or trema, as in `coördinaat`.
  private static func withoutMark(_ letter: Character) -> Character {
    switch letter {
    case "é", "è", "ë", "ê": "e"
    case "ï", "í": "i"
    case "ö", "ó": "o"
    case "ü", "ú": "u"
    default: letter
    }
  }

  private static func isWord(_ word: String) -> Bool {
    // `huisnummer`, `meldingsdatum`: what is named by its kind. No first name or place ends so.
    if Self.words.contains(word) { return true }
    return word.count > 6 && Self.endings.contains { word.hasSuffix($0) }
  }

  private static let endings = [
    "nummer", "datum", "code", "naam", "soort", "nr", "tijdstip", "identificatie", "aanduiding",
    "gegevens", "toevoeging", "omschrijving", "categorie",
  ]

  private static let words: Set<String> = [
    // What every table has.
    "id", "key", "sleutel", "nr", "nummer", "no", "rij", "row", "volgnr", "index", "fid",
    "objectid",
    "naam", "name", "code", "type", "soort", "aard", "categorie", "category", "klasse", "groep",
    "status", "bron", "source", "label", "titel", "title", "omschrijving", "beschrijving",
    "description", "opmerking", "opmerkingen", "toelichting", "remark", "remarks", "wat", "waarde",
    "value", "aantal", "count", "n", "som", "totaal", "total", "bedrag", "gewicht", "weight",
    "eenheid",
    // Time.
    "datum", "date", "dag", "day", "maand", "month", "jaar", "year", "periode", "period",
    "kwartaal",
    "week", "tijd", "time", "tijdstip", "begin", "einde", "start", "end", "uur", "sinds",
    // Places.
    "adres", "address", "straat", "straatnaam", "street", "huisnummer", "huisnr", "hnr",
    "huisletter",
    "letter", "toevoeging", "toev", "postcode", "pc", "zip", "plaats", "woonplaats", "stad",
    "city", "place", "plaatsnaam", "gwb", "gemeente", "gm", "wijk", "wk", "buurt", "bu",
    "stadsdeel",
    "gebied", "area", "regio", "region", "provincie", "land", "country", "locatie", "location",
    "x", "y", "lon", "lng", "lat", "longitude", "latitude", "rd", "coord", "coordinaat",
    "coordinate", "oost", "noord", "punt",
    "geometrie", "geometry", "wkt", "bag", "pand", "verblijfsobject", "nummeraanduiding", "straal",
    // What records are of.
    "melding", "incident", "delict", "feit", "zaak", "dossier", "klacht", "controle", "aanvraag",
    "vergunning", "bedrijf", "vestiging", "sbi", "kvk", "branche", "woning", "object", "leeftijd",
    "geslacht", "geboortedatum", "persoon", "bsn", "aangifte", "registratie", "inwoners",
    "huishoudens",
  ]
}

extension CSVFile {
  /// The names of the columns, as far as messages may repeat them.
  public var columnNames: ColumnNames { ColumnNames(header) }

  /// The same, when the user asked for columns by these names.
  public func columnNames(asked: Set<String>) -> ColumnNames {
    ColumnNames(header, asked: asked)
  }

  /// The places in the header of the columns of a name: one, or none, or several in a file that repeats
  /// it.
  public func columns(named name: String) -> [Int] {
    header.indices.filter { header[$0] == name }
  }
}
