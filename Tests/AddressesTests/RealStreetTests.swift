import Addresses
import Foundation
import TestSupport
import Testing

/// The names of streets in each place of the five provinces of which the addresses are at hand.
private enum RealStreets {
  static let places: [String: Set<String>] = {
    var places: [String: Set<String>] = [:]
    for province in ["drenthe", "flevoland", "friesland", "groningen", "zeeland"] {
      let path = "\(OpenData.folder)/addresses/bag_\(province).csv.gz"
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/bin/sh")
      process.arguments = ["-c", "gzip -dc \"$0\" | cut -d ';' -f 1,6 | sort -u", path]
      let pipe = Pipe()
      process.standardOutput = pipe
      guard (try? process.run()) != nil else { continue }
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      for line in data.split(separator: UInt8(ascii: "\n")) {
        let columns = line.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
        guard columns.count == 2, columns[0] != Data("straat".utf8) else { continue }
        places[String(decoding: columns[1], as: UTF8.self), default: []].insert(
          String(decoding: columns[0], as: UTF8.self))
      }
    }
    return places
  }()

  static var names: Set<String> { places.values.reduce(into: []) { $0.formUnion($1) } }

  static var isExpected: Bool {
    FileManager.default.fileExists(atPath: "\(OpenData.folder)/addresses/bag_zeeland.csv.gz")
      || ProcessInfo.processInfo.environment["CI"]?.isEmpty == false
  }
}

@Suite(
  .enabled(if: RealStreets.isExpected, "skipped: the addresses of WIJKZICHT_DATA are not there"))
struct RealStreetTests {
  /// No two streets of one place are the same after folding.
  @Test func nothingCollides() {
    #expect(RealStreets.places.count > 900)
    var collisions: [String] = []
    for (place, names) in RealStreets.places {
      for form in [\StreetName.plain, \StreetName.canonical] {
        var seen: [FoldedName: String] = [:]
        for name in names {
          let folded = NameFolding.street(name)[keyPath: form]
          if let other = seen[folded] { collisions.append("\(place): \(other), \(name)") }
          seen[folded] = name
        }
      }
    }
    #expect(collisions.isEmpty)
  }

  /// Two places of which each half lies in another gemeente have one name; no others.
  @Test func placesThatAreOne() {
    let groups = Dictionary(grouping: RealStreets.places.keys) { NameFolding.place($0) }
      .values.filter { $0.count > 1 }.map { $0.sorted() }.sorted { $0[0] < $1[0] }
    #expect(groups == [["Harkstede", "Harkstede GN"], ["Lageland", "Lageland GN"]])
  }

  @Test func foldingTwiceChangesNothing() {
    for name in RealStreets.names {
      let folded = NameFolding.street(name)
      #expect(NameFolding.street(folded.plain.text).plain == folded.plain)
      #expect(NameFolding.street(folded.canonical.text).canonical == folded.canonical)
    }
    for place in RealStreets.places.keys {
      let folded = NameFolding.place(place)
      #expect(NameFolding.place(folded.text) == folded)
    }
  }

  /// A word and its abbreviation, written in a real name, give one form. Suffixes are abbreviated where
  /// they end a word; `Cuyplaan` is left out, since `Cuypln` may be a plein as well.
  static let abbreviationsCases: [(String, String)] = [
    ("straat", "str."), ("straat", "str"), ("laan", "ln"), ("plein", "pln."), ("weg", "wg"),
    ("burgemeester", "Burg."), ("dokter", "Dr."), ("doctor", "Dr."), ("professor", "Prof."),
    ("van der ", "v.d. "), ("van de ", "v/d "), ("van den ", "v.d. "), ("sint ", "St. "),
    ("koningin ", "Kon. "), ("prins ", "Pr. "), ("noord ", "N. "), ("singel", "sgl"),
    ("gracht", "gr."), ("plantsoen", "plnts."),
  ]

  @Test(arguments: abbreviationsCases)
  func abbreviations(long: String, short: String) {
    var count = 0
    for name in RealStreets.names {
      guard let range = name.range(of: long, options: .caseInsensitive),
        long.hasSuffix(" ") || range.upperBound == name.endIndex
          || name[range.upperBound] == " " || short.hasSuffix("."),
        !(long == "laan" && name[..<range.lowerBound].last == "p"),
        // `Awg` is too short, and a single word is a name by itself: `Singel`.
        range.lowerBound == name.startIndex
          || name.distance(from: name.startIndex, to: range.lowerBound) > 1,
        range != name.startIndex..<name.endIndex,
        long != "noord " || range.lowerBound == name.startIndex,
        long != "gracht" || range.upperBound == name.endIndex
      else { continue }
      let text = range.lowerBound == name.startIndex ? short : short.lowercased()
      let abbreviated = name.replacingCharacters(in: range, with: text)
      #expect(
        NameFolding.street(abbreviated).canonical == NameFolding.street(name).canonical,
        "\(name): \(abbreviated)")
      count += 1
    }
    #expect(count > 0 || long == "plein")
  }
}

@Suite(
  .enabled(if: RealStreets.isExpected, "skipped: the addresses of WIJKZICHT_DATA are not there"))
struct ShortNameTests {
  /// The short names of Doesburg, which NEN 5825 made: each is an abbreviation of its own name and of
  /// no other in the place.
  @Test func doesburg() throws {
    let text = try String(
      contentsOfFile: "\(OpenData.folder)/addresses/opr_0221_doesburg_names.csv", encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).dropFirst().map {
      $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    }
    let names = Set(rows.map { $0[1] })
    var count = 0
    for row in rows where !row[2].isEmpty {
      count += 1
      let short = NameFolding.street(row[2]).plain
      let longs = names.filter {
        NameFolding.isAbbreviation(short, of: NameFolding.street($0).plain)
      }
      #expect(longs == [row[1]], "\(row[2])")
    }
    #expect(count == 12)
  }

  /// Streets that exist beside each other are seldom abbreviations of each other.
  @Test func realStreetsAreSeldomAbbreviations() {
    var pairs: [String] = []
    for (place, names) in RealStreets.places {
      let folded = names.map { ($0, NameFolding.street($0).plain) }
      for (name, long) in folded where long.count >= 18 {
        for (other, short) in folded where NameFolding.isAbbreviation(short, of: long) {
          pairs.append("\(place): \(other) < \(name)")
        }
      }
    }
    #expect(pairs.count < 30)
  }
}

@Suite struct AbbreviationTests {
  static let abbreviatesCases: [(String, String)] = [
    ("A K vd Coppellostr", "Alexander Karel van der Coppellostraat"),
    ("Burg v N v Sevenaerstr", "Burgemeester van Nispen van Sevenaerstraat"),
    ("Sbn Doormansingel", "Schout bij Nacht Doormansingel"),
    ("Theo Colenbranderplnts", "Theo Colenbranderplantsoen"),
    ("B Verhuellwg", "Bedrijventerrein Verhuellweg"),
  ]

  @Test(arguments: abbreviatesCases)
  func abbreviates(short: String, long: String) {
    #expect(
      NameFolding.isAbbreviation(
        NameFolding.street(short).plain, of: NameFolding.street(long).plain))
  }

  static let doesNotCases: [(String, String)] = [
    ("Kerkweg", "Kerkhofweg"), ("Kerkstraat", "Burgemeester Kerkstraat"),
    ("Schaepstraat", "Schout bij Nacht Doormansingel"), ("", "Schout bij Nacht Doormansingel"),
    ("Schout bij Nacht Doormansingel", "Schout bij Nacht Doormansingel"),
  ]

  @Test(arguments: doesNotCases)
  func doesNot(short: String, long: String) {
    #expect(
      !NameFolding.isAbbreviation(
        NameFolding.street(short).plain, of: NameFolding.street(long).plain))
  }
}
