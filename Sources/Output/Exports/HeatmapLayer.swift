internal import Areas
internal import Cartography
internal import Disclosure
internal import Geometry

/// One layer of a heatmap: surfaces with what is known of them.
struct HeatmapLayer: Sendable {
  /// One feature.
  struct Item: Sendable {
    let code: String
    let gemeentecode: String
    let gemeentenaam: String
    let cell: PublishedGrid.Cell
    let surface: MultiPolygon

    /// Of the layer of tolerance: whether records are denser than expected.
    var isHigh: Bool { cell == .inClass(1) }
  }

  let name: String
  private(set) var items: [Item] = []

  init(name: String) { self.name = name }

  mutating func add(
    _ code: String, area: Area, cell: PublishedGrid.Cell, surface: MultiPolygon
  ) {
    items.append(
      Item(
        code: code, gemeentecode: area.gemeentecode, gemeentenaam: area.gemeentenaam, cell: cell,
        surface: surface))
  }
}

extension PublishedGrid.Cell {
  /// The part of an id that says what the surface is.
  var name: String {
    switch self {
    case .inClass(let number): "\(number + 1)"
    default: status.rawValue
    }
  }

  var status: AreaStatus {
    switch self {
    case .inClass: .ok
    case .suppressed: .onderdrukt
    case .withoutBase: .weinigGegevens
    case .outside: .geenGegevens
    }
  }
}
