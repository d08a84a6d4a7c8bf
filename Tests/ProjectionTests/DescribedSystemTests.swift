import Geometry
import Projection
import Testing

@Suite struct DescribedSystemTests {
  /// As ESRI, GDAL and QGIS write the systems of the Netherlands.
  @Test(arguments: [
    (
      "PROJCS[\"RD_New\",GEOGCS[\"GCS_Amersfoort\",DATUM[\"D_Amersfoort\"]]]", ReferenceSystem.rdNew
    ),
    (
      "PROJCS[\"Amersfoort / RD New\",GEOGCS[\"Amersfoort\"],AUTHORITY[\"EPSG\",\"28992\"]]", .rdNew
    ),
    ("COMPD_CS[\"Amersfoort / RD New + NAP height\",PROJCS[\"Amersfoort / RD New\"]]", .rdNew),
    ("GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\"]]", .wgs84),
    ("GEOGCRS[\"WGS 84\",DATUM[\"World Geodetic System 1984\"]]", .wgs84),
    ("GEOGCS[\"GCS_ETRS_1989\",DATUM[\"D_ETRS_1989\"]]", .wgs84),
  ])
  func known(wkt: String, system: ReferenceSystem) {
    #expect(DescribedSystem(wkt: wkt) == .known(system))
  }

  @Test func numbers() {
    #expect(DescribedSystem(epsg: 28992) == .known(.rdNew))
    #expect(DescribedSystem(epsg: 7415) == .known(.rdNew))
    #expect(DescribedSystem(epsg: 4258) == .known(.wgs84))
    #expect(DescribedSystem(epsg: 31370).name == "EPSG:31370")
    #expect(DescribedSystem(wkt: "geen stelsel") == nil)
    #expect(DescribedSystem(wkt: "") == nil)
  }

  /// ETRS89 / UTM zone 31N; the numbers are those of pyproj 3.7.2 (PROJ 9.5.1), EPSG:28992 to 25831.
  /// Without grids the way there is good to a quarter of a metre.
  @Test func transformsFromOtherSystems() throws {
    var positions = [Position(x: 628_533.5392, y: 5_803_850.0288)]
    try Transformer(from: DescribedSystem(epsg: 25831), to: .rdNew).transform(&positions)
    #expect(abs(positions[0].x - 121_000) < 0.5 && abs(positions[0].y - 487_000) < 0.5)
  }

  @Test func systemsThatNobodyKnows() {
    for system in [
      DescribedSystem(epsg: 999_999), .other(definition: "onzin", name: "onzin"),
    ] {
      #expect(throws: ProjectionError.descriptionUnknown(name: system.name)) {
        try { _ = try Transformer(from: system, to: .rdNew) }()
      }
    }
  }
}
