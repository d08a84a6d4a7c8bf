// What the command line does, in a few calls. Usage:
//   library-example AREAS.gpkg RECORDS.csv [STUDY.yaml OUTPUT_FOLDER]
internal import Wijkzicht

let arguments = CommandLine.arguments
guard arguments.count == 3 || arguments.count == 5 else {
  print("usage: library-example AREAS.gpkg RECORDS.csv [STUDY.yaml OUTPUT_FOLDER]")
  throw ExampleError.usage
}

// Areas of one edition, and who finds a place in them.
let areas = try AreaReader().read([arguments[1]])
guard let buurten = areas[.buurt] else { throw ExampleError.noBuurten }
let locator = AreaLocator(buurten)
print("\(buurten.areas.count) buurten of edition \(areas.edition.description)")

// One place.
if let ordinal = locator.ordinal(at: Position(x: 121_687, y: 487_326)) {
  print("RD (121687, 487326) lies in \(buurten.areas[ordinal].name)")
}

// A file of records, placed and counted per buurt.
let file = try RecordSource.open(arguments[2])
guard
  let columns = try PlacementColumns.detect(
    header: file.header, sample: nil, dialect: file.dialect)
else { throw ExampleError.noPlaces }
let placer = RecordPlacer(locator: locator, columns: columns, columnCount: file.header.count)
let records = try await RecordReader(file: file, placer: placer, columns: []).read(tasks: 2)
print("\(records.counts.placed) of \(records.counts.total) records placed")

// What everybody may know of the counts, in classes of equal weight.
var base = BaseTable(buurten)
base.add(
  BaseColumn(counts: try Tabulator(records).table(.count), source: "records"), id: "records")
let published = PublishedTable(base, for: .openbaar)
let numbers = published.columns["records"]?.figures.compactMap(\.number) ?? []
let classes = ClassBreaks(
  numbers.map { WeightedValue(value: $0, weight: 1) }, classes: 5, method: .optimal)
print("\(numbers.count) counts may be shown, in classes with edges \(classes.edges)")

// A whole study.
if arguments.count == 5, let geodata = Geodata.standardFolder() {
  let study = try StudyFileReader.read(arguments[3])
  let folder = try OutputFolder(path: arguments[4], isOurs: StudyResults.isOurs)
  let report = try await StudyRun(study, geodata: try Geodata(folder: geodata)).run(
    to: folder, tasks: 2)
  print("\(report.maps.count) maps in \(arguments[4])")
}

enum ExampleError: Error {
  case usage
  case noBuurten
  case noPlaces
}
