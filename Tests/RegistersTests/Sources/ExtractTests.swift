import Addresses
import Geometry
import Registers
import TestSupport
import Testing

@Suite struct ExtractTests {
  private let folder: ScratchFolder
  init() throws { folder = try ScratchFolder() }

  // MARK: Files

  private func file(_ objects: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <s:bagStand xmlns:O="www.kadaster.nl/schemas/lvbag/imbag/objecten/v20200601" xmlns:s="s" \
    xmlns:H="h" xmlns:R="r" xmlns:n="n" xmlns:g="http://www.opengis.net/gml/3.2" xmlns:x="x">
    <x:StandTechnischeDatum>2022-05-08</x:StandTechnischeDatum>\(objects)
    </s:bagStand>

    """
  }

  private func voorkomen(_ end: String = "") -> String {
    "<O:voorkomen><H:Voorkomen><H:beginGeldigheid>2010-01-01</H:beginGeldigheid>\(end)"
      + "</H:Voorkomen></O:voorkomen>"
  }

  private let ended = "<H:eindGeldigheid>2011-01-01</H:eindGeldigheid>"

  private func woonplaats(_ code: String, _ name: String, _ end: String = "") -> String {
    "<O:Woonplaats><O:identificatie>\(code)</O:identificatie><O:naam>\(name)</O:naam>"
      + "<O:geometrie><g:posList>1 2 3 4</g:posList></O:geometrie>"
      + "<O:status>Woonplaats aangewezen</O:status>\(voorkomen(end))</O:Woonplaats>"
  }

  private func street(_ code: String, _ name: String, short: String? = nil) -> String {
    let short = short.map {
      "<O:verkorteNaam><n:V>\n<n:verkorteNaam>\($0)</n:verkorteNaam></n:V>\n</O:verkorteNaam>"
    }
    return "<O:OpenbareRuimte><O:identificatie>\(code)</O:identificatie><O:naam>\(name)</O:naam>"
      + "<O:type>Weg</O:type><O:status>Naamgeving uitgegeven</O:status>"
      + "<O:ligtIn><R:WoonplaatsRef>1024</R:WoonplaatsRef></O:ligtIn>\(voorkomen())\(short ?? "")"
      + "</O:OpenbareRuimte>"
  }

  private func address(
    _ code: String, _ number: String, parts: String = "", end: String = "",
    status: String = "Naamgeving uitgegeven", place: String? = nil
  ) -> String {
    let place = place.map { "<O:ligtIn><R:WoonplaatsRef>\($0)</R:WoonplaatsRef></O:ligtIn>" }
    return "<O:Nummeraanduiding><O:identificatie>\(code)</O:identificatie>"
      + "<O:huisnummer>\(number)</O:huisnummer>\(parts)<O:status>\(status)</O:status>"
      + "\(voorkomen(end))\(place ?? "")"
      + "<O:ligtAan><R:OpenbareRuimteRef>0363300000000001</R:OpenbareRuimteRef></O:ligtAan>"
      + "</O:Nummeraanduiding>"
  }

  private func object(
    _ code: String, main: String, others: [String] = [], end: String = "",
    status: String = "Verblijfsobject in gebruik"
  ) -> String {
    let others = others.map { "<R:NummeraanduidingRef>\($0)</R:NummeraanduidingRef>" }.joined()
    return "<O:Verblijfsobject><O:heeftAlsNevenadres>\(others)</O:heeftAlsNevenadres>"
      + "<O:heeftAlsHoofdadres><R:NummeraanduidingRef>\(main)</R:NummeraanduidingRef>"
      + "</O:heeftAlsHoofdadres>\(voorkomen(end))<O:identificatie>\(code)</O:identificatie>"
      + "<O:geometrie><O:punt><g:Point srsDimension=\"3\"><g:pos>121000.5 487000 0.0</g:pos>"
      + "</g:Point></O:punt></O:geometrie><O:status>\(status)</O:status><O:maaktDeelUitVan>"
      + "<R:PandRef>0363100000000001</R:PandRef><R:PandRef>0363100000000002</R:PandRef>"
      + "</O:maaktDeelUitVan></O:Verblijfsobject>"
  }

  private let berth = """
    <O:Ligplaats><O:heeftAlsHoofdadres><R:NummeraanduidingRef>0363200000000004\
    </R:NummeraanduidingRef></O:heeftAlsHoofdadres><O:identificatie>0363020000000001\
    </O:identificatie><O:status>Plaats aangewezen</O:status><O:geometrie>\
    <g:Polygon srsDimension="2"><g:exterior><g:LinearRing><g:posList>121000 487000 121010 487000 \
    121010 487020 121000 487020 121000 487000</g:posList></g:LinearRing></g:exterior><g:interior>\
    <g:LinearRing><g:posList>1 1 2 2 3 1 1 1</g:posList></g:LinearRing></g:interior></g:Polygon>\
    </O:geometrie></O:Ligplaats>
    """

  private var files: [(name: String, content: String)] {
    let n = (1...9).map { "036320000000000\($0)" }
    return [
      (
        "0363LIG08052022-000001.xml", file(berth)
      ),
      (
        "0363NUM08052022-000001.xml",
        file(
          address(
            n[0], "1",
            parts:
              "<O:huisletter>a</O:huisletter><O:huisnummertoevoeging>2</O:huisnummertoevoeging>"
              + "<O:postcode>1012JS</O:postcode>")
            + address(n[1], "99", end: ended) + address(n[1], "2", place: "1025")
            + address(n[2], "3", status: "Naamgeving ingetrokken") + address(n[3], "4")
            + address(n[4], "5", parts: "<O:postcode>JS1012</O:postcode>") + address(n[5], "0")
        )
      ),
      (
        "0363OPR08052022-000001.xml",
        file(street("0363300000000001", "Dam &amp; Damrak", short: "Damr"))
      ),
      (
        "0363VBO08052022-000001.xml",
        file(
          object("0363010000000001", main: n[8], end: ended)
            + object("0363010000000001", main: n[0], others: [n[1], n[2]])
            + object("0363010000000002", main: n[0], status: "Verblijfsobject ingetrokken")
            + object("0363010000000003", main: n[4], others: [n[5]]))
      ),
      (
        "0363WPL08052022-000001.xml",
        file(
          woonplaats("1024", "Oud", ended) + woonplaats("1024", "Amsterdam")
            + woonplaats("1025", "Zuidoost"))
      ),
      (
        "Leveringsdocument-BAG-Extract.xml",
        "<xb:BAG xmlns:s=\"s\" xmlns:xb=\"http://www.kadaster.nl/schemas/lvbag/extract-levering/v20200601\">"
          + "<s:GemeenteNaam>Amsterdam</s:GemeenteNaam></xb:BAG>"
      ),
    ]
  }

  private func check(_ reading: Reading) {
    #expect(reading.format == .lvbag)
    #expect(reading.year == 2022)
    let lines = reading.entries.map(line).sorted()
    #expect(
      lines == [
        "1012JS;1;A;2;Dam & Damrak;Amsterdam;", ";2;;;Dam & Damrak;Zuidoost;",
        ";4;;;Dam & Damrak;Amsterdam;",
      ])
    #expect(
      reading.counts.skipped == [
        .addressUnknown: 1, .ended: 1, .postcodeUnreadable: 1, .numberUnreadable: 1,
      ])
    for entry in reading.entries {
      #expect(entry.shortStreet == "Damr")
      #expect(entry.gemeente == "Amsterdam")
      let isBerth = entry.object?.kind == .ligplaats
      #expect(
        entry.position
          == (isBerth ? Position(x: 121_005, y: 487_010) : Position(x: 121_000.5, y: 487_000)))
      #expect(entry.pand == (isBerth ? nil : BagIdentifier(rawValue: 363_100_000_000_001)))
    }
  }

  // MARK: Tests

  @Test func aFolder() throws {
    let path = try folder.makeFolder("bag")
    for part in files { _ = try folder.write(part.content, to: "bag/\(part.name)") }
    let reading = try Reading(path)
    check(reading)
    #expect(reading.entries.first?.object?.kind == .ligplaats)
    #expect(
      reading.entries.dropFirst().first?.nummeraanduiding
        == BagIdentifier(rawValue: 363_200_000_000_001))
  }

  @Test func aZip() throws {
    try check(Reading(folder.write(Packing.zip(files), to: "bag.zip")))
  }

  @Test func zipsInAZip() throws {
    let inner = files.filter { $0.name.hasPrefix("0363") }.map { part in
      (name: "\(part.name.prefix(15)).zip", bytes: Packing.zip([part]))
    }
    let delivery = files.suffix(1).map { (name: $0.name, bytes: Array($0.content.utf8)) }
    try check(Reading(folder.write(Packing.zip(inner + delivery), to: "bag.zip")))
  }

  @Test func aFolderOfZips() throws {
    let path = try folder.makeFolder("bag")
    for part in files {
      _ = try folder.write(Packing.zip([part]), to: "bag/\(part.name).zip")
    }
    try check(Reading(path))
  }

  @Test func namesThatTellNothing() throws {
    let path = try folder.makeFolder("bag")
    for (index, part) in files.enumerated() {
      _ = try folder.write(part.content, to: "bag/\(index).xml")
    }
    try check(Reading(path))
  }

  @Test func partsThatAreMissing() throws {
    for (kind, named) in [("WPL", ["WPL"]), ("OPR", ["OPR"]), ("NUM", ["NUM"])] {
      let some = files.filter { !$0.name.contains(kind) }
      let path = try folder.write(Packing.zip(some), to: "bag.zip")
      #expect(throws: RegisterSourceError.extractIncomplete(path: path, missing: named)) {
        try RegisterSource.open(path).read { _ in }
      }
    }
    let one = try folder.write(files[1].content, to: "een.xml")
    #expect(throws: RegisterSourceError.extractIncomplete(path: one, missing: ["WPL", "OPR"])) {
      try RegisterSource.open(one).read { _ in }
    }
  }

  @Test func xmlThatIsCutOff() throws {
    let path = try folder.makeFolder("bag")
    for part in files { _ = try folder.write(part.content, to: "bag/\(part.name)") }
    for part in files where part.name.hasPrefix("0363") {
      for cut in [30, 400, part.content.utf8.count - 10] {
        let bytes = Array(part.content.utf8)
        _ = try folder.write(Array(bytes[..<(bytes.count - cut)]), to: "bag/\(part.name)")
        let error = #expect(throws: RegisterSourceError.self) {
          try RegisterSource.open(path).read { _ in }
        }
        guard case .damagedXML(let name, _)? = error else {
          Issue.record("\(part.name) less \(cut): \(String(describing: error))")
          continue
        }
        #expect(name == "\(path)/\(part.name)")
      }
      _ = try folder.write(part.content, to: "bag/\(part.name)")
    }
    check(try Reading(path))
  }

  @Test func xmlThatIsNotWellFormed() throws {
    var all = files
    all[4].content = all[4].content.replacing(
      "<O:naam>Zuidoost</O:naam>", with: "<O:naam>Zuid</O:x>")
    let path = try folder.write(Packing.zip(all), to: "bag.zip")
    let source = try RegisterSource.open(path)
    #expect(throws: RegisterSourceError.damagedXML(path: "\(path)/\(all[4].name)", line: 3)) {
      try source.read { _ in }
    }
  }

  @Test func zipThatIsCutOff() throws {
    let bytes = Packing.zip(files)
    for count in stride(from: 4, to: bytes.count - 600, by: 577) {
      let path = try folder.write(Array(bytes[..<count]), to: "bag.zip")
      #expect(throws: RegisterSourceError.self, "\(count) bytes") {
        try RegisterSource.open(path).read { _ in }
      }
    }
  }

  @Test func entitiesThatGrowAreRefused() throws {
    var text = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">"
    for (name, earlier) in zip("bcdefghij", "abcdefghi") {
      text += "<!ENTITY \(name) \"" + String(repeating: "&\(earlier);", count: 10) + "\">"
    }
    text += "]>"
    var all = files
    all[4].content = all[4].content.replacing(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", with: text
    )
    .replacing("Zuidoost", with: "&j;")
    let path = try folder.write(Packing.zip(all), to: "bag.zip")
    // Refused or left out; not written out in memory.
    let reading = try? Reading(path)
    #expect((reading?.entries ?? []).allSatisfy { $0.place.utf8.count < 100 })
  }
}
