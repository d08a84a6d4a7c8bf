internal import Bytes
internal import Cartography
internal import Exports
internal import Foundation
internal import GeoJSON
internal import Geometry
internal import Indicators
internal import Pictures
internal import Projection
internal import Tables

/// The folder of a run, read back for the page of one area: its maps, no other file.
struct FactsheetFolder {
  private struct Header: Decodable {
    struct Metadata: Decodable {
      struct Line: Decodable {
        let label: String
        let color: String
        let `class`: Int?
        let value: String?
        let status: String?
      }
      let study: String
      let indicator: String
      let title: String
      let unit: String
      let abstract: String
      let edition: String
      let peildatum: String
      let language: String
      let stamps: [String]
      let legend: [Line]
    }
    let metadata: Metadata
  }

  private struct Record: Decodable {
    struct Input: Decodable {
      let role: String
      let name: String
    }
    let inputs: [Input]
  }

  private static let columns: Set<String> = [
    "code", "naam", "niveau", "gemeentecode", "gemeentenaam", "waarde", "klasse", "status", "reden",
    "oordeel", "interval_laag", "interval_hoog",
  ]

  private let path: String
  private let folder: ListedFolder
  private let files: [String]

  /// What has to be known about the folder, for people.
  var remark: String? { folder.remark }

  /// - Throws: ``FactsheetFailure``, ``VerifiedFolder/Failure`` or `FileError`.
  init(_ path: String) throws {
    guard PathTarget.exists("\(path)/\(StudyExport.mark)") else {
      throw FactsheetFailure.noResult(path)
    }
    folder = try ListedFolder(path)
    let bytes = try folder.contents(of: StudyExport.mark)
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(bytes)) else {
      throw FactsheetFailure.noResult(path)
    }
    let maps = PublishedFiles.maps(in: path)
    guard !maps.isEmpty else { throw FactsheetFailure.noMaps(path) }
    try folder.check(maps, areAll: PublishedFiles.isMap)
    // Indices first, then indicators in the order of the study, then the rest.
    let named = record.inputs.compactMap { input in
      PublishedFiles.indicator(role: input.role, name: input.name).map { "kaart_\($0).geojson" }
    }
    var order = maps.filter { $0.hasPrefix("kaart_index_") }
    for name in named + maps where maps.contains(name) && !order.contains(name) {
      order.append(name)
    }
    self.path = path
    files = order
  }

  /// What the maps have for an area.
  /// - Throws: ``FactsheetFailure``, ``VerifiedFolder/Failure``, `FileError` or `ProjectionError`.
  func sheet(of wanted: String) throws -> Factsheet {
    var found: Found?
    var lines: [Factsheet.Line] = []
    var sources: [String] = []
    var stamps: [String] = []
    var codes: Set<String> = []
    for file in files {
      let map = try Map(try folder.contents(of: file), path: path + "/" + file)
      codes.formUnion(map.codes)
      guard let place = map.codes.firstIndex(where: { $0 == wanted || $0 == wanted.uppercased() })
      else { continue }
      if found == nil { found = try Found(map, place: place) }
      lines.append(map.line(place))
      for stamp in map.metadata.stamps where !stamps.contains(stamp) { stamps.append(stamp) }
      for source in map.sources where !sources.contains(source) { sources.append(source) }
    }
    guard let found else {
      throw FactsheetFailure.unknownArea(
        wanted, nearest: nearestWord(to: wanted.uppercased(), among: codes.sorted()), folder: path)
    }
    let metadata = found.metadata
    return Factsheet(
      name: found.name, code: found.code, level: found.level, gemeente: found.gemeente,
      study: metadata.study, peildatum: metadata.peildatum, edition: metadata.edition,
      stamps: stamps, lines: lines, surroundings: found.surroundings, place: found.place,
      sources: sources, language: Language(rawValue: metadata.language) ?? .nl)
  }

  /// Where the area lies, from the first map that has it.
  private struct Found {
    let name: String
    let code: String
    let level: String
    let gemeente: String
    let surroundings: [PictureArea]
    let place: Int
    let metadata: Header.Metadata

    init(_ map: Map, place: Int) throws {
      name = map.texts("naam")[place]
      code = map.codes[place]
      level = map.texts("niveau")[place]
      gemeente = map.texts("gemeentenaam")[place]
      metadata = map.metadata
      let transformer = try Transformer(from: .wgs84, to: .rdNew)
      let own = map.texts("gemeentecode")
      let members = own.indices.filter { own[$0] == own[place] }
      surroundings = try members.map { member in
        PictureArea(
          surface: try transformer.transform(map.surface(member)), fill: .none,
          gemeentecode: own[member])
      }
      self.place = members.firstIndex(of: place) ?? 0
    }
  }

  /// One map.
  private struct Map {
    let metadata: Header.Metadata
    private let collection: GeoJSONFeatureCollection
    private let language: Language
    /// The digits behind the point that its values have.
    private let decimals: Int

    init(_ bytes: [UInt8], path: String) throws {
      guard let collection = try? GeoJSONReader.read(bytes, propertyNames: FactsheetFolder.columns),
        let metadata = try? JSONDecoder().decode(Header.self, from: Data(bytes)).metadata
      else { throw FactsheetFailure.badMap(path) }
      self.metadata = metadata
      self.collection = collection
      language = Language(rawValue: metadata.language) ?? .nl
      let values = collection.numbers("waarde").compactMap(\.self)
      decimals =
        (0..<6).first { places in
          let scale = (0..<places).reduce(1.0) { power, _ in power * 10 }
          return values.allSatisfy { abs(($0 * scale).rounded() - $0 * scale) < 1e-7 * scale }
        } ?? 6
    }

    func texts(_ name: String) -> [String] { collection.texts(name) }

    private func numbers(_ name: String) -> [Double?] { collection.numbers(name) }

    var codes: [String] { texts("code") }

    func surface(_ place: Int) -> MultiPolygon { collection.surface(place) }

    /// The sources stand last in the explanation of a map.
    var sources: [String] {
      let word = language == .nl ? "Bron: " : "Source: "
      guard let range = metadata.abstract.range(of: word, options: .backwards) else { return [] }
      return metadata.abstract[range.upperBound...].components(separatedBy: "; ").map {
        $0.hasSuffix(".") ? String($0.dropLast()) : $0
      }
    }

    func line(_ place: Int) -> Factsheet.Line {
      let statuses = texts("status")
      let values = numbers("waarde")
      let gemeenten = texts("gemeentecode")
      let status = AreaStatus(rawValue: statuses[place]) ?? .geenGegevens
      let number = { (number: Double) in language.number(number, decimals: decimals) }
      let reasons = texts("reden")
      // A median of what is published alone would be too high, since it is low numbers that are suppressed.
      func median(of places: [Int]) -> String? {
        // A score that is too unsure for a class is one of them all the same.
        let known = places.filter {
          statuses[$0] == AreaStatus.ok.rawValue
            || reasons[$0] == Certainty.Word.unsure.rawValue && values[$0] != nil
        }
        let hidden = places.count { statuses[$0] == AreaStatus.onderdrukt.rawValue }
        guard 5 * known.count >= 4 * (known.count + hidden) else { return nil }
        return Self.median(known.compactMap { values[$0] }).map(number)
      }
      let classNumber = numbers("klasse")[place].flatMap { Int(exactly: $0) }
      let entry = metadata.legend.first { line in
        status == .ok
          ? line.class != nil && line.class == classNumber : line.status == status.rawValue
      }
      return Factsheet.Line(
        title: metadata.title, unit: metadata.unit,
        value: status == .ok || status == .weinigGegevens ? values[place].map(number) : nil,
        label: reasons[place] == Certainty.Word.unsure.rawValue
          ? MapTexts.tooUnsure(language) : entry?.label ?? status.label(language),
        color: entry.flatMap { Color(hex: $0.color) } ?? AreaStatus.ground, status: status,
        note: note(place, number: number),
        gemeenteMedian: median(
          of: values.indices.filter { gemeenten[$0] == gemeenten[place] }),
        allMedian: median(of: Array(values.indices)))
    }

    private func note(_ place: Int, number: (Double) -> String) -> String {
      let isDutch = language == .nl
      let reason = texts("reden")[place]
      // How far the score may be off says more than that it is unsure.
      if !reason.isEmpty, reason != Certainty.Word.unsure.rawValue {
        return reason.replacing("_", with: " ")
      }
      let grade = texts("oordeel")[place]
      guard !grade.isEmpty, let low = numbers("interval_laag")[place],
        let high = numbers("interval_hoog")[place]
      else { return "" }
      return isDutch
        ? "meestal \(number(low)) tot \(number(high)), oordeel \(grade)"
        : "mostly \(number(low)) to \(number(high)), grade \(grade)"
    }

    private static func median(_ values: [Double]) -> Double? {
      let sorted = values.sorted()
      guard !sorted.isEmpty else { return nil }
      let middle = sorted.count / 2
      return sorted.count.isMultiple(of: 2)
        ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[middle]
    }
  }
}
