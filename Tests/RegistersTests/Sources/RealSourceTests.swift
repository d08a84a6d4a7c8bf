import Addresses
import Geometry
import Registers
import TestSupport
import Testing

@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealSourceTests {
  private func path(_ name: String) -> String { "\(OpenData.folder)/addresses/\(name)" }

  @Test func postcodeTableOfFiveProvinces() throws {
    let source = try RegisterSource.open(
      path("pc6hnr20240801_gwb_five_provinces_derived.csv.gz"))
    #expect(source.format == .pc6hnr)
    #expect(source.year == 2024)
    var buurten: Set<String> = []
    var largest = 0
    let counts = try source.read { batch in
      largest = max(largest, batch.count)
      for entry in batch { buurten.insert(entry.buurtcode) }
    }
    #expect(counts.read == 1_213_338)
    #expect(counts.skipped == [:])
    #expect(buurten.count == 3_166)
    #expect(largest < 10_000)
  }

  @Test(arguments: [
    ("drenthe", 270_429), ("flevoland", 222_318), ("friesland", 374_936), ("groningen", 328_867),
    ("zeeland", 246_317),
  ])
  func addressesOfAProvince(_ name: String, _ count: Int) throws {
    let source = try RegisterSource.open(path("bag_\(name).csv.gz"))
    #expect(source.format == .bagCSV)
    #expect(source.year == nil)
    let box = ReferenceSystem.rdNew.netherlands
    var outside = 0
    let counts = try source.read { batch in
      outside += batch.count { $0.position.map { !box.contains($0) } ?? true }
    }
    #expect(counts.total == count)
    #expect(counts.read == count)
    #expect(outside == 0)
  }

  @Test func addressesOfAmsterdam() throws {
    let reading = try Reading(path("bag_amsterdam_1013.csv"))
    #expect(reading.format == .bagCSV)
    #expect(reading.counts.total == 1_836)
    #expect(reading.counts.read == 1_836)
    let first = try #require(reading.entries.first)
    #expect(line(first) == "1013NJ;1;;H;Barentszplein;Amsterdam;")
    #expect(first.position == Position(x: 121_223, y: 489_163))
    #expect(first.nummeraanduiding == BagIdentifier(rawValue: 363_200_000_039_881))
  }

  @Test(arguments: ["bagadres-full.csv", "bagadresplus.csv"])
  func layoutsOfNLExtract(_ name: String) throws {
    let reading = try Reading(path(name))
    #expect(reading.format == .bagCSV)
    #expect(reading.counts.read == 99)
    let first = try #require(reading.entries.first)
    #expect(line(first) == "1011AB;105;;1;De Ruijterkade;Amsterdam;")
    #expect(first.gemeente == "Amsterdam")
    #expect(first.position == Position(x: 122_177, y: 487_877))
    #expect(first.nummeraanduiding == BagIdentifier(rawValue: 363_200_000_081_086))
    #expect(first.object == BagIdentifier(rawValue: 363_010_000_964_973))
    #expect(first.pand == BagIdentifier(rawValue: 363_100_012_181_960))
  }
}

@Suite(.enabled(if: OpenData.isExpected, "skipped: the open data of WIJKZICHT_DATA are not there"))
struct RealExtractTests {
  @Test func doesburg() throws {
    let reading = try Reading("\(OpenData.folder)/addresses/bag_xml_2020_doesburg")
    #expect(reading.format == .lvbag)
    #expect(reading.year == 2020)
    for entry in reading.entries {
      #expect(entry.gemeente == "Doesburg")
      #expect(entry.place == "Doesburg")
      #expect(!entry.street.isEmpty)
      #expect(entry.position.map { ReferenceSystem.rdNew.netherlands.contains($0) } == true)
    }
    // 7 objects, of which one has two addresses more; the VBO with four voorkomens counts once.
    #expect(reading.counts.read == 10)
    #expect(reading.counts.skipped == [:])
    #expect(reading.entries.filter { $0.object?.kind == .ligplaats }.count == 2)
    let long = try #require(reading.entries.first { $0.house.number == 9 })
    #expect(line(long) == ";9;L;;Schout bij Nacht Doormansingel;Doesburg;")
    #expect(long.shortStreet == "Sbn Doormansingel")
  }
}
