public import Bytes
internal import Comparison
internal import Exports

/// What has changed between the results of two runs, and why, as far as it can be known.
public struct StudyDifference: Sendable {
  /// Why two folders cannot be compared.
  public enum Failure: Error, Hashable, Sendable {
    /// No folder with results of a run.
    case noResult(String)
    /// Results without maps as GeoJSON.
    case noMaps(String)
    /// A map that cannot be read.
    case badMap(String)
    /// Results for other audiences.
    case otherAudience(String, String)
    /// No indicator has a map in both.
    case nothingInCommon

    var parts: (path: String, sentence: String) {
      switch self {
      case .noResult(let path):
        (path, "there are no results here: name a folder that 'wijkzicht run' wrote.")
      case .noMaps(let path):
        (path, "these results have no kaart_….geojson: run the study with 'exports: [geojson]'.")
      case .badMap(let path):
        (path, "this is no map of a run, or it is damaged or of before legends were written.")
      case .otherAudience(let first, let second):
        (
          "",
          "the first results are for '\(first)', the second for '\(second)'. Their differences would "
            + "tell what is hidden from one of them; run both for the same audience."
        )
      case .nothingInCommon: ("", "the two folders have no indicator in common.")
      }
    }
  }

  private let report: DifferenceReport
  /// What has to be known about folders without a list of checksums, for people: whether their files are as they
  /// were written was not looked at.
  public let remarks: [String]

  /// Compares the results in two folders, the earlier one first.
  /// - Throws: ``Failure``, ``VerifiedFolder/Failure`` when a file that is read is not as it is listed, or `FileError`.
  /// - Complexity: O(values), and an overlay for each area of which the boundary has other nodes.
  public init(_ first: String, _ second: String) throws {
    let before = try PublishedFolder(first)
    let after = try PublishedFolder(second)
    guard before.audience == after.audience else {
      throw Failure.otherAudience(before.audience, after.audience)
    }
    let figuresChanged = PublishedFolder.areOther(before, after)
    var moved = MovedAreas()
    var indicators: [DifferenceReport.Indicator] = []
    for map in after.maps {
      guard let old = before.maps.first(where: { $0.id == map.id }) else { continue }
      let changes = RunChanges(
        figures: figuresChanged,
        method: before.definition(of: map.id) != after.definition(of: map.id))
      indicators.append(Self.indicator(old, map, changes: changes, moved: &moved))
    }
    guard !indicators.isEmpty else { throw Failure.nothingInCommon }
    func only(_ these: PublishedFolder, _ those: PublishedFolder) -> [String] {
      these.maps.map(\.id).filter { id in !those.maps.contains { $0.id == id } }
    }
    remarks = [before, after].compactMap(\.remark)
    report = DifferenceReport(
      indicators, peildata: (before.peildatum, after.peildatum),
      editions: (before.edition, after.edition), audience: after.audience,
      isConcept: before.isConcept || after.isConcept,
      onlyFirst: only(before, after), onlySecond: only(after, before),
      isDutch: after.language == "nl")
  }

  private static func indicator(
    _ old: PublishedFolder.Map, _ new: PublishedFolder.Map, changes: RunChanges,
    moved: inout MovedAreas
  ) -> DifferenceReport.Indicator {
    let scales = (PublishedScale(old.figures), PublishedScale(new.figures))
    let oldPlaces = Dictionary(
      zip(old.codes, old.codes.indices), uniquingKeysWith: { first, _ in first })
    let newPlaces = Dictionary(
      zip(new.codes, new.codes.indices), uniquingKeysWith: { first, _ in first })
    let rows = Set(old.codes).union(new.codes).sorted().map { code in
      let before = oldPlaces[code]
      let after = newPlaces[code]
      var share: Double?
      if let before, let after {
        share = moved.share(code, old.surfaces[before], new.surfaces[after])
      }
      let map = after == nil ? old : new
      let place = after ?? before ?? 0
      return DifferenceReport.Row(
        code: code, name: map.names[place], gemeentecode: map.gemeentecodes[place],
        values: (before.flatMap { old.figures[$0].value }, after.flatMap { new.figures[$0].value }),
        statuses: (before.map { old.statuses[$0] } ?? "", after.map { new.statuses[$0] } ?? ""),
        moved: share,
        split: ChangeSplit(
          before.map { old.figures[$0] }, after.map { new.figures[$0] }, scales: scales,
          hasMoved: (share ?? 0) > MovedAreas.least, changes: changes))
    }
    return DifferenceReport.Indicator(
      id: new.id, title: new.title, unit: new.unit,
      decimals: max(scales.0.decimals, scales.1.decimals), changes: changes,
      hasOtherClasses: Self.inner(old.classes) != Self.inner(new.classes),
      isSynthetic: old.isSynthetic || new.isSynthetic, rows: rows)
  }

  /// The edges between classes: the outer ones follow the smallest and the largest value.
  private static func inner(_ edges: [Double]) -> [Double] {
    edges.count > 2 ? Array(edges.dropFirst().dropLast()) : edges
  }

  /// A sentence for each indicator, in the language of the second results.
  public var sentences: [String] { report.sentences }

  /// `verschil.json`.
  public var json: [UInt8] { report.json }

  /// Whether a file of this name is one of a comparison of results.
  public static func isOurs(_ name: String) -> Bool { DifferenceReport.isOurs(name) }

  /// Writes `verschil.csv` and `verschil.json`.
  public func write(to folder: consuming OutputFolder) throws {
    for file in report.files { try folder.write(file.bytes, to: file.name) }
    try folder.commit()
  }
}
