#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif
import Bytes
import GeoJSON
import Geometry
import Testing

@Suite struct CollectionTextTests {
  private func sample() -> GeoJSONCollectionText {
    var text = GeoJSONCollectionText(
      name: "kaart \"1\"", bbox: Box(minX: 4.1, minY: 52, maxX: 5.1234567, maxY: 53.5),
      members: [("synthetisch", Array("true".utf8))])
    for (index, value) in [3.456, nil].enumerated() {
      text.feature(
        id: "BU\(index)",
        properties: [
          GeoJSONProperty(name: "naam", value: .text("Zuid\n\\")),
          GeoJSONProperty(
            name: "waarde", value: value.map { .number($0) } ?? .null, decimals: 2),
          GeoJSONProperty(name: "klasse", value: .integer(-2)),
          GeoJSONProperty(name: "deel", value: .number(0.1)),
          GeoJSONProperty(name: "open", value: .bool(true)),
          GeoJSONProperty(name: "rest", value: .nested),
        ],
        geometry: GeoJSONGeometryText.point(Position(x: 4.5, y: 52), decimals: 7))
    }
    text.end()
    return text
  }

  private let expected = #"""
    {"type":"FeatureCollection","name":"kaart \"1\"","bbox":[4.1,52,5.1234567,53.5],"synthetisch":true,"features":[
    {"type":"Feature","id":"BU0","properties":{"naam":"Zuid\n\\","waarde":3.46,"klasse":-2,"deel":0.1,"open":true,"rest":null},"geometry":{"type":"Point","coordinates":[4.5,52]}},
    {"type":"Feature","id":"BU1","properties":{"naam":"Zuid\n\\","waarde":null,"klasse":-2,"deel":0.1,"open":true,"rest":null},"geometry":{"type":"Point","coordinates":[4.5,52]}}
    ]}

    """#

  @Test func membersHaveAFixedOrder() throws {
    let text = sample()
    #expect(string(text.bytes) == expected)
    let back = try GeoJSONReader.read(text.bytes)
    #expect(back.name == "kaart \"1\"")
    #expect(back.features.map(\.id) == [.text("BU0"), .text("BU1")])
    #expect(back.properties.values(of: "naam") == [.text("Zuid\n\\"), .text("Zuid\n\\")])
    #expect(back.properties.values(of: "waarde") == [.number(3.46), .null])
  }

  @Test func anEmptyCollectionHasNoBox() throws {
    var text = GeoJSONCollectionText(name: "leeg", bbox: .empty)
    text.end()
    #expect(
      string(text.bytes) == "{\"type\":\"FeatureCollection\",\"name\":\"leeg\",\"features\":[\n]}\n"
    )
    #expect(try GeoJSONReader.read(text.bytes).features.isEmpty)
  }

  @Test func theTextMovesToAFile() throws {
    let path = "/tmp/wijkzicht-geojson-\(getpid()).geojson"
    defer { unsafe _ = unlink(path) }
    var file = try OutputFile(path: path)
    var text = sample()
    try text.move(to: &file)
    #expect(text.bytes.isEmpty)
    try file.commit()
    #expect(string(try InputFile.contents(of: path)) == expected)
  }
}
