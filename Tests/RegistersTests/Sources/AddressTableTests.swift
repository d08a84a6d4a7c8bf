import Addresses
import Geometry
import Registers
import TestSupport
import Testing

@Suite struct AddressTableTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  private func read(_ text: String) throws -> Reading {
    try Reading(folder.write(text, to: "a.csv"))
  }

  @Test func degreesBecomeMetres() throws {
    let reading = try read(
      """
      straat;huisnummer;huisletter;huisnummertoevoeging;postcode;woonplaats;gemeente;provincie;lat;lon
      Dam;1;a;hs;1012 JS;Amsterdam;Amsterdam;NH;52.3731;4.8922
      Dam;2;;;;Amsterdam;Amsterdam;NH;;
      Plein "40;3;;;1012JS;Amsterdam;Amsterdam;NH;"52,3731";"4,8922"
      Rue;4;;;1012JS;Paris;;;48.85;2.35
      Dam;5;;;1012JS;Amsterdam;Amsterdam;NH;noord;4.89
      Dam;6;;;1012JS;Amsterdam;Amsterdam;NH;52.37;
      Dam;7;;;1012JS;Amsterdam;Amsterdam;NH;0;0
      """)
    #expect(reading.format == .bagCSV)
    #expect(
      reading.entries.map(line) == [
        "1012JS;1;A;HS;Dam;Amsterdam;", ";2;;;Dam;Amsterdam;", "1012JS;3;;;Plein \"40;Amsterdam;",
      ])
    let first = try #require(reading.entries[0].position)
    #expect(abs(first.x - 121_290) < 5)
    #expect(abs(first.y - 487_340) < 200)
    #expect(reading.entries[1].position == nil)
    #expect(reading.entries[2].position == first)
    #expect(reading.entries[0].gemeente == "Amsterdam")
    #expect(reading.counts.skipped == [.outsideNetherlands: 2, .positionUnreadable: 2])
  }

  @Test func metresGoBeforeDegrees() throws {
    let reading = try read(
      """
      openbareruimte;huisnummer;huisletter;huisnummertoevoeging;postcode;nummeraanduiding;object_id;\
      verblijfsobjectstatus;pandid;x;y;lon;lat;verkorteopenbareruimte
      Dam;1;;;1012JS;0363200000081086;0363010000964973;Verblijfsobject in gebruik;\
      0363100012181960;121000.5;487000;4.0;51.0;D
      Dam;2;;;1012JS;363200000081086;NL.IMBAG.Ligplaats.0363020000964973;;\
      0363100012181960,0363100012181961;121000;999999;;;
      Dam;3;;;1012JS;3,63E+14;9363990000964973;;;121000;487000;;;
      """)
    #expect(reading.entries.map(\.house.number) == [1, 3])
    let first = try #require(reading.entries.first)
    #expect(first.position == Position(x: 121_000.5, y: 487_000))
    #expect(first.nummeraanduiding == BagIdentifier(rawValue: 363_200_000_081_086))
    #expect(first.object?.kind == .verblijfsobject)
    #expect(first.pand?.kind == .pand)
    #expect(first.shortStreet == "D")
    #expect(reading.entries[1].nummeraanduiding == nil)
    #expect(reading.entries[1].object == nil)
    #expect(reading.counts.skipped == [.outsideNetherlands: 1])
  }

  @Test func addressesThatHaveEnded() throws {
    let statuses = [
      "Verblijfsobject ingetrokken", "Niet gerealiseerd verblijfsobject",
      "Verblijfsobject ten onrechte opgevoerd", "Naamgeving ingetrokken", "Plaats ingetrokken",
      "Verblijfsobject buiten gebruik", "Verbouwing verblijfsobject", "Plaats aangewezen",
    ]
    let rows = statuses.map { "121000,487000,Dam,1,\($0),\n" }.joined()
    let reading = try read(
      "X,Y,straatnaam,huisnummer,status,datum_eind\n" + rows
        + "121000,487000,Dam,1,Naamgeving uitgegeven,2020-01-01\n")
    #expect(reading.counts.read == 3)
    #expect(reading.counts.skipped == [.ended: 6])
  }

  @Test func aBuurtMayBeThere() throws {
    let reading = try read(
      """
      postcode;huisnummer;straat;buurt;x;y
      1012JS;1;Dam;0363AF01;121000;487000
      1012JS;2;Dam;Burgwallen;121000;487000
      1012JS;3;Dam;;;
      """)
    #expect(reading.entries.map(\.buurtcode) == ["BU0363AF01", ""])
    #expect(reading.counts.skipped == [.buurtcodeUnreadable: 1])
  }

  @Test func lettersAndAdditions() throws {
    let reading = try read(
      """
      straat;huisnummer;huisletter;toevoeging;x;y
      Dam;1;b;;121000;487000
      Dam;1;;1e-hoog;121000;487000
      Dam;1;bis;;121000;487000
      Dam;1;é;;121000;487000
      Dam;1;;123456789;121000;487000
      Dam;1;;é;121000;487000
      Dam; 1 ; A ; 2 ;121000;487000
      """)
    #expect(
      reading.entries.map(line) == [
        ";1;B;;Dam;;", ";1;;1EHOOG;Dam;;", ";1;;BIS;Dam;;", ";1;A;2;Dam;;",
      ])
    #expect(reading.counts.skipped == [.numberUnreadable: 3])
  }

  @Test func longFieldsAndQuotes() throws {
    let long = String(repeating: "a", count: 100_000)
    let reading = try read(
      "straat;huisnummer;x;y\n\(long);1;121000;487000\n\"Laan; \"\"Oost\"\"\nzijde\";2;121000;487000\n"
    )
    #expect(reading.entries.map(\.street) == [long, "Laan; \"Oost\"\nzijde"])
  }
}
