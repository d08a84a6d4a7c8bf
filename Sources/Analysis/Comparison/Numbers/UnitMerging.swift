/// Joins small areas with their neighbours until all are large enough to be compared.
///
/// Within each parent the smallest unit below the goal is joined with the unit of the same parent with
/// which it has the longest common border, until none is left that is too small and has a neighbour.
/// Of equals the one whose first area comes first. Nothing is joined across parents, so a parent that
/// is too small as a whole stays so.
public enum UnitMerging {
  /// The unit of each area, numbered from 0 in the order of their first area.
  /// - Parameters:
  ///   - sizes: the size of each area, for instance its inhabitants; nil counts as 0.
  ///   - parents: the parent of each area.
  ///   - borders: the length of the common border of pairs of areas, the smaller number first.
  ///   - goal: the size from which a unit is large enough.
  /// - Complexity: O(areas² of a parent) for each parent.
  public static func units(
    sizes: [Double?], parents: [String], borders: [(a: Int, b: Int, length: Double)], goal: Double
  ) -> [Int] {
    var unit = Array(sizes.indices)
    var size = sizes.map { $0 ?? 0 }
    var lengths: [[Int: Double]] = Array(repeating: [:], count: sizes.count)
    for border in borders where parents[border.a] == parents[border.b] && border.length > 0 {
      lengths[border.a][border.b, default: 0] += border.length
      lengths[border.b][border.a, default: 0] += border.length
    }
    for (_, members) in Dictionary(grouping: sizes.indices, by: { parents[$0] }) {
      var open = Set(members)
      while let smallest = open.filter({ size[$0] < goal && !lengths[$0].isEmpty })
        .min(by: { (size[$0], $0) < (size[$1], $1) })
      {
        guard
          let other = lengths[smallest].max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) })?.key
        else { break }
        // A unit is known by its first area.
        let kept = min(smallest, other)
        let gone = max(smallest, other)
        size[kept] += size[gone]
        for (neighbour, length) in lengths[gone] {
          lengths[neighbour][gone] = nil
          guard neighbour != kept else { continue }
          lengths[kept][neighbour, default: 0] += length
          lengths[neighbour][kept, default: 0] += length
        }
        lengths[gone] = [:]
        for area in members where unit[area] == gone { unit[area] = kept }
        open.remove(gone)
      }
    }
    let firsts = Set(unit).sorted()
    let numbers = Dictionary(uniqueKeysWithValues: firsts.enumerated().map { ($1, $0) })
    return unit.map { numbers[$0] ?? 0 }
  }
}
