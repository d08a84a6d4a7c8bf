internal import Exports
internal import GeoPackage

/// A file in a folder with results that no list of checksums has, and that is no change of the results.
public enum PassedOverFile: Hashable, Sendable {
  /// The archive, which holds the list itself.
  case archive(String)
  /// What QGIS keeps beside a project that is listed.
  case ofProject(String)
  /// What SQLite keeps beside a GeoPackage that is listed, without changes to it.
  case ofDatabase(String, database: String)

  /// - Parameter listed: the files that have a checksum. Beside another file nothing is passed over.
  init?(_ name: String, listed: Set<String>) {
    if name == StudyExport.zip {
      self = .archive(name)
      return
    }
    for file in listed {
      if file.hasSuffix(".gpkg"), PendingChanges.endings.contains(where: { file + $0 == name }) {
        self = .ofDatabase(name, database: file)
        return
      }
      if file.hasSuffix(".qgs"), ["\(file)~", "\(file.dropLast(4))_attachments.zip"].contains(name)
      {
        self = .ofProject(name)
        return
      }
    }
    return nil
  }

  /// The name of the file.
  public var name: String {
    switch self {
    case .archive(let name), .ofProject(let name), .ofDatabase(let name, _): name
    }
  }

  /// That it was not looked at, and why, for people.
  public var sentence: String {
    switch self {
    case .archive(let name):
      "\(name): not looked at. It should hold the same files: unpack it and verify that folder."
    case .ofProject(let name):
      "\(name): not looked at. QGIS writes such a file beside its project, and no run does: leave it out of what is "
        + "published."
    case .ofDatabase(let name, let database):
      "\(name): not looked at. It holds no changes; a program that has \(database) open makes it."
    }
  }
}
