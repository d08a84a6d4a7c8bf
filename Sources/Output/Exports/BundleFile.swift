/// The names of the files by which the programs of GIS staff open a study.
package enum BundleFile {
  /// All layers, in RD New.
  package static let geoPackage = "wijkzicht.gpkg"
  /// The project of QGIS; QGIS adds letters to the name of what it keeps beside it.
  package static let project = "wijkzicht.qgs"
  /// The style of MapLibre.
  package static let style = "wijkzicht.style.json"
  /// The bookmarks of QGIS.
  package static let bookmarks = "bladwijzers.xml"
  /// What the files are, for programs.
  package static let metadata = "metadata.json"
  /// What the results are, for catalogues (ISO 19115).
  package static let catalogueEntry = "metadata.xml"
  /// What the files are, for people.
  package static let readme = "LEESMIJ.md"
  /// SHA-256 of all files but itself.
  package static let checksums = "SHA256SUMS"
  /// All files in one.
  package static let zip = "wijkzicht.zip"
}
