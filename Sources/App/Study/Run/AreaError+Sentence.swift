internal import Areas
internal import Shapefile
internal import Tables

extension OwnAreaFault {
  /// What is to be said about it.
  var sentence: String {
    switch self {
    case .noCode(let row): "row \(row) has no code."
    case .twoNames(let code):
      "two surfaces have the code '\(code)' and different names; a code is of one area."
    case .twice(let code, let rows):
      "'\(code)' stands on rows \(rows.map { "\($0)" }.joined(separator: " and ")) below the header; in "
        + "a mapping each area belongs to one other. Take one of the rows out."
    case .unknownCodes(let codes, let level):
      "\(codes.count) of its codes are no \(level.plural) of this edition: "
        + codes.prefix(5).joined(separator: ", ") + (codes.count > 5 ? ", …" : "")
        + ". A list of another year needs its own areas."
    case .noSource(let level):
      "it gives areas to \(level.plural), which the study does not read; name their file under "
        + "'areas: files:'."
    case .empty: "it holds no areas."
    }
  }
}

extension ShapefileError {
  /// The file and what is to be said about it.
  var parts: (path: String, sentence: String) {
    switch self {
    case .file(let error): (error.path, error.sentence)
    case .missingPart(let path, let suffix):
      (
        path,
        "the file with the same name that ends in \(suffix) is missing. A shapefile is a set of "
          + "files; put them together."
      )
    case .damaged(let path, let suffix):
      (path, "the \(suffix) file is no part of a shapefile, or is damaged or cut off.")
    case .badShape(let path, let record):
      (path, "record \(record) is not written as a shape, or names bytes beyond the file.")
    case .otherShapes(let path, let type):
      (path, "it holds \(Self.words(ofType: type)); points and polygons are read.")
    case .unequal(let path, let shapes, let rows):
      (
        path,
        "it has \(counted(shapes, "shape")) and \(counted(rows, "row")) in its table; the files do not belong together."
      )
    case .tooLarge(let path, let suffix):
      (
        path,
        "the \(suffix) file is larger than a shapefile can be (its lengths are counted in 2 GiB). "
          + "Save it as a GeoPackage."
      )
    case .encoding(let path, let name):
      (path, "its texts are in '\(name)'; UTF-8 and Windows-1252 are read. Save it in UTF-8.")
    }
  }
}

extension ShapefileError {
  /// What shapes of a type are. Source: ESRI, Shapefile Technical Description (1998).
  private static func words(ofType type: Int) -> String {
    switch type {
    case 3, 13, 23: "lines"
    case 8, 18, 28: "groups of points"
    case 31: "bodies of three dimensions (MultiPatch)"
    default: "shapes of an unknown type (\(type))"
    }
  }
}
