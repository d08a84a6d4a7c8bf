import GeoJSON
import TestSupport
import Testing

@Suite struct HostileInputTests {
  private static let small = Array(
    """
    {"type":"FeatureCollection","name":"k\\u00e9\\ud83d\\ude00","crs":{"type":"name","properties":
    {"name":"EPSG:28992"}},"features":[{"type":"Feature","id":"a","properties":{"n":1.5e1,"t":"’s",
    "b":true,"x":[null,{}]},"geometry":{"type":"MultiPolygon","coordinates":[[[[4.1,52.25],[5,52],
    [5,53,1],[4.1,52.25]],[[4,52],[5,52],[5,53],[4,52]]]]}},{"geometry":{"coordinates":[-4,0.5],
    "type":"Point"},"type":"Feature","properties":null}]}
    """.utf8)

  @Test func everyTruncationIsReported() throws {
    #expect(try GeoJSONReader.read(Self.small).features.count == 2)
    for length in 0..<Self.small.count {
      #expect(throws: GeoJSONError.self) { try GeoJSONReader.read(Array(Self.small[..<length])) }
    }
  }

  @Test func mutationsNeverStopTheProgram() {
    var generator = RepeatableGenerator(seed: 7946)
    let signs = Array("{}[],:\"\\-.eEu0159 \n".utf8) + [0x00, 0x80, 0xC3, 0xED, 0xF0, 0xFF]
    var isRead = 0
    let rounds = Mutation.rounds(20_000)
    for _ in rounds {
      var bytes = Self.small
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        let end = Int.random(in: at...min(bytes.count, at + 8), using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[at] = signs.randomElement(using: &generator)!
        case 1: bytes[at] = UInt8.random(in: .min ... .max, using: &generator)
        case 2: bytes.removeSubrange(at..<end)
        default: bytes.insert(contentsOf: bytes[at..<end], at: at)
        }
        if bytes.isEmpty { break }
      }
      if (try? GeoJSONReader.read(bytes)) != nil { isRead += 1 }
    }
    #expect(isRead > 0)
    #expect(isRead < rounds.count)
  }

  @Test func manyDifferentNamesStayLinear() throws {
    var text = #"{"type":"FeatureCollection","features":["#
    for feature in 0..<20_000 {
      if feature > 0 { text += "," }
      text += #"{"type":"Feature","geometry":null,"properties":{"k\#(feature)":\#(feature)}}"#
    }
    let found = try read(text + "]}")
    #expect(found.properties.names.count == 20_000)
    #expect(found.properties.values(of: "k19999").last == .integer(19_999))
  }
}
