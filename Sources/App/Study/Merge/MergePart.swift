internal import Areas
internal import Bytes
internal import Disclosure
internal import Exports
internal import Foundation
internal import GeoPackage
internal import Geocoding
internal import Geometry
internal import Provenance
internal import Tabulation

/// The results of one city, read back and found whole.
struct MergePart {
  let path: String
  let study: SavedStudy
  let publication: SavedPublication
  /// The hash that stands for every byte of the results.
  let outputs: String
  /// The hash of the saved tables.
  let file: FileHash
  /// Whether it has no release, or one that is not its own.
  let isConcept: Bool
  /// The last day on which its study may be run, when that is over.
  let expired: String?
  /// Who released it; nil of a concept.
  let release: StudyRelease?
  /// What stood in the way of its results.
  let barriers: [Barrier]
  /// Whether water, roads or names lie over the maps of its atlas.
  let hasContext: Bool

  /// Reads the results in a folder and makes sure that no file of them was changed.
  /// - Throws: ``VerifiedFolder/Failure``, `SavedPublication.Damage`, ``StudyMerge/Failure``,
  ///   ``PersonsInText/Failure`` or `FileError`.
  init(_ path: String) throws {
    let folder = try VerifiedFolder(path)
    guard folder.isOfRun else {
      throw StudyMerge.Failure.notOfRun(path, isLinkage: folder.isLinkage)
    }
    guard folder.names.contains(StudyExport.published) else {
      throw StudyMerge.Failure.notSaved(path)
    }
    let name = "\(path)/\(StudyExport.published)"
    let publication = try SavedPublication(try InputFile.contents(of: name), path: name)
    guard
      let study = try? JSONDecoder().decode(SavedStudy.self, from: Data(publication.about)),
      study.isSound, Self.fits(study, publication)
    else {
      throw SavedPublication.Damage(path: name, fault: .unreadable(line: 2))
    }
    do {
      try StatementCheck(study, rule: publication.rule)?.run(publication)
    } catch {
      throw StudyMerge.Failure.contradictory(
        name, what: error.what, level: error.level, code: error.code)
    }
    self.path = path
    self.study = study
    self.publication = publication
    outputs = try folder.hash
    file = try FileHash(path: name)
    isConcept = study.isConcept || !folder.isReleased
    release = try isConcept ? nil : folder.releasePath.map { try StudyRelease(path: $0) }
    expired = folder.record.expires.flatMap { text in
      RecordDate(text).flatMap { $0.day < Today.day ? text : nil }
    }
    barriers = try Self.barriers(in: folder)
    hasContext = folder.inputs.contains { $0.role == "context" }
    try refusePersons()
  }

  /// The names of its gemeenten, in the order of their codes.
  var name: String {
    study.gemeenten.sorted { $0.key < $1.key }.map(\.value).joined(separator: ", ")
  }

  /// Whether what is told of the tables is of these tables.
  private static func fits(_ study: SavedStudy, _ publication: SavedPublication) -> Bool {
    let areas = Dictionary(
      study.layers.map { ($0.level, $0.areas) }, uniquingKeysWith: { first, _ in first })
    let tables = publication.tables
    return Set(tables.map(\.level)).count == tables.count
      && tables.allSatisfy { table in
        guard let places = areas[table.level.rawValue] else { return false }
        return places.map(\.code) == table.codes
          && places.map(\.gemeentecode) == table.gemeentecodes
      }
      && tables.contains { $0.level.rawValue == study.level }
      && publication.counts.map(\.id) == study.tables.map(\.id)
      // Files of these names hold indicators.
      && study.tables.allSatisfy { table in
        !(["excel"] + tables.flatMap { [$0.level.plural, $0.level.plural + "_excel"] })
          .contains(table.id)
      }
      && Self.fitBeside(study, publication)
      && zip(publication.counts, study.tables).allSatisfy { counts, table in
        counts.levels.map(\.level) == table.levels
          && counts.levels.allSatisfy { level, codes in areas[level]?.map(\.code) == codes }
          && counts.hasTotal == (table.hasTotals && table.category != nil)
          && counts.cut?.rawValue == table.period
          && (table.category != nil || counts.categories == [""])
      }
  }

  /// Whether heatmaps and the placing of records are of the study.
  private static func fitBeside(_ study: SavedStudy, _ publication: SavedPublication) -> Bool {
    let areas = Set(
      study.layers.flatMap { layer in
        layer.areas.flatMap {
          [
            [layer.level, $0.code, $0.name],
            [AreaLevel.gemeente.rawValue, $0.gemeentecode, $0.gemeentenaam],
          ]
        }
      })
    let gemeenten = study.layers.first { $0.level == AreaLevel.gemeente.rawValue }?.areas
      .map(\.code)
    let (grids, placings) = (publication.grids, publication.placings)
    return Set(grids.map(\.id)).count == grids.count
      && grids.allSatisfy { grid in
        grid.gemeenten == gemeenten && study.heatmaps.contains { $0.isOf(grid) }
      }
      && Set(placings.map(\.id)).count == placings.count
      && placings.allSatisfy { placing in
        areas.isSuperset(of: placing.areas) && study.data.contains { $0.id == placing.id }
      }
  }

  /// The areas with their surfaces, from the GeoPackage of the results.
  /// - Throws: ``StudyMerge/Failure/noSurfaces(_:level:)`` or `GeoPackageError`.
  func layer(_ level: AreaLevel) throws -> [Area] {
    let name = "\(path)/\(BundleFile.geoPackage)"
    guard PathTarget.exists(name) else {
      throw StudyMerge.Failure.noSurfaces(path, level: level.plural)
    }
    var surfaces: [String: MultiPolygon] = [:]
    try GeoPackageReader(path: name).forEachFeature(
      of: level.plural, columns: ["code"], geometry: true
    ) { feature in
      guard case .text(let code)? = feature.values.first else { return }
      switch feature.geometry {
      case .multiPolygon(let surface)?: surfaces[code] = surface
      default: surfaces[code] = MultiPolygon([])
      }
    }
    let places = study.layers.first { $0.level == level.rawValue }?.areas ?? []
    return try places.map { place in
      guard let surface = surfaces[place.code] else {
        throw StudyMerge.Failure.noSurfaces(path, level: level.plural)
      }
      return Area(
        code: place.code, name: place.name, wijkcode: place.wijkcode,
        gemeentecode: place.gemeentecode, gemeentenaam: place.gemeentenaam, geometry: surface)
    }
  }
}
