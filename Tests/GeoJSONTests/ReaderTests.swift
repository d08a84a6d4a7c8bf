import GeoJSON
import Geometry
import Testing

@Suite struct ReaderTests {
  @Test func readsPolygonsAndPoints() throws {
    let square = "[[4,52],[5,52],[5,53],[4,52]]"
    let hole = "[[4.5,52.1],[4.6,52.2],[4.7,52.1],[4.5,52.1]]"
    let found = try read(
      """
      {"type":"FeatureCollection","name":"proef","bbox":[4,52,5,53],"features":[
      {"type":"Feature","id":"A","properties":{"n":1},"geometry":{"type":"Polygon","coordinates":[\(square),\(hole)]}},
      {"type":"Feature","id":2,"properties":{"n":2},"geometry":{"type":"MultiPolygon","coordinates":[[\(square)],[\(square)]]}},
      {"type":"Feature","properties":{"n":3},"geometry":{"type":"Point","coordinates":[4.25,-52.5,7]}},
      {"type":"Feature","properties":null,"geometry":null},
      {"type":"Feature","geometry":{"type":"LineString","coordinates":[[1,2],[3,4]]}},
      {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[]}},
      {"type":"Feature","geometry":{"type":"Point","coordinates":[]}},
      {"type":"Feature","geometry":{"type":"MultiPolygon","coordinates":[]}}
      ]}
      """)
    let outer = try ring([(4, 52), (5, 52), (5, 53), (4, 52)])
    let inner = try ring([(4.5, 52.1), (4.6, 52.2), (4.7, 52.1), (4.5, 52.1)])
    #expect(found.name == "proef")
    #expect(found.declaredSystem == nil)
    #expect(found.features.map(\.id) == [.text("A"), .integer(2), nil, nil, nil, nil, nil, nil])
    #expect(
      found.features.map(\.geometry) == [
        .multiPolygon(MultiPolygon([Polygon(exterior: outer, holes: [inner])])),
        .multiPolygon(MultiPolygon([Polygon(exterior: outer), Polygon(exterior: outer)])),
        .point(Position(x: 4.25, y: -52.5)), nil, .other(type: "LineString"),
        .other(type: "GeometryCollection"), nil, .multiPolygon(MultiPolygon([])),
      ])
    #expect(
      found.properties.values(of: "n").prefix(4) == [.integer(1), .integer(2), .integer(3), nil])
  }

  @Test func membersComeInAnyOrder() throws {
    let found = try read(
      """
      \u{FEFF} { "features" : [ { "geometry" : { "coordinates" :
        [ [ [ 4 , 52 ] , [ 5 , 52 , 0.5 ] , [ 5 , 53 ] , [ 4 , 52 ] ] ], "bbox": [ 1 ],
        "type" : "Polygon" } , "properties" : { "b" : true , "a" : null } , "type" : "Feature" }
      ] , "type" : "FeatureCollection" }

      """)
    let triangle = try ring([(4, 52), (5, 52), (5, 53), (4, 52)])
    #expect(
      found.features[0].geometry == .multiPolygon(MultiPolygon([Polygon(exterior: triangle)])))
    #expect(found.properties.names == ["b", "a"])
  }

  @Test func ofRepeatedMembersTheLastCounts() throws {
    let found = try read(
      """
      {"type":"FeatureCollection","features":[],"features":[
      {"type":"Feature","id":1,"id":"z","properties":{"x":9,"y":8},"properties":{"y":1,"y":2},
      "geometry":{"type":"Point","coordinates":[1,2],"coordinates":[3,4]}}]}
      """)
    #expect(found.features[0].id == .text("z"))
    #expect(found.features[0].geometry == .point(Position(x: 3, y: 4)))
    #expect(
      found.properties.properties(ofFeature: 0) == [GeoJSONProperty(name: "y", value: .integer(2))])
    #expect(found.properties.values(of: "x") == [nil])
  }

  @Test func readsEveryKindOfScalar() throws {
    let found = try read(
      """
      {"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{
      "a":null,"b":false,"c":-12,"d":1.50,"e":9223372036854775807,"f":9223372036854775808,
      "g":-9223372036854775808,"h":1e3,"i":{"x":[1,{}]},"j":[],"k":"\\u00e9\\ud83d\\ude00\\n\\/\\"",
      "l":"’s-Gravenhage","\\u006d":-0,"n":1e-999}}]}
      """)
    #expect(
      found.properties.properties(ofFeature: 0).map(\.value) == [
        .null, .bool(false), .integer(-12), .number(1.5), .integer(.max), .number(0x1p63),
        .integer(.min), .number(1000), .nested, .nested, .text("é😀\n/\""), .text("’s-Gravenhage"),
        .integer(0), .number(0),
      ])
    #expect(found.properties.names.suffix(2) == ["m", "n"])
  }

  @Test func keepsNamedPropertiesOnly() throws {
    let text = """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","geometry":null,"properties":{"a":1,"b":2,"c":3}},
      {"type":"Feature","geometry":null,"properties":{"c":4,"d":[],"a":5}},
      {"type":"Feature","geometry":null,"properties":{}}]}
      """
    let some = try read(text, propertyNames: ["a", "c", "zz"])
    #expect(some.properties.names == ["a", "c"])
    #expect(some.properties.values(of: "a") == [.integer(1), .integer(5), nil])
    #expect(some.properties.values(of: "c") == [.integer(3), .integer(4), nil])
    #expect(some.properties.values(of: "b") == [])
    #expect(try read(text).properties.values(of: "d") == [nil, .nested, nil])
  }

  @Test(arguments: [
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:OGC:1.3:CRS84"}}"#, 4326),
    (#"{"properties":{"name":"urn:ogc:def:crs:EPSG::28992"},"type":"name"}"#, 28992),
    (#"{"type":"name","properties":{"name":"EPSG:28992"}}"#, 28992),
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG:9.6.1:28992"}}"#, 28992),
    (
      #"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/EPSG/0/28992"}}"#, 28992
    ),
    (
      #"{"type":"name","properties":{"name":"http://www.opengis.net/def/crs/OGC/1.3/CRS84"}}"#, 4326
    ),
    (#"{"type":"EPSG","properties":{"code":28992}}"#, 28992),
    (#"{"type":"name","properties":{"name":"Amersfoort / RD New"}}"#, nil),
    (#"{"type":"link","properties":{"href":"data.crs"}}"#, nil),
    (#"{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::99999999999999999999"}}"#, nil),
    (#"{}"#, nil),
  ]) func readsDeclaredSystem(crs: String, epsg: Int?) throws {
    let found = try read(#"{"type":"FeatureCollection","crs":\#(crs),"features":[]}"#)
    #expect(found.declaredEPSG == epsg)
    #expect(found.declaredSystem != nil)
  }

  @Test func nullSystemIsNone() throws {
    let found = try read(#"{"type":"FeatureCollection","crs":null,"features":[]}"#)
    #expect(found.declaredSystem == nil)
    #expect(found.declaredEPSG == nil)
    #expect(found.features.isEmpty)
    #expect(found.properties.values(of: "a").isEmpty)
  }
}
