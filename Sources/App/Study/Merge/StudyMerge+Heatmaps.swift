internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Indicators
internal import Provenance

/// The heatmaps of cities beside each other, as each published its own.
extension StudyMerge {
  /// Those that the whole has, and those that it has not.
  struct Heatmaps {
    let joined: [(heatmap: SavedStudy.Heatmap, grid: PublishedGrid, gemeenten: [String])]
    let leftOut: [LeftOutHeatmap]
  }

  /// Puts the heatmaps of the parts beside each other, as far as they are the same: nothing of them is made again.
  var heatmaps: Heatmaps {
    var seen: Set<String> = []
    let all = parts.flatMap(\.study.heatmaps).filter { seen.insert($0.id).inserted }
    var joined: [(heatmap: SavedStudy.Heatmap, grid: PublishedGrid, gemeenten: [String])] = []
    var leftOut: [LeftOutHeatmap] = []
    for heatmap in all {
      if let reason = reason(heatmap) {
        leftOut.append(LeftOutHeatmap(id: heatmap.id, reason: reason))
        continue
      }
      let grids = parts.compactMap { part in
        part.publication.grids.first { $0.id == heatmap.id }
      }
      joined.append((heatmap, PublishedGrid(joining: grids), grids.flatMap(\.gemeenten)))
    }
    return Heatmaps(joined: joined, leftOut: leftOut)
  }

  /// Why the maps of a heatmap do not stand beside each other; nil when they do.
  private func reason(_ heatmap: SavedStudy.Heatmap) -> LeftOutHeatmap.Reason? {
    let own = parts.map { part in part.study.heatmaps.first { $0.id == heatmap.id } }
    let without = zip(parts, own).filter { $1 == nil }.map(\.0.name)
    guard without.isEmpty else { return .notAsked(cities: without) }
    if let other = own.firstIndex(where: { $0 != heatmap }), let its = own[other] {
      guard heatmap.conditions == its.conditions else {
        return .unlike(field: "field where", values: [])
      }
      let difference = DefinitionDifference(heatmap, its)
      return .unlike(
        field: difference.name,
        values: [
          .init(city: parts[0].name, text: difference.first),
          .init(city: parts[other].name, text: difference.second),
        ])
    }
    guard heatmap.ownChoices.isEmpty else { return .ofOwnRecords(heatmap.ownChoices) }
    let empty = parts.filter { part in
      !part.publication.grids.contains { $0.id == heatmap.id }
    }
    return empty.isEmpty ? nil : .notMade(cities: empty.map(\.name))
  }

  /// The files and layers of the heatmaps.
  /// - Throws: `TopologyError`.
  func exports(of heatmaps: Heatmaps, document: MapDocument) throws -> [HeatmapExport] {
    let areas = document.areas[.gemeente]?.areas ?? []
    return try heatmaps.joined.map { heatmap, grid, gemeenten in
      let isSynthetic = parts.contains { part in
        part.study.data.contains { $0.id == heatmap.records && $0.isSynthetic }
      }
      return try HeatmapExport(
        grid, areas: gemeenten.compactMap { code in areas.first { $0.code == code } },
        title: document.language == .nl ? heatmap.title.nl : heatmap.title.en,
        name: "heatmap_\(heatmap.id)", document: document.made(isSynthetic: isSynthetic))
    }
  }

  /// What provenance tells of the heatmaps.
  func facts(
    of heatmaps: Heatmaps
  ) -> [(name: String, fact: ProvenanceRecord.Fact)] {
    typealias Fact = ProvenanceRecord.Fact
    var facts: [(name: String, fact: Fact)] = []
    if !heatmaps.joined.isEmpty {
      facts.append(
        (
          "heatmaps",
          .list(
            heatmaps.joined.map { heatmap, grid, _ in
              let head: [(name: String, fact: Fact)] = [
                ("id", .scalar(.text(heatmap.id))), ("records", .scalar(.text(heatmap.records))),
              ]
              let method = HeatmapFacts(request: heatmap.specification.settings, grid: grid).method
              return .facts(head + method)
            })
        ))
    }
    if !heatmaps.leftOut.isEmpty {
      facts.append(
        (
          "heatmaps_left_out",
          .list(
            heatmaps.leftOut.map {
              .facts([
                ("id", .scalar(.text($0.id))), ("reason", .scalar(.text($0.why(.en)))),
              ])
            })
        ))
    }
    return facts
  }
}
