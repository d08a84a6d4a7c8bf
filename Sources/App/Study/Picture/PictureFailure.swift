internal import Pictures

/// Why a picture could not be made, beyond the errors of its layer.
public enum PictureFailure: Error, Hashable, Sendable {
  /// The name of the result ends in none of the forms there are.
  case unknownForm(path: String)
  /// The program that makes PNG and PDF is not there.
  case noConverter(path: String)
  /// The program that makes PNG and PDF gave up with this exit code.
  case converterFailed(path: String, code: Int32)
  /// A logo that is neither SVG nor PNG.
  case unknownLogo(path: String)

  var parts: (path: String, sentence: String) {
    switch self {
    case .unknownForm(let path):
      (path, "the name says which picture is wanted: end it in .svg, .png or .pdf.")
    case .noConverter(let path):
      (
        path,
        "PNG and PDF are made by the program rsvg-convert, which is not there: install the package "
          + "librsvg2-bin, or write .svg, which needs nothing."
      )
    case .converterFailed(let path, let code):
      (
        path,
        "rsvg-convert gave up with exit code \(code). Nothing was written; .svg works without it."
      )
    case .unknownLogo(let path): (path, "a logo is an SVG or a PNG file.")
    }
  }
}

extension LayerFile.Failure {
  var parts: (path: String, sentence: String) {
    switch self {
    case .notGeoJSON(let path): (path, "this is no GeoJSON feature collection, or it is damaged.")
    case .withoutLegend(let path):
      (
        path,
        "the file has no legend in its metadata. A picture is made of a layer that 'wijkzicht run' "
          + "wrote (kaart_….geojson, patroon_….geojson); run the study again when it is older."
      )
    case .badLegend(let path, let line):
      (path, "line \(line) of the legend in its metadata is not understood.")
    case .badFeature(let path, let feature):
      (path, "feature \(feature) has no surface, or lies outside the Netherlands.")
    }
  }
}
