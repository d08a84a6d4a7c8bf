internal import Areas
internal import GeoJSON
internal import Geometry
internal import Study
internal import Tables

/// What a file with areas holds, as text and as JSON.
struct AreasSummary {
  private let set: AreaSet
  private let checks: [AreaCheck]
  /// Whether the areas are of an edition of CBS.
  private let isOfCBS: Bool

  /// Columns of CBS that hold codes, not figures.
  private static let textColumns: Set<String> = ["jrstatcode", "meest_voorkomende_postcode"]

  init(files: [String], aliases: ColumnAliases) throws {
    let reader = AreaReader(
      required: [], figureNames: aliases.canonicalNames.subtracting(Self.textColumns),
      aliases: aliases)
    set = try reader.read(files)
    checks = try AreaChecks(files: files).checks(of: set)
    isOfCBS = true
  }

  /// Looks at areas of somebody's own.
  init(file: String, _ own: OwnAreaOptions.Choice) throws {
    let layer = try OwnAreas.polygons(file, level: own.level, columns: own.columns, epsg: own.epsg)
    set = AreaSet(edition: Edition(year: 0), layers: [layer])
    checks = try AreaChecks(files: [file]).checks(of: set)
    isOfCBS = false
  }

  /// Whether surfaces are not valid or do not fit; islands are no fault.
  var hasFaults: Bool { checks.contains(where: \.hasFaults) }

  var text: String {
    guard isOfCBS else { return text(of: set.layers[0]).joined(separator: "\n") }
    var lines = ["Edition \(set.edition.description)"]
    if set.waterCount + set.foreignCount > 0 {
      lines.append(
        "Left out: \(counted(set.waterCount, "row")) of water, \(set.foreignCount) in Belgium")
    }
    lines.append("Gemeenten: \(set.gemeenten.count)")
    for layer in set.layers { lines += [""] + text(of: layer) }
    return lines.joined(separator: "\n")
  }

  private func text(of layer: AreaLayer) -> [String] {
    let positions = layer.areas.reduce(0) { $0 + $1.geometry.positionCount }
    var lines = [
      "\(layer.level.plural): \(counted(layer.areas.count, "area")), \(counted(positions, "position"))"
    ]
    let findings = checks.first { $0.level == layer.level }?.findings ?? []
    lines += findings.isEmpty ? ["  boundaries: sound"] : findings.map { "  boundaries: \($0)" }
    for column in layer.figures {
      let missing = column.missingCounts.sorted { $0.key < $1.key }
        .map { "\($0.value) \($0.key.rawValue)" }
      let known = column.figures.count { $0.number != nil }
      lines.append(
        "  \(column.name): \(known) known"
          + (missing.isEmpty ? "" : "; " + missing.joined(separator: ", ")))
    }
    return lines
  }

  var json: String {
    var text = JSONText()
    func number(_ name: String, _ value: Int) {
      text.name(name)
      text.appendJSON(.integer(Int64(value)))
    }
    text.openObject()
    text.name("year")
    text.appendJSON(isOfCBS ? .integer(Int64(set.edition.year)) : .null)
    text.name("version")
    text.appendJSON(set.edition.version.map { JSONScalar.integer(Int64($0)) } ?? .null)
    number("gemeenten", set.gemeenten.count)
    number("water", set.waterCount)
    number("belgium", set.foreignCount)
    text.name("levels")
    text.openArray()
    for layer in set.layers {
      text.openObject()
      text.name("level")
      text.appendJSON(layer.level.rawValue)
      number("areas", layer.areas.count)
      text.name("boundaries")
      text.openArray()
      for finding in checks.first(where: { $0.level == layer.level })?.findings ?? [] {
        text.appendJSON(finding)
      }
      text.closeArray()
      text.name("figures")
      text.openObject()
      for column in layer.figures {
        text.name(column.name)
        text.openObject()
        number("known", column.figures.count { $0.number != nil })
        for (reason, count) in column.missingCounts.sorted(by: { $0.key < $1.key }) {
          number(reason.rawValue, count)
        }
        text.closeObject()
      }
      text.closeObject()
      text.closeObject()
    }
    text.closeArray()
    text.closeObject()
    return String(decoding: text.bytes, as: UTF8.self)
  }
}
