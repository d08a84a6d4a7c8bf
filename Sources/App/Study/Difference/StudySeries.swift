public import Bytes
internal import Comparison
internal import Exports
internal import Foundation
internal import Geocoding
internal import Indicators

/// The results of several years side by side: series on one edition of the areas, cut where what is measured
/// changed.
public struct StudySeries: Sendable {
  /// Why results make no series.
  public enum Failure: Error, Hashable, Sendable {
    /// Fewer than two folders.
    case tooFew(Int)
    /// Areas of two editions.
    case otherEdition(String, String)
    /// Results for other audiences.
    case otherAudience(String, String)
    /// Two folders of one day.
    case sameDay(String, String)
    /// A provisional day that no folder has.
    case unknownDay(String, known: [String])
    /// No indicator has a map in two of them.
    case nothingInCommon

    var sentence: String {
      switch self {
      case .tooFew(let count):
        "a series takes the results of two runs or more, and \(count) \(count == 1 ? "is" : "are") named."
      case .otherEdition(let first, let second):
        "the results are of areas of \(first) and of \(second). A series runs on one edition: run the other "
          + "years on the areas of one, with a crosswalk for their figures ('wijkzicht areas crosswalk')."
      case .otherAudience(let first, let second):
        "the results are for '\(first)' and for '\(second)'. Together they would tell what is hidden from one "
          + "of them; run all for the same audience."
      case .sameDay(let day, let path):
        "'\(path)' is of \(day), as another folder is. Name each day once."
      case .unknownDay(let day, let known):
        "--provisional \(day): no results are of that day. They are of \(known.joined(separator: ", "))."
      case .nothingInCommon: "the folders have no indicator in common."
      }
    }
  }

  private let report: SeriesReport
  /// What has to be known about folders without a list of checksums, for people: whether their files are as they
  /// were written was not looked at.
  public let remarks: [String]

  /// Reads the results in folders.
  /// - Parameters:
  ///   - paths: the folders, in any order.
  ///   - provisional: the reference dates of periods that their source may still change.
  ///   - geodata: the catalogue, which declares when a source changed what it measures.
  /// - Throws: ``Failure``, ``StudyDifference/Failure``, ``VerifiedFolder/Failure`` when a file that is read is not as
  ///   it is listed, or `FileError`.
  /// - Complexity: O(values).
  public init(_ paths: [String], provisional: [String], geodata: Geodata) throws {
    guard paths.count > 1 else { throw Failure.tooFew(paths.count) }
    let folders = try paths.map { try PublishedFolder($0) }.sorted { $0.peildatum < $1.peildatum }
    for (first, second) in zip(folders, folders.dropFirst()) {
      guard first.edition == second.edition else {
        throw Failure.otherEdition(first.edition, second.edition)
      }
      guard first.audience == second.audience else {
        throw Failure.otherAudience(first.audience, second.audience)
      }
      guard first.peildatum != second.peildatum else {
        throw Failure.sameDay(second.peildatum, second.path)
      }
    }
    let days = folders.map(\.peildatum)
    let marked = provisional.map { RecordDate($0)?.text ?? $0 }
    if let unknown = marked.first(where: { !days.contains($0) }) {
      throw Failure.unknownDay(unknown, known: days)
    }
    let scales = folders.map(\.scales)
    var ids: [String] = []
    for map in folders.reversed().flatMap(\.maps) where !ids.contains(map.id) { ids.append(map.id) }
    let indicators = ids.compactMap { id -> SeriesReport.Indicator? in
      let present = folders.indices.filter { place in
        folders[place].maps.contains { $0.id == id }
      }
      guard present.count > 1 else { return nil }
      let breaks = zip(present, present.dropFirst()).flatMap { before, after in
        Self.breaks(id, folders[before], folders[after], geodata: geodata).map {
          SeriesReport.Break(period: after, cause: $0.cause, why: $0.why)
        }
          + (scales[before][id] == scales[after][id]
            ? [] : [SeriesReport.Break(period: after, cause: .scale, why: nil)])
      }
      return Self.indicator(id, folders, breaks: breaks)
    }
    guard !indicators.isEmpty else { throw Failure.nothingInCommon }
    remarks = folders.compactMap(\.remark)
    report = SeriesReport(
      indicators, peildata: days,
      provisional: Set(marked).union(folders.filter(\.isProvisional).map(\.peildatum)),
      edition: folders[0].edition,
      audience: folders[0].audience, isConcept: folders.contains(where: \.isConcept),
      isDutch: folders[folders.count - 1].language == "nl")
  }

  private static func breaks(
    _ id: String, _ before: PublishedFolder, _ after: PublishedFolder, geodata: Geodata
  ) -> [(cause: SeriesReport.Cause, why: LocalizedText?)] {
    var found: [(cause: SeriesReport.Cause, why: LocalizedText?)] = []
    for change in geodata.indicators[id]?.breaks ?? []
    where before.peildatum < change.date && change.date <= after.peildatum {
      found.append((.method, change.why))
    }
    if before.fileOfDefinition(of: id) != after.fileOfDefinition(of: id) {
      found.append((.definition, nil))
    }
    return found
  }

  private static func indicator(
    _ id: String, _ folders: [PublishedFolder], breaks: [SeriesReport.Break]
  ) -> SeriesReport.Indicator {
    let maps = folders.map { folder in folder.maps.first { $0.id == id } }
    let last = maps.last { $0 != nil } ?? nil
    var names: [String: (name: String, gemeentecode: String)] = [:]
    let places = maps.map { map -> [String: Int] in
      guard let map else { return [:] }
      for (place, code) in map.codes.enumerated() {
        names[code] = (map.names[place], map.gemeentecodes[place])
      }
      return Dictionary(
        zip(map.codes, map.codes.indices), uniquingKeysWith: { first, _ in first })
    }
    return SeriesReport.Indicator(
      id: id, title: last?.title ?? id, unit: last?.unit ?? "",
      isSynthetic: maps.contains { $0?.isSynthetic ?? false },
      periods: maps.indices.filter { maps[$0] != nil }, breaks: breaks,
      rows: names.keys.sorted().map { code in
        SeriesReport.Row(
          code: code, name: names[code]?.name ?? "", gemeentecode: names[code]?.gemeentecode ?? "",
          points: maps.indices.map { period in
            guard let map = maps[period], let place = places[period][code] else {
              return (nil, "")
            }
            return (map.figures[place].value, map.statuses[place])
          })
      })
  }

  /// A sentence for each indicator, in the language of the latest results.
  public var sentences: [String] { report.sentences }

  /// `reeksen.json`.
  public var json: [UInt8] { report.json }

  /// Whether a file of this name is one of a series.
  public static func isOurs(_ name: String) -> Bool { SeriesReport.isOurs(name) }

  /// Writes `reeksen.csv` and `reeksen.json`.
  public func write(to folder: consuming OutputFolder) throws {
    for file in report.files { try folder.write(file.bytes, to: file.name) }
    try folder.commit()
  }
}
