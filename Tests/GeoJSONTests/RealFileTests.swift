import Bytes
import GeoJSON
import Geometry
import Testing

@Suite(.enabled(if: TestData.isExpected, "the open data are not there: set WIJKZICHT_DATA"))
struct RealFileTests {
  @Test(arguments: [
    ("GM0363", 97), ("GM0518", 114), ("GM0599", 92), ("GM0344", 111), ("GM0855", 67),
  ]) func readsBuurten(code: String, count: Int) throws {
    let bytes = try InputFile.contents(of: TestData.area(code, "buurt"))
    let found = try GeoJSONReader.read(bytes, propertyNames: ["BU_CODE"])
    #expect(found.features.count == count)
    #expect(found.declaredEPSG == 4326)
    let codes = found.properties.values(of: "BU_CODE").compactMap { $0?.text }
    #expect(Set(codes).count == count)
    #expect(codes.allSatisfy { $0.hasPrefix("BU" + code.dropFirst(2)) })
    for feature in found.features {
      guard case .multiPolygon(let area) = feature.geometry else {
        Issue.record("no area")
        continue
      }
      let box = area.box
      let netherlands = ReferenceSystem.wgs84.netherlands
      #expect(netherlands.union(box) == netherlands)
    }
  }

  @Test(arguments: ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"], ["wijk", "gemeente"])
  func readsHigherLevels(code: String, level: String) throws {
    let bytes = try InputFile.contents(of: TestData.area(code, level))
    let found = try GeoJSONReader.read(bytes)
    #expect(level == "wijk" ? found.features.count > 1 : found.features.count == 1)
    #expect(found.properties.values(of: "GM_CODE").allSatisfy { $0 == .text(code) })
  }

  @Test(arguments: TestData.points) func readsPoints(name: String) throws {
    let bytes = try InputFile.contents(of: TestData.pointFile(name))
    let found = try GeoJSONReader.read(bytes)
    #expect(found.features.count > 10)
    #expect(found.properties.values(of: "gemeentecode").allSatisfy { $0?.text != nil })
    for feature in found.features {
      guard case .point(let position) = feature.geometry else {
        Issue.record("no point")
        continue
      }
      #expect(ReferenceSystem.wgs84.netherlands.contains(position))
    }
  }

  @Test(arguments: ["GM0363", "GM0518", "GM0599", "GM0344", "GM0855"])
  func writesWhatItReads(code: String) throws {
    let bytes = try InputFile.contents(of: TestData.area(code, "buurt"))
    let first = try GeoJSONReader.read(bytes)
    let once = try written(first)
    let second = try GeoJSONReader.read(once)
    #expect(second.features.count == first.features.count)
    #expect(try written(second) == once)
    for (before, after) in zip(first.features, second.features) {
      guard case .multiPolygon(let a) = before.geometry, case .multiPolygon(let b) = after.geometry
      else { continue }
      #expect(abs(a.area - b.area) <= 1e-7 * a.area + 1e-9)
      #expect(b.polygons.allSatisfy { $0.exterior.signedArea > 0 })
    }
  }

  private func written(_ collection: GeoJSONFeatureCollection) throws -> [UInt8] {
    var box = Box.empty
    var geometries: [[UInt8]] = []
    for feature in collection.features {
      guard case .multiPolygon(let area) = feature.geometry else { continue }
      var text: [UInt8] = []
      GeoJSONGeometryText.appendMultiPolygon(area, decimals: 7, to: &text, box: &box)
      geometries.append(text)
    }
    var text = GeoJSONCollectionText(name: "buurten", bbox: box)
    let codes = collection.properties.values(of: "BU_CODE").compactMap { $0?.text }
    for (feature, geometry) in geometries.enumerated() {
      text.feature(
        id: codes[feature], properties: collection.properties.properties(ofFeature: feature),
        geometry: geometry)
    }
    text.end()
    return text.bytes
  }
}
