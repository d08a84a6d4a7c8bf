import GeoJSON
import Geometry
import Testing

@Suite struct ReaderErrorTests {
  @Test func tellsThePlace() {
    #expect(
      failure("{\"type\":\"FeatureCollection\",\n \"features\":[}")
        == .notJSON(
          JSONPlace(byteOffset: 42, line: 2, column: 14), expected: .value))
    #expect(
      failure("{\"type\"")
        == .truncated(
          JSONPlace(byteOffset: 7, line: 1, column: 8), expected: .colon))
    #expect(
      failure("") == .truncated(JSONPlace(byteOffset: 0, line: 1, column: 1), expected: .value))
  }

  @Test(arguments: [
    ("{\"a\":tru}", JSONExpectation.value), ("{\"a\":nul", .value), ("{\"a\":NaN}", .value),
    ("{\"a\":Infinity}", .value), ("{a:1}", .memberName), ("{\"a\":1,}", .memberName),
    ("{\"a\" 1}", .colon), ("{\"a\":1 \"b\":2}", .commaOrEnd), ("{\"a\":[1,]}", .value),
    ("{\"a\":[1 2]}", .commaOrEnd), ("{\"a\":01}", .commaOrEnd), ("{\"a\":1.}", .digit),
    ("{\"a\":.5}", .value), ("{\"a\":+1}", .value), ("{\"a\":-}", .digit), ("{\"a\":1e}", .digit),
    ("{\"a\":1e+}", .digit), ("{\"a\":0x10}", .commaOrEnd), ("{\"a\":'b'}", .value),
    ("{\"a\":\"\n\"}", .textCharacter), ("{\"a\":\"\u{1}\"}", .textCharacter),
    ("{\"a\":\"\\x\"}", .escape), ("{\"a\":\"\\u12g4\"}", .escape),
    ("{\"a\":\"\\ud800\"}", .surrogatePair), ("{\"a\":\"\\ud800\\n\"}", .surrogatePair),
    ("{\"a\":\"\\udc00\"}", .surrogatePair), ("{\"a\":\"\\ud800\\ud800\"}", .surrogatePair),
    ("{\"a\":1}//", .commaOrEnd), ("[] []", .endOfFile), ("{\"a\":\u{FEFF}1}", .value),
    ("{\"a\":1}}", .endOfFile),
  ]) func refusesWhatIsNoJSON(text: String, expected: JSONExpectation) {
    let error = failure(
      text.hasPrefix("{")
        ? #"{"type":"FeatureCollection","features":[],"more":"# + text + "}"
        : text)
    switch error {
    case .notJSON(_, let found): #expect(found == expected)
    case .truncated(_, let found): #expect(found == expected)
    default: Issue.record("\(text): \(String(describing: error))")
    }
  }

  @Test(
    arguments: [
      [0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]]) func refusesWhatIsNotUTF8(bytes: [UInt8])
  {
    let before = Array(#"{"type":"FeatureCollection","features":[],"x":"ab"#.utf8)
    #expect(throws: GeoJSONError.notUTF8(JSONPlace(byteOffset: 49, line: 1, column: 50))) {
      try GeoJSONReader.read(before + bytes + Array("\"}".utf8))
    }
  }

  @Test func refusesDeepNesting() {
    let deep = String(repeating: "[", count: 1_000_000)
    let objects = String(repeating: "{\"a\":", count: 200_000)
    let limit = JSONPlace(byteOffset: 128, line: 1, column: 129)
    #expect(failure(deep) == .nestedTooDeep(limit, limit: 128))
    for text in [objects, #"{"features":"# + deep, #"{"crs":"# + objects] + [
      collection(geometry: deep), collection(geometry: #"{"coordinates":"# + deep),
      collection(geometry: #"{"type":"Polygon","coordinates":"# + deep),
    ] {
      switch failure(text) {
      case .nestedTooDeep, .notAFeature, .wrongMember, .notAnArray: break
      case let other: Issue.record("\(String(describing: other))")
      }
    }
  }

  @Test func refusesOtherObjects() {
    #expect(failure("[1]") == .notAFeatureCollection(type: nil))
    #expect(failure("3") == .notAFeatureCollection(type: nil))
    #expect(failure("{}") == .notAFeatureCollection(type: nil))
    #expect(failure(#"{"type":"Topology"}"#) == .notAFeatureCollection(type: "Topology"))
    #expect(
      failure(#"{"type":"FeatureCollection"}"#) == .missingMember("features", feature: nil))
    #expect(
      failure(#"{"type":"FeatureCollection","features":{}}"#)
        == .wrongMember("features", feature: nil, expected: .array))
    #expect(failure(#"{"type":3}"#) == .wrongMember("type", feature: nil, expected: .text))
    #expect(failure(#"{"crs":[]}"#) == .wrongMember("crs", feature: nil, expected: .object))
  }

  @Test(arguments: [
    ("{}", GeoJSONError.notAFeature(feature: 0, type: nil)),
    ("5", .notAFeature(feature: 0, type: nil)),
    (#"{"type":"Point"}"#, .notAFeature(feature: 0, type: "Point")),
    (#"{"id":[]}"#, .wrongMember("id", feature: 0, expected: .textOrNumber)),
    (#"{"properties":[]}"#, .wrongMember("properties", feature: 0, expected: .object)),
    (#"{"geometry":"x"}"#, .wrongMember("geometry", feature: 0, expected: .object)),
  ]) func refusesOtherFeatures(feature: String, expected: GeoJSONError) {
    #expect(failure(#"{"type":"FeatureCollection","features":[\#(feature)]}"#) == expected)
  }

  @Test(arguments: [
    ("{}", GeoJSONError.missingMember("type", feature: 0)),
    (#"{"type":"Polygon"}"#, .missingMember("coordinates", feature: 0)),
    (
      #"{"type":"Point","coordinates":{}}"#,
      .wrongMember("coordinates", feature: 0, expected: .array)
    ),
    (#"{"type":"MultiPolygon","coordinates":[[]]}"#, .polygonWithoutRings(feature: 0, polygon: 0)),
    (
      #"{"type":"Polygon","coordinates":[[[4,52],[5,52],[5,53]]]}"#,
      .ring(feature: 0, polygon: 0, ring: 0, .tooFewPositions(3))
    ),
    (
      #"{"type":"Polygon","coordinates":[[]]}"#,
      .ring(feature: 0, polygon: 0, ring: 0, .tooFewPositions(0))
    ),
    (
      #"{"type":"MultiPolygon","coordinates":[[[[4,52],[5,52],[5,53],[4,52]]],[[[4,52],[5,52],[5,53],[4,52]],[[4,52],[5,52],[5,53],[4,53]]]]}"#,
      .ring(feature: 0, polygon: 1, ring: 1, .notClosed)
    ),
  ]) func refusesBadGeometry(geometry: String, expected: GeoJSONError) {
    #expect(failure(collection(geometry: geometry)) == expected)
  }

  @Test(arguments: ["[]", "[1]", "[1,null]", #"["1",2]"#, "[1,2,null]", "[[1,2]]", "[[1],2]"])
  func refusesBadPositions(position: String) {
    for text in [
      #"{"type":"Polygon","coordinates":[[\#(position),[5,52],[5,53],[4,52]]]}"#,
      #"{"coordinates":[[[4,52],[5,52],[5,53],\#(position)]],"type":"Polygon"}"#,
    ] {
      guard case .notAPosition(_, feature: 0) = failure(collection(geometry: text)) else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test func refusesShallowCoordinates() {
    for text in ["[4,52]", "[[4,52],[5,52],[5,53],[4,52]]"] {
      let geometry = #"{"type":"MultiPolygon","coordinates":\#(text)}"#
      guard case .notAnArray(_, feature: 0) = failure(collection(geometry: geometry)) else {
        Issue.record("\(text)")
        continue
      }
    }
  }

  @Test func refusesNumbersBeyondDouble() {
    let error = failure(collection(geometry: #"{"type":"Point","coordinates":[1e999,2]}"#))
    #expect(error == .numberOutOfRange(JSONPlace(byteOffset: 116, line: 1, column: 117)))
  }
}
