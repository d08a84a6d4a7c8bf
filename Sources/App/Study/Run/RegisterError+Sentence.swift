internal import CSV
internal import Geocoding
internal import Registers

extension RegisterError {
  /// The path and the sentence.
  var parts: (String, String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .noRegister(let path):
      (path, "this is no register of addresses. Make one with 'wijkzicht register build'.")
    case .otherVersion(let path, let found, let known):
      (
        path,
        "the register has layout \(found), this program reads \(known). "
          + "Make it again with 'wijkzicht register build'."
      )
    case .damaged(let path):
      (
        path,
        "the register is damaged or cut off: a part does not agree with its SHA-256. "
          + "Copy it again, or make it again with 'wijkzicht register build'."
      )
    case .noAddresses:
      ("", "the sources hold no address with a postcode or street and a house number.")
    case .severalEditions(let years):
      (
        "",
        "the sources and areas are of different years: "
          + years.map { "\($0)" }.joined(separator: ", ")
          + ". A register holds one edition; leave the others out."
      )
    case .tooManyAreas(let count):
      ("", "there are \(count) different buurten; a register holds at most 32,765.")
    }
  }
}

extension RegisterSourceError {
  /// The path and the sentence.
  var parts: (String, String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .geoPackage(let error):
      ("", ErrorSentence.text(error) ?? "the GeoPackage is not readable.")
    case .projection(let error):
      ("", ErrorSentence.text(error) ?? "PROJ cannot transform positions.")
    case .empty(let path): (path, "the file is empty.")
    case .unrecognised(let path):
      (
        path,
        "this is no source of addresses. A table of CBS (pc6hnr), BAG addresses as CSV, the BAG "
          + "GeoPackage or a BAG extract in XML is expected."
      )
    case .delimiterUnknown(let path):
      (path, "the columns are not separated by ';', ',', a tab or '|'.")
    case .missingColumn(let path, let wanted):
      (
        path,
        "there is no column for " + wanted.map(\.rawValue).joined(separator: " or ") + "."
      )
    case .severalColumns(let path, let meaning, let names):
      (
        path,
        "several columns hold the \(meaning.rawValue): " + names.joined(separator: ", ")
          + ". Leave all but one out."
      )
    case .notText(let path): (path, "the file holds a byte zero, so this is no text file.")
    case .recordTooLong(let path, let row, let limit):
      (path, "row \(row) is longer than \(limit >> 20) MiB; perhaps a quote is never closed.")
    case .referenceSystem(let path, let layer, let epsg):
      (path, "layer '\(layer)' is in EPSG:\(epsg); RD New (28992) or WGS 84 (4326) is expected.")
    case .extractIncomplete(let path, let missing):
      (path, "the extract lacks the files of " + missing.joined(separator: ", ") + ".")
    case .damagedXML(let path, let line):
      (path, "the XML is cut off or not well-formed at line \(line). Fetch it again.")
    }
  }
}

extension AddressColumns.Problem {
  /// The sentence.
  var sentence: String {
    switch self {
    case .several(let role, let columns):
      "several columns hold the \(role.rawValue): \(columns.joined(separator: ", ")). "
        + (Set(columns).count < columns.count
          ? "Give each a name of its own in the file."
          : "Say which with --columns \(role.rawValue)=…")
    case .notFound(let known):
      "no columns hold an address. Name them with --columns postcode=…,number=… "
        + known.sentence
    }
  }
}
