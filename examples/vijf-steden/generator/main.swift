// make-example-records: SYNTHETIC incidents, establishments and figures for the five-city example.
//
//     make-example-records GEODATA_DIR OUT_DIR [--incidents 30000] [--establishments 8000] [--seed 2024] [--pattern]
//
// The pattern is made up. It uses label points, the land area of a buurt (how far points scatter) and its number of
// inhabitants (how many incidents), and no figure about income, origin or crime. Arithmetic is limited to + - * / and square root, so the same arguments
// give the same bytes on every machine.

import Foundation

// MARK: - Randomness

/// SplitMix64: small, fast, and the same everywhere.
struct SplitMix64 {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A generator of its own for each purpose, so that more incidents do not change the establishments.
  init(seed: UInt64, purpose: String) {
    state = seed ^ hash(purpose)
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// In [0, 1).
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// In 0..<count.
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// Bell-shaped around 0, within -1...1: the mean of three.
  mutating func bell() -> Double { (unit() + unit() + unit()) * (2.0 / 3.0) - 1 }
}

/// FNV-1a over the bytes, finished so that near texts lie far apart.
func hash(_ text: String) -> UInt64 {
  var value: UInt64 = 0xCBF2_9CE4_8422_2325
  for byte in text.utf8 { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
  value = (value ^ (value >> 32)) &* 0xD6E8_FEB8_6659_FD93
  return value ^ (value >> 32)
}

/// A choice by weight in one step (alias method of Vose).
struct WeightedChoice {
  private var threshold: [Double]
  private var other: [Int]

  init(_ weights: [Double]) {
    let count = weights.count
    let total = weights.reduce(0, +)
    var scaled = weights.map { $0 * Double(count) / total }
    threshold = Array(repeating: 1, count: count)
    other = Array(0..<count)
    var small = scaled.indices.filter { scaled[$0] < 1 }
    var large = scaled.indices.filter { scaled[$0] >= 1 }
    while let low = small.popLast(), let high = large.last {
      threshold[low] = scaled[low]
      other[low] = high
      scaled[high] -= 1 - scaled[low]
      if scaled[high] < 1 {
        large.removeLast()
        small.append(high)
      }
    }
  }

  func pick(_ random: inout SplitMix64) -> Int {
    let index = random.below(threshold.count)
    return random.unit() < threshold[index] ? index : other[index]
  }
}

/// A smooth field between about 0.3 and 3: random heights on a square lattice, blended between its corners.
struct SmoothField {
  let seed: UInt64

  func value(_ x: Double, _ y: Double) -> Double {
    let height = 0.65 * layer(x, y, width: 2600, salt: 1) + 0.35 * layer(x, y, width: 1100, salt: 2)
    let raised = 0.4 + 1.5 * height  // height is within 0...1
    return raised * raised * raised * 0.5 + 0.25
  }

  private func layer(_ x: Double, _ y: Double, width: Double, salt: UInt64) -> Double {
    let u = x / width, v = y / width
    let column = u.rounded(.down), row = v.rounded(.down)
    let s = blend(u - column), t = blend(v - row)
    let a = corner(column, row, salt), b = corner(column + 1, row, salt)
    let c = corner(column, row + 1, salt), d = corner(column + 1, row + 1, salt)
    return (a * (1 - s) + b * s) * (1 - t) + (c * (1 - s) + d * s) * t
  }

  private func blend(_ t: Double) -> Double { t * t * (3 - 2 * t) }

  private func corner(_ column: Double, _ row: Double, _ salt: UInt64) -> Double {
    let place =
      UInt64(bitPattern: Int64(column)) &* 0x9E37_79B9 ^ UInt64(bitPattern: Int64(row))
      &* 0x85EB_CA6B
    var random = SplitMix64(seed: seed &+ salt &* 0x1_0001 ^ place &* 0xC2B2_AE3D_27D4_EB4F)
    return random.unit()
  }
}

// MARK: - Dates

/// Days since 1970-01-01 and back, Gregorian (the method of Howard Hinnant).
func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
  let y = month <= 2 ? year - 1 : year
  let era = y / 400
  let yearOfEra = y - era * 400
  let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
  return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
}

func date(_ days: Int) -> (year: Int, month: Int, day: Int) {
  let z = days + 719_468
  let era = z / 146_097
  let dayOfEra = z - era * 146_097
  let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let m = (5 * dayOfYear + 2) / 153
  let month = m < 10 ? m + 3 : m - 9
  return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * m + 2) / 5 + 1)
}

// MARK: - Places

struct Point {
  var x: Double
  var y: Double

  func isWithin(_ distance: Double, of other: Point) -> Bool {
    let dx = x - other.x, dy = y - other.y
    return dx * dx + dy * dy <= distance * distance
  }
}

struct Buurt {
  let code: String
  let name: String
  let landInHectares: Double
  /// At least a few, so that places without inhabitants are not without incidents.
  let inhabitants: Double
  var labels: [Point] = []
}

struct City {
  let code: String
  let name: String
  let share: Double
  let buurten: [Buurt]
  let incidents: WeightedChoice
  let establishments: WeightedChoice
  let drugsCentre: Int
  let branchesCentre: Int
}

/// How the records are split over the cities. Round numbers by the size of the city; within a city no figure counts.
let cityShares: [(code: String, share: Double)] = [
  ("GM0344", 12), ("GM0363", 36), ("GM0518", 18), ("GM0599", 25), ("GM0855", 9),
]
let drugsRadius = 600.0
let branchesRadius = 500.0
let timesBackground = 8.0

/// The words that the hashes of the planted spots start from. README.md says how they were picked.
let drugsWord = "vijg"
let branchesWord = "els"

func centre(_ buurt: Buurt) -> Point { buurt.labels[0] }

/// The buurt with the lowest hash among those amid others, so that the planted spot can be seen. The seed plays no
/// part: the spots are at the same place in every run.
func chooseCentre(_ buurten: [Buurt], word: String, awayFrom other: Int?) -> Int {
  let candidates = buurten.indices.filter { index in
    if let other, centre(buurten[index]).isWithin(1800, of: centre(buurten[other])) { return false }
    let near = buurten.filter { centre($0).isWithin(1300, of: centre(buurten[index])) }.count
    return near >= 7 && buurten[index].landInHectares < 100
  }
  let all = candidates.isEmpty ? Array(buurten.indices) : candidates
  return all.min { hash("\(word) \(buurten[$0].code)") < hash("\(word) \(buurten[$1].code)") }!
}

func makeCity(_ code: String, share: Double, name: String, buurten: [Buurt], seed: UInt64) -> City {
  func choice(_ purpose: String, size: (Buurt) -> Double) -> WeightedChoice {
    let field = SmoothField(seed: hash("\(seed) \(purpose) \(code)"))
    return WeightedChoice(
      buurten.map { size($0) * (1 + field.value(centre($0).x, centre($0).y)) })
  }
  let drugs = chooseCentre(buurten, word: drugsWord, awayFrom: nil)
  return City(
    code: code, name: name, share: share, buurten: buurten,
    incidents: choice("incidents") { $0.inhabitants },
    establishments: choice("establishments") { _ in 1 }, drugsCentre: drugs,
    branchesCentre: chooseCentre(buurten, word: branchesWord, awayFrom: drugs))
}

extension City {
  /// A spot near a label point; large buurten scatter further.
  func spot(_ choice: WeightedChoice, _ random: inout SplitMix64) -> Point {
    let buurt = buurten[choice.pick(&random)]
    let label = buurt.labels[random.below(buurt.labels.count)]
    let reach = 0.7 * (buurt.landInHectares * 10_000 / Double(buurt.labels.count)).squareRoot()
    return Point(x: label.x + reach * random.bell(), y: label.y + reach * random.bell())
  }

  /// The same, but `timesBackground` as dense within the circle: a spot outside is kept once in so many times.
  func spot(
    _ choice: WeightedChoice, denserAround middle: Int, radius: Double, _ random: inout SplitMix64
  ) -> Point {
    while true {
      let point = spot(choice, &random)
      if point.isWithin(radius, of: centre(buurten[middle])) || random.unit() * timesBackground < 1
      {
        return point
      }
    }
  }
}

// MARK: - What is drawn

/// Kinds of incidents and how often they occur, in parts of a thousand.
let kinds: [(name: String, weight: Double, isDrugs: Bool)] = [
  ("drugshandel", 90, true), ("drugsoverlast", 130, true), ("bedreiging", 150, false),
  ("mishandeling", 210, false),
  ("straatroof", 50, false), ("openlijk_geweld", 60, false), ("afvaldumping", 70, false),
  ("brand_ontploffing", 40, false), ("wapenhandel", 30, false), ("woninginbraak", 170, false),
]

/// SBI 2008 without dots. The vulnerable ones are those of the catalogue in geodata/indicators.
let branches: [(sbi: String, weight: Double, isVulnerable: Bool)] = [
  ("45112", 16, true), ("4742", 6, true), ("55101", 7, true), ("55201", 3, true), ("5530", 1, true),
  ("5630", 18, true),
  ("6831", 14, true), ("77111", 5, true), ("96021", 32, true), ("96022", 34, true),
  ("9604", 3, true), ("9609", 18, true),
  ("4120", 60, false), ("43320", 30, false), ("45204", 14, false), ("4711", 18, false),
  ("47241", 10, false),
  ("47713", 24, false), ("4791", 60, false), ("49410", 14, false), ("4932", 22, false),
  ("5320", 16, false),
  ("56101", 44, false), ("56102", 26, false), ("5811", 10, false), ("6201", 90, false),
  ("6202", 60, false),
  ("6420", 80, false), ("68204", 24, false), ("69101", 22, false), ("69202", 20, false),
  ("70221", 120, false),
  ("7111", 24, false), ("7410", 44, false), ("78201", 10, false), ("81210", 30, false),
  ("85521", 26, false),
  ("8621", 14, false), ("86912", 26, false), ("88911", 20, false), ("90011", 40, false),
  ("93122", 12, false),
]

let firstDay = days(2023, 1, 1)
let peildatum = days(2024, 12, 31)

// MARK: - Output

struct Lines {
  var bytes: [UInt8] = []

  mutating func text(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func cell() { bytes.append(UInt8(ascii: ";")) }

  mutating func end() { bytes.append(UInt8(ascii: "\n")) }

  /// A whole number with at least `width` digits.
  mutating func number(_ value: Int, width: Int = 1) {
    var digits: (UInt64, Int) = (0, 0)
    var rest = UInt64(value)
    while rest > 0 || digits.1 < width {
      digits.0 = digits.0 * 10 + rest % 10
      rest /= 10
      digits.1 += 1
    }
    for _ in 0..<digits.1 {
      bytes.append(UInt8(ascii: "0") + UInt8(digits.0 % 10))
      digits.0 /= 10
    }
  }

  /// Metres with one decimal.
  mutating func metres(_ value: Double) {
    let tenths = Int((value * 10).rounded())
    number(tenths / 10)
    bytes.append(UInt8(ascii: "."))
    number(tenths % 10)
  }

  mutating func day(_ value: Int) {
    let (year, month, day) = date(value)
    number(year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    number(month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    number(day, width: 2)
  }
}

func incidents(_ count: Int, _ cities: [City], seed: UInt64) -> [UInt8] {
  var random = SplitMix64(seed: seed, purpose: "incidents")
  let city = WeightedChoice(cities.map(\.share))
  let kind = WeightedChoice(kinds.map(\.weight))
  var lines = Lines()
  lines.bytes.reserveCapacity(count * 52 + 64)
  lines.text("incident;x;y;datum;soort\n")
  for row in 1..<(count + 1) {
    let place = cities[city.pick(&random)]
    let what = kinds[kind.pick(&random)]
    var point =
      what.isDrugs
      ? place.spot(place.incidents, denserAround: place.drugsCentre, radius: drugsRadius, &random)
      : place.spot(place.incidents, &random)
    let flaw = random.unit()
    if flaw < 0.003 {  // somewhere in the east of the country
      point = Point(x: 180_000 + 20_000 * random.unit(), y: 450_000 + 20_000 * random.unit())
    }
    lines.text("S")
    lines.number(row, width: 7)
    lines.cell()
    if flaw < 0.003 || flaw >= 0.008 {
      lines.metres(point.x)
      lines.cell()
      lines.metres(point.y)
    } else {
      lines.cell()
    }
    lines.cell()
    lines.day(firstDay + random.below(peildatum - firstDay + 1))
    lines.cell()
    lines.text(what.name)
    lines.end()
  }
  return lines.bytes
}

func establishments(_ count: Int, _ cities: [City], seed: UInt64) -> [UInt8] {
  var random = SplitMix64(seed: seed, purpose: "establishments")
  let city = WeightedChoice(cities.map(\.share))
  let branch = WeightedChoice(branches.map(\.weight))
  let opening = days(1995, 1, 1)
  var lines = Lines()
  lines.bytes.reserveCapacity(count * 56 + 64)
  lines.text("vestiging;x;y;sbi;startdatum;einddatum\n")
  for row in 1..<(count + 1) {
    let place = cities[city.pick(&random)]
    let what = branches[branch.pick(&random)]
    let point =
      what.isVulnerable
      ? place.spot(
        place.establishments, denserAround: place.branchesCentre, radius: branchesRadius, &random)
      : place.spot(place.establishments, &random)
    // Young firms are more common than old ones.
    let age = random.unit()
    let start = peildatum - Int(age * age.squareRoot() * Double(peildatum - opening))
    let ends = random.unit() < 0.22 && start < peildatum - 60
    lines.text("S")
    lines.number(row, width: 7)
    lines.cell()
    lines.metres(point.x)
    lines.cell()
    lines.metres(point.y)
    lines.cell()
    lines.text(what.sbi)
    lines.cell()
    lines.day(start)
    lines.cell()
    if ends { lines.day(start + 30 + random.below(peildatum - start - 30)) }
    lines.end()
  }
  return lines.bytes
}

// MARK: - Input

struct Failure: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// The named columns of a `;`-separated file whose cells may stand in quotes.
func read(_ path: String, columns: [String]) throws -> [[String]] {
  guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
    throw Failure("cannot read \(path)")
  }
  func cells(_ line: Substring) -> [String] {
    var all = [""]
    var quoted = false
    for character in line {
      if character == "\"" {
        quoted.toggle()
      } else if character == ";" && !quoted {
        all.append("")
      } else {
        all[all.count - 1].append(character)
      }
    }
    return all
  }
  let lines = text.split(whereSeparator: \.isNewline)
  guard let header = lines.first.map(cells) else { throw Failure("\(path) is empty") }
  let places = try columns.map { column in
    guard let place = header.firstIndex(of: column) else {
      throw Failure("\(path) has no column \(column)")
    }
    return place
  }
  return try lines.dropFirst().enumerated().map { row, line in
    let all = cells(line)
    guard all.count == header.count else {
      throw Failure("\(path):\(row + 2): \(all.count) cells, but the header has \(header.count)")
    }
    return places.map { all[$0] }
  }
}

func readCities(_ folder: String, seed: UInt64) throws -> [City] {
  var buurten: [String: [Buurt]] = [:]
  var names: [String: String] = [:]
  var position: [String: (city: String, index: Int)] = [:]
  let columns = [
    "buurtcode", "buurtnaam", "gemeentecode", "gemeentenaam", "oppervlakte_land_in_ha",
    "aantal_inwoners",
  ]
  for row in try read("\(folder)/sample/buurten_2024.csv", columns: columns) {
    let land = max(1, Double(row[4]) ?? 1)
    position[row[0]] = (row[2], buurten[row[2], default: []].count)
    buurten[row[2], default: []].append(
      Buurt(
        code: row[0], name: row[1], landInHectares: land,
        inhabitants: max(30, Double(row[5]) ?? 0)))
    names[row[2]] = row[3]
  }
  for row in try read("\(folder)/sample/labelpunten_2024.csv", columns: ["buurtcode", "x", "y"]) {
    guard let place = position[row[0]], let x = Double(row[1]), let y = Double(row[2]) else {
      throw Failure("labelpunten_2024.csv: no buurt or no position: \(row.joined(separator: ";"))")
    }
    buurten[place.city]![place.index].labels.append(Point(x: x, y: y))
  }
  return try cityShares.map { code, share in
    guard let own = buurten[code]?.filter({ !$0.labels.isEmpty }), !own.isEmpty,
      let name = names[code]
    else {
      throw Failure("buurten_2024.csv: no buurten of \(code)")
    }
    return makeCity(code, share: share, name: name, buurten: own, seed: seed)
  }
}

// MARK: - Running

let usage = """
  usage: make-example-records GEODATA_DIR OUT_DIR [--incidents 30000] [--establishments 8000] [--seed 2024] [--pattern]

  Writes OUT_DIR/incidenten.csv, OUT_DIR/vestigingen.csv and OUT_DIR/cijfers.csv: SYNTHETIC records, and figures
  per buurt, for the five-city example.
  --pattern prints where the planted concentrations are.
  """

func run() throws {
  var folders: [String] = []
  var numbers = ["--incidents": 30_000, "--establishments": 8_000, "--seed": 2024]
  var showPattern = false
  var arguments = CommandLine.arguments.dropFirst()
  while let argument = arguments.popFirst() {
    if argument == "--help" || argument == "-h" {
      print(usage)
      return
    } else if argument == "--pattern" {
      showPattern = true
    } else if numbers[argument] != nil {
      guard let value = arguments.popFirst().flatMap({ Int($0) }), (0...9_999_999).contains(value)
      else {
        throw Failure("\(argument) wants a whole number from 0 to 9999999\n\n\(usage)")
      }
      numbers[argument] = value
    } else if argument.hasPrefix("-") {
      throw Failure("unknown option \(argument)\n\n\(usage)")
    } else {
      folders.append(argument)
    }
  }
  guard folders.count == 2 else { throw Failure(usage) }
  let seed = UInt64(numbers["--seed"]!)
  let cities = try readCities(folders[0], seed: seed)
  let out = URL(fileURLWithPath: folders[1], isDirectory: true)
  try FileManager.default.createDirectory(at: out, withIntermediateDirectories: true)
  try Data(incidents(numbers["--incidents"]!, cities, seed: seed))
    .write(to: out.appendingPathComponent("incidenten.csv"), options: .atomic)
  try Data(establishments(numbers["--establishments"]!, cities, seed: seed))
    .write(to: out.appendingPathComponent("vestigingen.csv"), options: .atomic)
  try Data(figures(cities, seed: seed))
    .write(to: out.appendingPathComponent("cijfers.csv"), options: .atomic)
  if showPattern {
    print("gemeente;patroon;buurtcode;buurtnaam;x;y;straal_m;keer_achtergrond")
    for city in cities {
      for (what, index, radius) in [
        ("drugsincidenten", city.drugsCentre, drugsRadius),
        ("kwetsbare branches", city.branchesCentre, branchesRadius),
      ] {
        let buurt = city.buurten[index]
        let at = centre(buurt)
        let circle = "\(Int(at.x));\(Int(at.y));\(Int(radius));\(Int(timesBackground))"
        print("\(city.name);\(what);\(buurt.code);\(buurt.name);\(circle)")
      }
    }
  }
}

do {
  try run()
} catch {
  FileHandle.standardError.write(Data("make-example-records: \(error)\n".utf8))
  exit(2)
}
