internal import Cartography
internal import Foundation
internal import GeoJSON
internal import Geometry
internal import Projection

/// A published layer, `kaart_….geojson`, `patroon_….geojson` or `heatmap_….geojson`, read back to be drawn.
public struct LayerFile {
  /// Why a file cannot be drawn.
  public enum Failure: Error, Hashable, Sendable {
    /// Not a feature collection, or damaged.
    case notGeoJSON(path: String)
    /// No member `metadata` with a legend: not a layer of ours, or of before legends were written.
    case withoutLegend(path: String)
    /// A line of the legend has a colour that is none, or a status that is unknown.
    case badLegend(path: String, line: Int)
    /// A feature has a position that is no place in the Netherlands, or no surface.
    case badFeature(path: String, feature: Int)
  }

  /// What is to be drawn.
  public let picture: MapPicture

  /// Reads a layer.
  ///
  /// `path` is where it was read, for errors.
  /// Each gemeente gets a map of its own, in the order of names. A class, label or status that the
  /// legend does not have leaves its area without colour.
  /// - Throws: ``Failure`` or `ProjectionError`.
  public init(_ bytes: [UInt8], path: String) throws {
    let collection: GeoJSONFeatureCollection
    do {
      collection = try GeoJSONReader.read(
        bytes,
        propertyNames: ["gemeentecode", "gemeentenaam", "klasse", "label", "richting", "status"])
    } catch {
      throw Failure.notGeoJSON(path: path)
    }
    guard
      let header = try? JSONDecoder().decode(LayerHeader.self, from: Data(bytes)),
      let metadata = header.metadata, let language = Language(rawValue: metadata.language)
    else { throw Failure.withoutLegend(path: path) }
    var keys: [LegendKey: Int] = [:]
    var entries: [PictureLegend.Entry] = []
    for (number, line) in metadata.legend.enumerated() {
      guard let color = Color(hex: line.color), let key = LegendKey(line) else {
        throw Failure.badLegend(path: path, line: number + 1)
      }
      keys[key] = number
      var status = AreaStatus.ok
      if case .status(let own) = key { status = own }
      entries.append(PictureLegend.Entry(label: line.label, color: color, status: status))
    }
    let transformer = try Transformer(from: .wgs84, to: .rdNew)
    var names: [String: String] = [:]
    var areas: [PictureArea] = []
    for (number, feature) in collection.features.enumerated() {
      let words = Words(collection.properties.properties(ofFeature: number))
      let surface: MultiPolygon
      switch feature.geometry {
      case nil: surface = MultiPolygon([])
      case .multiPolygon(let parts)?: surface = parts
      default: throw Failure.badFeature(path: path, feature: number + 1)
      }
      guard let drawn = try? transformer.transform(surface) else {
        throw Failure.badFeature(path: path, feature: number + 1)
      }
      names[words.gemeentecode] = words.gemeentenaam
      areas.append(
        PictureArea(
          surface: drawn,
          fill: words.key.flatMap { keys[$0] }.map { .entry($0) } ?? .none,
          gemeentecode: words.gemeentecode))
    }
    picture = MapPicture(
      title: metadata.title, unit: metadata.unit ?? "", stamps: metadata.stamps,
      abstract: metadata.abstract ?? "", study: metadata.study ?? "",
      legend: PictureLegend(entries), areas: areas,
      gemeenten: names.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map {
        (code: $0.key, name: $0.value)
      }, language: language, isOfAreas: metadata.kernel == nil,
      isOfCells: metadata.kernel != nil && header.name?.hasSuffix("cellen") == true)
  }
}

/// What a line of a legend colours.
private enum LegendKey: Hashable {
  case inClass(Int)
  case value(String)
  case status(AreaStatus)

  init?(_ line: LayerMetadata.Line) {
    if let number = line.class {
      self = .inClass(number)
    } else if let value = line.value {
      self = .value(value)
    } else if let status = line.status.flatMap({ AreaStatus(rawValue: $0) }), status != .ok {
      self = .status(status)
    } else {
      return nil
    }
  }
}

/// What a feature says of itself.
private struct Words {
  var gemeentecode = ""
  var gemeentenaam = ""
  private var klasse: Int?
  private var label: String?
  private var status: AreaStatus?

  init(_ properties: [GeoJSONProperty]) {
    for property in properties {
      let text = property.value.text
      switch property.name {
      case "gemeentecode": gemeentecode = text ?? ""
      case "gemeentenaam": gemeentenaam = text ?? ""
      case "klasse": klasse = property.value.number.flatMap { Int(exactly: $0) }
      case "label", "richting": label = text ?? label
      case "status": status = text.flatMap { AreaStatus(rawValue: $0) }
      default: continue
      }
    }
  }

  /// An area without a value is drawn by its status, whatever else it has.
  var key: LegendKey? {
    if let status, status != .ok { return .status(status) }
    return label.map { .value($0) } ?? klasse.map { .inClass($0) }
  }
}
