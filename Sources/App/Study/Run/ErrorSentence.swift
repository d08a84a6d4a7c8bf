internal import Areas
internal import Atlas
internal import Bytes
internal import CSV
internal import Crosswalks
internal import Disclosure
internal import Exports
internal import Geocoding
internal import GeoJSON
internal import GeoPackage
internal import Geometry
internal import Heatmaps
internal import Keys
internal import Ledger
internal import Linkage
internal import Pictures
internal import Registers
internal import Shapefile
internal import Spreadsheet
internal import Tables

/// The sentences for errors of all floors: where, what was given, what is allowed, what to do.
public enum ErrorSentence {
  /// The sentence for an error, or nil when it is none of ours.
  public static func text(_ error: any Error) -> String? {
    known(error, naming: true)
  }

  /// The sentence for an error; without the path when the place is already named.
  static func text(_ error: any Error, naming: Bool) -> String {
    known(error, naming: naming) ?? "an unexpected error."
  }

  /// Whether an error is one of a heatmap, and not of a file.
  static func isOfHeatmap(_ error: any Error) -> Bool {
    error is HeatmapFailure || error is HeatmapError || error is GridRefusal
  }

  private static func known(_ error: any Error, naming: Bool) -> String? {
    let (path, sentence): (String, String)
    switch error {
    case let error as StudyProblems:
      return error.problems.map(\.text).joined(separator: "\n")
    case let error as FileError: (path, sentence) = (error.path, error.sentence)
    case CSVError.source(let failure): return known(failure.error, naming: naming)
    case let error as CSVError: (path, sentence) = parts(error)
    case let error as GeoPackageError: (path, sentence) = parts(error)
    case let error as AreaError: (path, sentence) = parts(error)
    case RecordSource.Failure.csv(.source(let failure)):
      return known(failure.error, naming: naming)
    case let error as RecordSource.Failure: (path, sentence) = parts(error)
    case let error as ShapefileError: (path, sentence) = error.parts
    case let error as SpreadsheetError: (path, sentence) = error.parts
    case let error as RegisterError: (path, sentence) = error.parts
    case let error as RegisterSourceError: (path, sentence) = error.parts
    case let error as AddressColumns.Problem: (path, sentence) = ("", error.sentence)
    case CrosswalkError.csv(let error): return known(error, naming: naming)
    case let error as CrosswalkError: (path, sentence) = error.parts
    case let error as UserListError: (path, sentence) = error.parts
    case let error as MatchModelFile.Failure:
      (path, sentence) = (
        error.path, "line \(error.line) of the match model is not understood."
      )
    case let error as StudyRun.Failure: (path, sentence) = ("", error.sentence)
    case let error as LinkageRefusal: (path, sentence) = ("", error.sentence)
    case let error as LinkageConflict: (path, sentence) = ("", error.sentence)
    case let error as LinkageRun.ReadsFromTarget: (path, sentence) = ("", error.sentence)
    case let error as PersonsInText.Failure: (path, sentence) = ("", error.sentence)
    case let error as StudyRelease.Failure: (path, sentence) = ("", error.sentence)
    case let error as AlgorithmEntry.TooLong: (path, sentence) = ("", error.sentence)
    case let error as VerifiedFolder.Failure: (path, sentence) = error.parts
    case let error as PublicationLedger.Damage: (path, sentence) = error.parts
    case let error as StudyDifference.Failure: (path, sentence) = error.parts
    case let error as StudySeries.Failure: (path, sentence) = ("", error.sentence)
    case let error as StudyMerge.Failure: (path, sentence) = ("", error.sentence)
    case let error as SavedPublication.Damage: (path, sentence) = error.parts
    case let error as StudyComparison.Failure: (path, sentence) = ("", error.sentence)
    case let error as BarrierLog.Failure: (path, sentence) = ("", error.sentence)
    case let error as StudyQuality.Failure: (path, sentence) = ("", error.sentence)
    case let error as HeatmapFailure: (path, sentence) = ("", error.sentence)
    case let error as HeatmapError: (path, sentence) = ("", error.sentence)
    case let error as LayerFile.Failure: (path, sentence) = error.parts
    case let error as PictureFailure: (path, sentence) = error.parts
    case let error as FactsheetFailure: (path, sentence) = error.parts
    case let error as AreasSimplification.Failure: (path, sentence) = ("", error.sentence)
    case let error as AtlasPage.Failure: (path, sentence) = error.parts
    case let error as GridRefusal: (path, sentence) = ("", error.sentence)
    case let error as LinkageError: (path, sentence) = error.parts
    case let error as KeyError: (path, sentence) = error.parts
    case let error as StudyVerification.Failure: (path, sentence) = error.parts
    case let error as LinkageRun.UnknownGemeente: (path, sentence) = ("", error.sentence)
    case OutputFolder.Refusal.holdsOtherFiles(let folder, let name):
      (path, sentence) = (
        folder,
        "the folder holds '\(name)', which is no part of an earlier result. "
          + "Name another folder with --out, or take it out."
      )
    default: return nil
    }
    return naming && !path.isEmpty ? "\(path): \(sentence)" : sentence
  }

  private static func parts(_ error: CSVError) -> (String, String) {
    switch error {
    case .file(let error): (error.path, error.sentence)
    case .source(let failure): ("", known(failure.error, naming: true) ?? "it cannot be read.")
    case .empty(let path): (path, "the file is empty; a header line and records are expected.")
    case .noHeader(let path):
      (
        path,
        "the first line holds values, not the names of columns. Put a line with names above it."
      )
    case .zeroByte(let path, let line):
      (path, "line \(line) holds a byte zero, so this is no text file. Export it as CSV again.")
    case .recordTooLong(let path, let line, let limit):
      (
        path,
        "the record that begins on line \(line) is longer than \(limit >> 20) MiB; perhaps a quote "
          + "is never closed."
      )
    case .unclosedQuote(let path, let line):
      (
        path,
        "a quote opens a field on line \(line) and never closes, so all that follows would be one "
          + "field. Remove it, close it, or write it twice inside quotes."
      )
    }
  }

  private static func parts(_ error: GeoPackageError) -> (String, String) {
    switch error {
    case .missing(let path): (path, FileError.missing(path: path).sentence)
    case .isDirectory(let path): (path, FileError.isDirectory(path: path).sentence)
    case .cannotRead(let path, let code):
      (path, FileError.cannotRead(path: path, code: code).sentence)
    case .cannotWrite(let path, let code):
      (path, FileError.cannotWrite(path: path, code: code).sentence)
    case .notADatabase(let path): (path, "this is no GeoPackage: it is not a SQLite database.")
    case .notAGeoPackage(let path):
      (path, "this is a SQLite database without the tables of a GeoPackage.")
    case .damaged(let path): (path, "the GeoPackage is damaged or cut off. Fetch it again.")
    case .unfinishedChanges(let path, let pending):
      (path, "another program has unfinished changes in '\(pending)'. Close it first.")
    case .noLayer(let path, let layer, let known):
      (path, "there is no layer '\(layer)'. Its layers: \(known.joined(separator: ", ")).")
    case .noColumn(let path, let layer, let column, let known):
      (
        path,
        "layer '\(layer)' has no column '\(column)'. Its columns: \(known.joined(separator: ", "))."
      )
    case .badGeometry(let path, let layer, let fid, let why):
      (path, "layer '\(layer)', fid \(fid): the geometry cannot be used (\(words(why))).")
    case .badValue(let path, let layer, let fid, let column):
      (path, "layer '\(layer)', fid \(fid): the value in '\(column)' does not fit its column.")
    case .wrongValueCount(let path, let layer, let fid, let expected, let found):
      (
        path,
        "layer '\(layer)', fid \(fid): \(counted(found, "value")) for \(counted(expected, "column"))."
      )
    case .nameNotAllowed(let path, let name):
      (path, "the name '\(name)' is empty, reserved or already in use.")
    case .badTime(let path, let text): (path, "'\(text)' is no time as 2025-01-01T00:00:00Z.")
    }
  }

  private static func words(_ fault: GeoPackageGeometryFault) -> String {
    switch fault {
    case .ring(let polygon, let ring, let error):
      "polygon \(polygon + 1), ring \(ring + 1): \(words(error))"
    case .cutOff: "its bytes end too early"
    case .notFinite: "a coordinate is no number"
    default: "its bytes are not those of a geometry"
    }
  }

  private static func words(_ error: RingError) -> String {
    switch error {
    case .tooFewPositions(let count): "it has \(count) positions, at least 4 are needed"
    case .notClosed: "it does not close"
    case .notFinite: "a coordinate is no number"
    }
  }

  private static func parts(_ error: AreaError) -> (String, String) {
    switch error {
    case .file(let error): (error.path, error.sentence)
    case .geoPackage(let error): parts(error)
    case .geoJSON(let path, let error): (path, sentence(error))
    case .sample(let path, let column):
      (
        path,
        column.isEmpty
          ? "the file cannot be read as CSV." : "the file has no column '\(column)'."
      )
    case .unknownFormat(let path) where !PathTarget.exists(path):
      (path, FileError.missing(path: path).sentence)
    case .unknownFormat(let path):
      (
        path,
        "areas are read from .gpkg, .geojson, .json, .shp and, with well-known text, .csv; this is "
          + "none of them."
      )
    case .shapefile(let error): error.parts
    case .csv(.source(let failure)): ("", known(failure.error, naming: true) ?? "")
    case .csv(let error): parts(error)
    case .unnamedSystem(let path):
      (
        path,
        "it does not name the reference system of its coordinates. Put a .prj file beside a "
          + "shapefile, or name it with --epsg, in a study with 'epsg:'; 28992 is RD New."
      )
    case .noColumn(let path, let column, let known):
      (
        path,
        "there is no column '\(column)'"
          + (nearestWord(to: column, among: known).map { "; did you mean '\($0)'?" } ?? ".")
          + " Its columns: \(known.prefix(20).joined(separator: ", "))."
      )
    case .layerUnclear(let path, let known):
      (
        path,
        "name one of its layers behind a #, as in '\(path)#\(known.first ?? "layer")'. Its layers: "
          + known.joined(separator: ", ") + "."
      )
    case .noSurfaces(let path):
      (path, "no column holds surfaces as well-known text (POLYGON ((…))).")
    case .badSurface(let path, let row):
      (path, "row \(row): the surface is not written as a polygon in well-known text.")
    case .own(let path, let fault): (path, fault.sentence)
    case .noLevel(let level, let path, let known):
      (
        path,
        "there are no \(level.plural) in it. "
          + (known.isEmpty
            ? "It has no layers at all." : "Its layers: \(known.joined(separator: ", ")).")
      )
    case .noCodeColumn(let path, let layer, let columns):
      (
        path,
        "layer '\(layer)' has no column with codes (buurtcode, BU_CODE, …). Its columns: "
          + columns.prefix(20).joined(separator: ", ") + "."
      )
    case .unknownEdition(let path):
      (
        path,
        "neither a column 'jaar' nor the name of the file tells the year. Put it in the name, as in "
          + "wijkenbuurten_2024.gpkg."
      )
    case .mixedEditions(let years):
      (
        "",
        "the files are of different years: \(years.sorted().map(String.init).joined(separator: ", "))."
      )
    case .referenceSystem(let path, let declared):
      (
        path,
        declared.isEmpty
          ? "the coordinates lie outside the Netherlands in RD New and in WGS 84. Save it in RD New "
            + "(EPSG:28992), or name the system of areas of your own with --epsg, in a study with 'epsg:'."
          : ["EPSG:28992", "EPSG:4326"].contains(declared)
            ? "it is said to be in \(declared), and its coordinates do not lie in the Netherlands in that "
              + "system. Look up in which system they are, and name that."
            : "it is in '\(declared)', which is not known well enough to bring it to RD New, or its "
              + "coordinates do not fit that in the Netherlands. Save it in RD New (EPSG:28992) or WGS 84 "
              + "(EPSG:4326)."
      )
    case .inconsistent(let path, let found):
      (
        path,
        (found.allSatisfy(isEmptySurface) ? "" : "the areas contradict each other: ")
          + found.prefix(5).map(words).joined(separator: "; ")
          + (found.count > 5 ? "; and \(found.count - 5) more." : ".")
      )
    case .geometry(let path, let code): (path, "area \(code): its position cannot be used.")
    }
  }

  private static func isEmptySurface(_ inconsistency: AreaInconsistency) -> Bool {
    if case .emptySurface = inconsistency { true } else { false }
  }

  private static func words(_ inconsistency: AreaInconsistency) -> String {
    switch inconsistency {
    case .duplicateCode(_, let code): "\(code) occurs twice"
    case .malformedCode(let level, let row): "row \(row) of the \(level.plural) has no code"
    case .missingParent(_, let code, let parent): "\(code) lies in \(parent), which is missing"
    case .emptySurface(_, let code): "\(code) has no surface"
    }
  }

  private static func sentence(_ error: GeoJSONError) -> String {
    switch error {
    case .notJSON(let place, _): "line \(place.line), column \(place.column): this is no JSON."
    case .truncated(let place, _): "it ends too early, on line \(place.line)."
    case .notUTF8(let place): "line \(place.line): the text is not UTF-8."
    case .nestedTooDeep(_, let limit): "it is nested deeper than \(limit) levels."
    case .numberOutOfRange(let place): "line \(place.line): a number is out of range."
    case .notAFeatureCollection: "it is no FeatureCollection."
    case .notAFeature(let feature, _): "feature \(feature + 1) is no Feature."
    case .missingMember(let name, _): "the member '\(name)' is missing."
    case .wrongMember(let name, _, _): "the member '\(name)' is of another kind than GeoJSON asks."
    case .notAnArray(_, let feature), .notAPosition(_, let feature):
      "feature \(feature + 1): its coordinates are no positions."
    case .polygonWithoutRings(let feature, _): "feature \(feature + 1): a polygon without rings."
    case .ring(let feature, let polygon, let ring, let error):
      "feature \(feature + 1), polygon \(polygon + 1), ring \(ring + 1): \(words(error))."
    }
  }

  private static func parts(_ error: RecordSource.Failure) -> (String, String) {
    switch error {
    case .csv(let error): parts(error)
    case .spreadsheet(let error): error.parts
    case .shapefile(let error): error.parts
    case .otherSystem(let path, let name):
      (
        path,
        name.isEmpty
          ? "it does not name its reference system: the .prj file is missing. Put one beside it, "
            + "or save the file with its reference system."
          : "it is in '\(name)', from which its points cannot be brought to RD New. Save it in RD "
            + "New (EPSG:28992) or WGS 84 (EPSG:4326)."
      )
    case .geoJSON(let path, let error): (path, sentence(error))
    case .geoPackage(let error): parts(error)
    case .noPoints(let path):
      (
        path,
        "it holds surfaces or lines, and records are points. Areas are named under --areas, in a study "
          + "under 'areas:'."
      )
    case .layerUnclear(let path, let known):
      (
        path,
        "name one of its layers behind a #, as in '\(path)#\(known.first ?? "layer")'. Its layers: "
          + known.joined(separator: ", ") + "."
      )
    case .referenceSystem(let path, let epsg):
      (path, "it is in EPSG:\(epsg); RD New (28992) and WGS 84 (4326) are read.")
    }
  }
}
