internal import Bytes
public import Pictures

/// Writes the page of one area from the folder of a run.
public struct FactsheetRun {
  private let folder: String
  private let area: String
  private let style: HouseStyle

  /// Prepares a page of the area with the code `area`, from what a run wrote into `folder`.
  public init(folder: String, area: String, style: HouseStyle = HouseStyle()) {
    self.folder = folder
    self.area = area
    self.style = style
  }

  /// Writes the page; the ending of `path` says in which form: `.pdf`, `.docx` or `.svg`.
  ///
  /// PDF is made by the program `rsvg-convert`. A `.docx` has the small map, and a logo that is SVG, when
  /// that program is there.
  /// - Returns: a remark for people when the folder has no list of checksums; nil when all that was read is as listed.
  /// - Throws: ``FactsheetFailure``, ``PictureFailure``, ``VerifiedFolder/Failure`` or `FileError`; nothing then was
  ///   written.
  public func write(to path: String) throws -> String? {
    let form = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["pdf", "docx", "svg"].contains(form) else {
      throw FactsheetFailure.unknownForm(path)
    }
    let converter = PictureConverter()
    if form == "pdf", converter == nil { throw PictureFailure.noConverter(path: path) }
    let results = try FactsheetFolder(folder)
    let sheet = try results.sheet(of: area)
    let bytes: [UInt8]
    switch (form, converter) {
    case ("docx", let converter):
      let map = try FactsheetDocument.map(of: sheet).flatMap { map in
        try converter?.converted(
          Array(map.utf8), form: "png", pixelsPerInch: 200, path: path)
      }
      let logo = try style.logo.flatMap { logo in
        logo.mediaType == "image/png"
          ? logo.bytes
          : try converter?.converted(logo.bytes, form: "png", pixelsPerInch: 300, path: path)
      }
      bytes = try FactsheetDocument(sheet, style: style, map: map, logo: logo).bytes
    case ("pdf", let converter?):
      bytes = try converter.converted(
        Array(sheet.svg(style: style).utf8), form: "pdf", pixelsPerInch: 96, path: path)
    default:
      bytes = Array(sheet.svg(style: style).utf8)
    }
    var file = try OutputFile(path: path)
    try file.write(bytes)
    try file.commit()
    return results.remark
  }
}

/// Why a page of an area could not be made.
public enum FactsheetFailure: Error, Hashable, Sendable {
  /// The folder is no result of a run.
  case noResult(String)
  /// The folder has no maps.
  case noMaps(String)
  /// A map is damaged.
  case badMap(String)
  /// No map has an area of this code.
  case unknownArea(String, nearest: String?, folder: String)
  /// The name of the result ends in none of the forms there are.
  case unknownForm(String)

  var parts: (path: String, sentence: String) {
    switch self {
    case .noResult(let path):
      (path, "this is no folder with results: it has no readable provenance.json.")
    case .noMaps(let path):
      (
        path,
        "there are no maps (kaart_….geojson). Run the study with 'geojson' among its exports."
      )
    case .badMap(let path):
      (path, "the map is damaged, or was not written by 'wijkzicht run'. Run the study again.")
    case .unknownArea(let code, let nearest, let folder):
      (
        folder,
        "no map has an area '\(code)'." + (nearest.map { " Did you mean '\($0)'?" } ?? "")
          + " Codes are as BU03440111, WK034401, GM0344; each level has the maps that the study asked for."
      )
    case .unknownForm(let path):
      (path, "the name says what is wanted: end it in .pdf, .docx or .svg.")
    }
  }
}
