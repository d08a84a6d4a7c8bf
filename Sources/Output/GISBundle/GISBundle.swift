public import Exports
public import Areas
public import Geometry

/// The files by which programs of GIS staff open a study with the right colours at once: a project of
/// QGIS with the gemeenten side by side, a style of MapLibre, bookmarks, metadata, and a page for people.
///
/// The files refer to the maps beside them by name, and hold no value of an area.
public struct GISBundle: Sendable {
  let document: MapDocument
  let purpose: String
  let layers: [StyledLayer]
  let hasGeoPackage: Bool
  let hasGeoJSON: Bool
  let frames: GemeenteFrames

  /// Prepares the files.
  /// - Parameters:
  ///   - export: the maps.
  ///   - purpose: for what the study is, in the words of its makers.
  ///   - choice: which maps are there to refer to: without a GeoPackage there is no project, without
  ///     GeoJSON no style of MapLibre.
  /// - Throws: `ProjectionError`.
  public init(
    _ export: StudyExport, document: MapDocument, purpose: String, choice: StudyExport.Choice
  ) throws {
    self.document = document
    self.purpose = purpose
    layers = export.styledLayers
    hasGeoPackage = choice.geoPackage
    hasGeoJSON = choice.geoJSON
    frames = try GemeenteFrames(document.areas)
  }

  /// The extent of the areas of a study in degrees; empty when there is none.
  /// - Throws: `ProjectionError`.
  public static func degrees(of areas: AreaSet) throws -> Box {
    try GemeenteFrames(areas).degrees
  }

  /// The files by name; equal studies give equal bytes.
  public var files: [(name: String, bytes: [UInt8])] {
    var files: [(name: String, bytes: [UInt8])] = []
    if hasGeoPackage, !layers.isEmpty {
      files.append((BundleFile.project, Array(QGISProject(self).text.utf8)))
    }
    if hasGeoJSON, !fileLayers.isEmpty {
      files.append((BundleFile.style, MapLibreStyle(self).json))
    }
    if !frames.gemeenten.isEmpty {
      files.append((BundleFile.bookmarks, Array(BookmarksFile(frames).text.utf8)))
    }
    files.append((BundleFile.metadata, BundleMetadata(self).json))
    files.append((BundleFile.readme, Array(BundleReadme(self).text.utf8)))
    return files
  }

  /// The maps that have a GeoJSON file.
  var fileLayers: [StyledLayer] { layers.filter { $0.file != nil } }
}
