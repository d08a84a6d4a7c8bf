internal import Areas
internal import Bytes
internal import CSV
internal import Geocoding
internal import Indicators
internal import Registers
internal import Spreadsheet

/// Makes a study file from files: what they hold, what a study can do with it, and what is doubtful.
///
/// The study runs as it stands. What cannot be used as it is stands in it as a comment, with the reason.
/// No value of a record gets into the text: names of columns, counts, years, and words of the catalogue
/// only.
public struct StudyStart {
  let geodata: Geodata
  let relative: RelativePath
  let id: String
  var areaFiles: [String] = []
  var areas: AreaSet
  var isSchematic = false
  var register: (path: String, register: Register)?
  var records: [RecordsLook] = []
  var figures: [FiguresLook] = []
  /// Files that were not understood, and why.
  var others: [(path: String, reason: String)] = []
  var findings: [String] = []

  /// Looks into files.
  /// - Parameter out: the path of the study that will be made; paths in it are seen from there.
  /// - Throws: what reading a file gives when it cannot be read at all.
  public init(files: [String], out: String, geodata: Geodata) throws {
    self.geodata = geodata
    relative = RelativePath(fromFile: out)
    id = Self.slug(Self.stem(out))
    var tables: [(String, TableLook)] = []
    var looked: [String] = []
    var found: [(path: String, set: AreaSet)] = []
    let wanted = Self.figureNames(geodata)
    let reader = AreaReader(required: [], figureNames: wanted, aliases: geodata.aliases)
    for path in files {
      looked.append(path)
      if path.lowercased().hasSuffix(".wzr") {
        let register = try Register(path: path)
        if self.register == nil {
          self.register = (path, register)
        } else {
          others.append((path, "a study has one register; this is a second one."))
        }
        continue
      }
      var problem: (any Error)?
      if Self.mayHoldAreas(path) {
        do {
          let set = try reader.read([path])
          if !set.layers.isEmpty {
            found.append((path, set))
            continue
          }
        } catch { problem = error }
      }
      do {
        tables.append((path, try TableLook(RecordSource.open(path))))
      } catch RecordSource.Failure.spreadsheet(.sheetUnclear(_, let sheets)) {
        // Each sheet with a table is looked at, as a file of its own.
        looked.removeLast()
        for sheet in sheets.map({ "\(path)#\($0)" }) {
          looked.append(sheet)
          tables.append((sheet, try TableLook(RecordSource.open(sheet))))
        }
      } catch RecordSource.Failure.noPoints {
        others.append(
          (
            path,
            "its surfaces are no areas of CBS. Are they areas of your own? Then they go under areas, as "
              + "own, with the column of their codes."
          ))
      } catch {
        // A file with surfaces says more of what is wrong with it as areas.
        guard let problem else { throw error }
        others.append((path, ErrorSentence.text(problem, naming: false)))
      }
    }

    let years = Dictionary(grouping: found, by: \.set.edition.year)
    let year =
      register?.register.edition.flatMap { years[$0] == nil ? nil : $0 } ?? years.keys.max()
    if let year {
      areaFiles = years[year]!.map(\.path)
      for (path, set) in found where set.edition.year != year {
        others.append(
          (path, "areas of \(set.edition.year); a study has areas of one edition, here \(year)."))
      }
      areas = try reader.read(areaFiles)
    } else {
      isSchematic = true
      let edition = 2024
      areas = try SchematicAreas(folder: geodata.folder + "/sample", reader: reader).read(
        year: edition)
    }
    for (path, table) in tables {
      if let figures = try FiguresLook(
        path: path, table: table, wanted: wanted, counting: Self.counting(geodata),
        aliases: geodata.aliases, areas: areas)
      {
        self.figures += figures.parts
      } else {
        let look = RecordsLook(path: path, table: table)
        if look.place == nil {
          others.append(
            (
              path,
              look.repeated.isEmpty
                ? "no columns say where its rows belong. " + table.file.columnNames.sentence
                  + " Are they areas of your own? Then they go under areas, as own."
                : "columns \(look.repeated.map { "\($0)" }.joined(separator: " and ")) have the same "
                  + "name; give each its own, so that it is sure where its rows belong."
            ))
        } else {
          records.append(look)
        }
      }
    }
    tell(looked)
  }

  private mutating func tell(_ files: [String]) {
    for path in files {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if areaFiles.contains(path) {
        findings.append("\(name): areas of \(areas.edition.description)")
      } else if register?.path == path {
        findings.append("\(name): a register of addresses")
      } else if let look = records.first(where: { $0.path == path }) {
        let place =
          switch look.place {
          case .columns(let columns)?: columns.description(header: look.table.file.columnNames)
          case .address(let columns)?:
            "address " + columns.description(header: look.table.file.columnNames)
          case nil: ""
          }
        findings.append("\(name): records, placed by \(place)")
      } else if let look = figures.first(where: { $0.path == path }) {
        let column = look.table.columns[look.key.column]
        let key =
          FiguresLook.isKeyName(column)
          ? column.name : look.table.file.columnNames.labels[look.key.column]
        findings.append(
          look.columns.isEmpty
            ? "\(name): counts by \(key), of which it is not known what they are"
            : "\(name): figures by \(key): "
              + figures.filter { $0.path == path }.flatMap(\.columns).map(\.name)
              .joined(separator: ", "))
      } else if let other = others.first(where: { $0.path == path }) {
        findings.append("\(name): not used: \(other.reason)")
      }
    }
  }

  /// The figures that some indicator looks at.
  private static func figureNames(_ geodata: Geodata) -> Set<String> {
    var names: Set<String> = [IndicatorEvaluator.landAreaColumn]
    for indicator in geodata.indicators.values {
      for case .figure(let name) in indicator.formula.terms {
        names.insert(geodata.aliases.canonical(name))
      }
    }
    return names
  }

  /// The indicators for which the count above the line may be delivered.
  private static func counting(_ geodata: Geodata) -> Set<String> {
    Set(
      geodata.indicators.values.filter { indicator in
        if case .records = indicator.formula.numerator { true } else { false }
      }.map(\.id))
  }

  private static func mayHoldAreas(_ path: String) -> Bool {
    let lower = path.lowercased()
    if [".gpkg", ".geojson", ".json", ".shp"].contains(where: { lower.hasSuffix($0) }) {
      return true
    }
    guard lower.hasSuffix(".csv"), let file = try? CSVFile(path: path) else { return false }
    return file.header.contains {
      ["wkt", "geom", "geometry", "the_geom"].contains($0.lowercased())
    }
  }

  /// The name of a file without folder and endings.
  static func stem(_ path: String) -> String {
    let name = PartedPath(path).file.split(separator: "/").last ?? ""
    return name.split(separator: ".").first.map(String.init) ?? "studie"
  }

  /// A text as an id: small letters, digits, hyphens and underscores.
  static func slug(_ text: String) -> String {
    let letters = text.lowercased().map { letter -> Character in
      letter.isASCII && (letter.isLetter || letter.isNumber || letter == "_") ? letter : "-"
    }
    let slug = String(letters).split(separator: "-").joined(separator: "-")
      .drop { $0 == "_" }
    return slug.isEmpty ? "studie" : String(slug)
  }
}
