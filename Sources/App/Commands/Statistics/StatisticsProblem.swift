internal import Areas
internal import SpatialStatistics
internal import Tables
internal import WeightFiles

/// Why a table gives no statistic.
enum StatisticsProblem: Error {
  case raggedRow(path: String, row: Int)
  case noCode(path: String, row: Int, level: AreaLevel)
  case noFigure(path: String, row: Int, column: String)
  case twice(path: String, code: String)
  case otherAreas(path: String, unknown: Int, of: Int, example: String)
  case mostMissing(missing: Int, of: Int, reasons: String, level: AreaLevel)
  case badWeights(String)
  case noBlocks(String)
  case halfUnion(String)
  case weightFile(path: String, WeightFileError)
  case otherGraph(path: String, code: String)
  case notWhole(code: String)
  case tooManyEvents(code: String)
  case graph(SpatialWeightsError, weights: String, codes: [String])
  case badSnap(Double)
  case permutationRow(path: String, row: Int)
  case noPermutations(path: String)
  case statistic(StatisticsError, codes: [String])

  /// The sentence for an error of these, or nil.
  static func sentence(_ error: any Error) -> String? {
    guard let problem = error as? StatisticsProblem else { return nil }
    return problem.sentence
  }

  private var sentence: String {
    switch self {
    case .raggedRow(let path, let row):
      "\(path): row \(row) has another number of fields than the header."
    case .noCode(let path, let row, let level):
      "\(path): row \(row) has no code of a \(level.rawValue)."
        + (level.isOwn ? "" : " Choose the level with --level.")
    case .noFigure(let path, let row, let column):
      "\(path): row \(row) has no number in '\(column)'. Leave a cell empty when there is none."
    case .twice(let path, let code):
      "\(path): \(code) has two rows. The table must have one row per area."
    case .otherAreas(let path, let unknown, let total, let example):
      "\(path): \(unknown) of \(counted(total, "code")) \(unknown == 1 ? "is" : "are") not among the areas, for instance \(example). Table "
        + "and areas are of different editions or places; name areas of the same year."
    case .mostMissing(let missing, let total, let reasons, let level):
      "\(missing) of \(counted(total, "area")) \(missing == 1 ? "has" : "have") no figure: \(reasons). "
        + level.poolingAdvice
    case .badWeights(let text):
      "--weights '\(text)': write queen, rook, knn:6, band:1000, inverse:1000, kernel:quartic:1000, "
        + "block:wijk, block:gemeente, or the name of a .gal or .gwt file; join several with +."
    case .noBlocks(let text):
      "--weights '\(text)': areas of your own do not say in which wijk or gemeente they lie. Take queen, "
        + "knn:6 or a .gal file."
    case .halfUnion(let text):
      "--weights '\(text)': a + stands between two graphs, as in queen+knn:1, and here one is left out."
    case .weightFile(let path, let error): "\(path): \(Self.words(error))"
    case .otherGraph(let path, let code):
      "\(path): \(code) of the table is not in it. The graph is of other areas than the table."
    case .notWhole(let code):
      "\(code): the number of events is not whole, and limits of chance need whole numbers."
    case .tooManyEvents(let code):
      "\(code): more than 1,000,000,000 events are counted or expected. Take a larger unit, in "
        + "thousands for instance."
    case .graph(let error, let weights, let codes):
      "--weights '\(weights)': \(Self.words(error, codes))"
    case .badSnap(let value): "--snap \(value): a distance in metres, 0 or more."
    case .permutationRow(let path, let row):
      "\(path): row \(row) is no permutation. A row holds whole numbers from 0 on with blanks or commas "
        + "between them, as many as the first row (numpy.savetxt(path, table, fmt='%d') writes such a file)."
    case .noPermutations(let path): "\(path): there is no permutation in it."
    case .statistic(let error, let codes): Self.words(error, codes)
    }
  }

  private static func words(_ error: WeightFileError) -> String {
    switch error {
    case .noHeader: "the first line does not tell the number of areas, as in '0 100 name code'."
    case .badLine(let line): "line \(line) is not understood."
    case .unknownID(let id, let line): "line \(line) names \(id), which has no line of its own."
    case .repeatedID(let id, let line): "line \(line): \(id) comes a second time."
    case .otherCount(let announced, let found):
      "the first line announces \(counted(announced, "area")), and \(counted(found, "follows", "follow"))."
    }
  }

  private static func words(_ error: SpatialWeightsError, _ codes: [String]) -> String {
    func code(_ area: Int) -> String { codes.indices.contains(area) ? codes[area] : "\(area)" }
    return switch error {
    case .noSuchArea(let area): "the graph names area \(area), which is not there."
    case .ownNeighbour(let area): "\(code(area)) is named as its own neighbour."
    case .namedTwice(let a, let b): "\(code(b)) is named twice as a neighbour of \(code(a))."
    case .badWeight(let a, let b):
      "the weight of \(code(b)) for \(code(a)) is negative, beyond 1e75 or no number."
    case .samePoint(let a, let b):
      "\(code(a)) and \(code(b)) have the same centroid, so the inverse of their distance is no "
        + "number. Use band or knn."
    case .badParameter:
      "a distance, bandwidth, power, order or number of neighbours is above 0, and a power at most "
        + "\(ResultText.number(SpatialWeights.largestPower))."
    }
  }

  private static func words(_ error: StatisticsError, _ codes: [String]) -> String {
    func code(_ area: Int) -> String { codes.indices.contains(area) ? codes[area] : "area \(area)" }
    return switch error {
    case .tooFewAreas(let count, let least):
      "\(counted(count, "area")) with a figure and neighbours; at least \(least) are needed."
    case .otherCount(let values, let areas):
      "\(counted(values, "value")) for \(counted(areas, "area"))."
    case .notFinite(let area): "\(code(area)) has a value that is no number."
    case .tooLarge(let area):
      "\(code(area)) has a value beyond 1e75 in size, and powers of it are no numbers. Take a larger unit, "
        + "or leave the value out when it is a code for something missing."
    case .constant: "all values are equal, so there is no pattern to look for."
    case .onePositive:
      "fewer than two areas have a value above 0, so that high values cannot lie together."
    case .negative(let area):
      "\(code(area)) has a negative value; this statistic is of counts, rates or shares."
    case .noPopulation(let area): "\(code(area)) has a negative population."
    case .tooSmall(let area):
      "\(code(area)) has a population above 0 and under 0.000000001. Take a smaller unit."
    case .notBinary(let area): "\(code(area)) has a value that is neither 0 nor 1."
    case .noLinks: "no area has a neighbour. Choose other --weights."
    case .badPermutations:
      "--permutation-table does not fit the \(codes.count) areas that take part. For a local statistic a "
        + "row has a number for each neighbour of the area that has most of them, all different, from 0 to "
        + "\(codes.count - 2); for a global one all numbers from 0 to \(codes.count - 1)."
    case .badParameter(let value): "\(value) lies outside what is allowed."
    }
  }
}

extension AreaLevel {
  /// What to do when most areas have no figure.
  var poolingAdvice: String {
    "A pattern of so few says nothing of all: take several years together"
      + (self >= .gemeente
        ? "." : ", or go up to \(self == .buurt ? "wijken" : "gemeenten") with --level.")
  }
}
