// The control: what compiles. Values become published by the rules, and only so.
import Disclosure
import Heatmaps
import Tabulation

func published(_ base: BaseTable) -> PublishedTable {
  PublishedTable(base, for: .openbaar)
}

func published(_ surface: DensitySurface, _ map: Heatmap) throws -> PublishedGrid {
  try PublishedGrid(
    [.density(surface)], of: map, source: .incidents, breaks: .given([1, 2]))
}

func readBack(_ bytes: [UInt8]) throws -> [PublishedTable] {
  try SavedPublication(bytes, path: "gepubliceerd.jsonl").tables
}

func countsReadBack(_ bytes: [UInt8]) throws -> PublishedCounts {
  let file = try SavedPublication(bytes, path: "gepubliceerd.jsonl")
  return PublishedCounts(joining: file.counts, layers: [])
}
