import Addresses
import Foundation
import GRDB
import GeoPackage
import Geometry
import Registers
import TestSupport
import Testing

@Suite struct GeoPackageSourceTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  /// A file laid out as PDOK's BAG; `rows` are of `verblijfsobject` without geometry column.
  private func write(
    _ name: String = "bag-light.gpkg", epsg: Int = 28992,
    layers: [(name: String, columns: String, rows: [(geometry: [UInt8], values: String)])]
  ) throws -> String {
    let path = folder.file(name)
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          PRAGMA application_id = 1196444487;
          CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT, srs_id INTEGER PRIMARY KEY,
            organization TEXT, organization_coordsys_id INTEGER, definition TEXT, description TEXT);
          INSERT INTO gpkg_spatial_ref_sys VALUES ('x', \(epsg), 'EPSG', \(epsg), '', '');
          CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT, identifier TEXT,
            description TEXT, last_change TEXT, min_x REAL, min_y REAL, max_x REAL, max_y REAL,
            srs_id INTEGER);
          CREATE TABLE gpkg_geometry_columns (table_name TEXT, column_name TEXT,
            geometry_type_name TEXT, srs_id INTEGER, z INTEGER, m INTEGER);
          """)
      for layer in layers {
        try database.execute(
          sql: """
            CREATE TABLE \(layer.name) (feature_id INTEGER PRIMARY KEY, geom BLOB, \(layer.columns));
            INSERT INTO gpkg_contents VALUES
              ('\(layer.name)', 'features', '\(layer.name)', '', '', 0, 0, 0, 0, \(epsg));
            INSERT INTO gpkg_geometry_columns VALUES
              ('\(layer.name)', 'geom', 'GEOMETRY', \(epsg), 0, 0);
            """)
        for row in layer.rows {
          let hex = row.geometry.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
          }.joined()
          let geometry = row.geometry.isEmpty ? "NULL" : "x'\(hex)'"
          try database.execute(
            sql: "INSERT INTO \(layer.name) VALUES (NULL, \(geometry), \(row.values))")
        }
      }
    }
    try queue.close()
    return path
  }

  private let columns = """
    rdf_seealso TEXT, identificatie TEXT, oppervlakte INT, status TEXT, gebruiksdoel TEXT,
    openbare_ruimte_naam TEXT, openbare_ruimte_naam_kort TEXT, huisnummer INT, huisletter TEXT,
    toevoeging TEXT, postcode TEXT, woonplaats_naam TEXT, bouwjaar INT, pand_identificatie TEXT,
    pandstatus TEXT, nummeraanduiding_hoofdadres_identificatie TEXT
    """

  private func little(_ numbers: [Double]) -> [UInt8] {
    numbers.flatMap { number in (0..<8).map { UInt8(number.bitPattern >> (8 * $0) & 0xFF) } }
  }

  private func point(_ x: Double, _ y: Double) -> [UInt8] {
    [0x47, 0x50, 0, 1, 0x40, 0x71, 0, 0, 1, 1, 0, 0, 0] + little([x, y])
  }

  private func square(_ x: Double, _ y: Double, _ side: Double) -> [UInt8] {
    [0x47, 0x50, 0, 1, 0x40, 0x71, 0, 0, 1, 3, 0, 0, 0, 1, 0, 0, 0, 5, 0, 0, 0]
      + little([x, y, x + side, y, x + side, y + side, x, y + side, x, y])
  }

  @Test func theObjectsOfPDOK() throws {
    let inUse = "'u', '0363010000964973', 10, 'Verblijfsobject in gebruik', 'woonfunctie'"
    let end = "'0363100012181960', 'Pand in gebruik', '0363200000081086'"
    let path = try write(layers: [
      (
        "standplaats",
        "identificatie TEXT, status TEXT, openbare_ruimte_naam TEXT, huisnummer INT, postcode TEXT",
        [
          (
            square(100_000, 400_000, 10),
            "'0363030000000001', 'Plaats aangewezen', 'Kamp', 3, '1012JS'"
          )
        ]
      ),
      ("pand", "identificatie TEXT, status TEXT, bouwjaar INT", [(square(0, 0, 1), "'1', 'x', 1")]),
      (
        "verblijfsobject", columns,
        [
          (
            point(121_000, 487_000),
            "\(inUse), 'Burgemeester Damstraat', 'Burg Damstr', 1, 'a', 'H', '1012JS', 'Amsterdam', 1900, \(end)"
          ),
          (
            point(121_000, 487_000),
            "'u', '0363010000964974', 10, 'Verblijfsobject ingetrokken', '', 'Dam', NULL, 1, NULL, NULL, NULL, 'Amsterdam', 1900, \(end)"
          ),
          ([], "\(inUse), 'Dam', NULL, 2, NULL, NULL, NULL, 'Amsterdam', 1900, \(end)"),
          (
            point(1, 1),
            "\(inUse), 'Dam', NULL, 2, NULL, NULL, NULL, 'Amsterdam', 1900, \(end)"
          ),
          (
            point(121_000, 487_000),
            "\(inUse), 'Dam', NULL, 0, NULL, NULL, NULL, 'Amsterdam', 1900, \(end)"
          ),
          (
            point(121_000, 487_000),
            "\(inUse), NULL, NULL, 1, NULL, NULL, NULL, 'Amsterdam', 1900, \(end)"
          ),
        ]
      ),
    ])
    let reading = try Reading(path)
    #expect(reading.format == .bagGeoPackage)
    #expect(reading.year == nil)
    #expect(
      reading.entries.map(line) == [
        "1012JS;1;A;H;Burgemeester Damstraat;Amsterdam;", ";2;;;Dam;Amsterdam;",
        "1012JS;3;;;Kamp;;",
      ])
    let first = reading.entries[0]
    #expect(first.shortStreet == "Burg Damstr")
    #expect(first.position == Position(x: 121_000, y: 487_000))
    #expect(first.object == BagIdentifier(rawValue: 363_010_000_964_973))
    #expect(first.pand == BagIdentifier(rawValue: 363_100_012_181_960))
    #expect(first.nummeraanduiding == BagIdentifier(rawValue: 363_200_000_081_086))
    #expect(reading.entries[1].position == nil)
    #expect(reading.entries[2].position == Position(x: 100_005, y: 400_005))
    #expect(reading.entries[2].object?.kind == .standplaats)
    #expect(
      reading.counts.skipped == [
        .ended: 1, .outsideNetherlands: 1, .numberUnreadable: 1, .noPostcodeAndNoStreet: 1,
      ])
  }

  @Test func degrees() throws {
    let path = try write(
      "adressen_2023.gpkg", epsg: 4326,
      layers: [
        (
          "adres", "postcode TEXT, huisnummer TEXT, straatnaam TEXT",
          [(point(4.8922, 52.3731), "'1012 JS', '1', 'Dam'")]
        )
      ])
    let reading = try Reading(path)
    #expect(reading.year == 2023)
    let position = try #require(reading.entries.first?.position)
    #expect(abs(position.x - 121_290) < 5)
  }

  @Test func filesWithoutAddresses() throws {
    let other = try write("a.gpkg", layers: [("pand", "identificatie TEXT, bouwjaar INT", [])])
    #expect(throws: RegisterSourceError.unrecognised(path: other)) {
      try RegisterSource.open(other)
    }
    let noNumber = try write(
      "b.gpkg", layers: [("verblijfsobject", "identificatie TEXT, postcode TEXT", [])])
    #expect(
      throws: RegisterSourceError.missingColumn(
        path: noNumber + "/verblijfsobject", wanted: [.number])
    ) { try RegisterSource.open(noNumber) }
    let belgian = try write("c.gpkg", epsg: 31370, layers: [("verblijfsobject", columns, [])])
    #expect(
      throws: RegisterSourceError.referenceSystem(
        path: belgian, layer: "verblijfsobject", epsg: 31370)
    ) { try RegisterSource.open(belgian) }
    #expect(
      throws: RegisterSourceError.severalColumns(
        path: folder.file("d.gpkg") + "/adres", meaning: .postcode, names: ["postcode", "pc6"])
    ) {
      try RegisterSource.open(
        write(
          "d.gpkg",
          layers: [("adres", "postcode TEXT, pc6 TEXT, huisnummer INT, straat TEXT", [])]))
    }
  }

  @Test func aDamagedGeometryIsNamed() throws {
    let path = try write(layers: [
      (
        "verblijfsobject", "postcode TEXT, huisnummer INT",
        [(Array(point(1, 1).prefix(15)), "'1012JS', 1")]
      )
    ])
    let source = try RegisterSource.open(path)
    #expect(
      throws: RegisterSourceError.geoPackage(
        .badGeometry(path: path, layer: "verblijfsobject", fid: 1, why: .cutOff))
    ) { try source.read { _ in } }
  }

  @Test func cutOff() throws {
    let path = try write(layers: [("verblijfsobject", columns, [])])
    let bytes = try #require(folder.bytes(of: "bag-light.gpkg"))
    for count in [50, 4_096, bytes.count - 100] {
      _ = try folder.write(Array(bytes[..<count]), to: "bag-light.gpkg")
      #expect(throws: RegisterSourceError.self, "\(count) bytes") {
        try RegisterSource.open(path).read { _ in }
      }
    }
  }
}

extension ScratchFolder {
  /// The bytes of a file, or nil when it is not there.
  fileprivate func bytes(of name: String) -> [UInt8]? {
    guard let data = FileManager.default.contents(atPath: file(name)) else { return nil }
    return Array(data)
  }
}
