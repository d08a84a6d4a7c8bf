internal import Areas
internal import Cartography
internal import Comparison

/// How units are called: by the code of their first area, and by its name with how many are joined to it.
struct UnitNames {
  let units: ComparableUnits
  let areas: AreaLayer
  let language: Language

  func code(_ unit: Int) -> String { areas.areas[units.members[unit][0]].code }

  func name(_ unit: Int) -> String {
    let first = areas.areas[units.members[unit][0]].name
    let others = units.members[unit].count - 1
    guard others > 0 else { return first }
    return language == .nl ? "\(first) en \(others) meer" : "\(first) and \(others) more"
  }

  func gemeente(_ unit: Int) -> (code: String, name: String) {
    let area = areas.areas[units.members[unit][0]]
    return (area.gemeentecode, area.gemeentenaam)
  }

  /// The unit of each area.
  var unitOfArea: [Int] {
    var result = [Int](repeating: 0, count: areas.areas.count)
    for (unit, members) in units.members.enumerated() {
      for area in members { result[area] = unit }
    }
    return result
  }
}
