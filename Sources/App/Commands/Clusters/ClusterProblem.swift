internal import Areas
internal import SpatialStatistics
internal import Study
internal import Tables

/// Why a table or records cannot be described in space and time.
enum ClusterProblem: Error {
  case raggedRow(path: String, row: Int)
  case noCode(path: String, row: Int, level: AreaLevel)
  case noFigure(path: String, row: Int, column: String)
  case tooLarge(path: String, row: Int, column: String)
  case notWhole(path: String, row: Int, column: String)
  case notProbability(path: String, row: Int, column: String)
  case negative(path: String, row: Int, column: String)
  case noPeriod(path: String, row: Int)
  case periodTooShort(path: String, row: Int)
  case mixedPeriods(path: String, row: Int)
  case twice(path: String, row: Int, earlier: Int)
  case noRows(path: String)
  case fewPeriods(path: String, count: Int, least: Int)
  case otherAreas(path: String, unknown: Int, of: Int)
  case mostMissing(path: String, missing: Int, of: Int, level: AreaLevel)
  case scan(ScanError, codes: [String])
  case nothingToTest(path: String, areas: Int)
  case shortSpan(path: String, days: Int)
  case knox(KnoxTest.Failure)

  var sentence: String {
    switch self {
    case .raggedRow(let path, let row):
      "\(path): row \(row) has another number of fields than the header."
    case .noCode(let path, let row, let level):
      "\(path): row \(row) has no code of a \(level.rawValue)."
        + (level.isOwn ? "" : " Choose the level with --level.")
    case .noFigure(let path, let row, let column):
      "\(path): row \(row) has no number in '\(column)'. Leave a cell empty when there is none."
    case .tooLarge(let path, let row, let column):
      "\(path): row \(row) has a number beyond 1e75 in size in '\(column)', and differences and powers of "
        + "such are no numbers. Take a larger unit, or leave the cell empty when it is a code for "
        + "something missing."
    case .notWhole(let path, let row, let column):
      "\(path): row \(row) has no whole number of cases in '\(column)'. Cases are counted; rates "
        + "cannot be scanned."
    case .notProbability(let path, let row, let column):
      "\(path): row \(row) has no probability from 0 to 1 in '\(column)'."
    case .negative(let path, let row, let column):
      "\(path): row \(row) has a negative number in '\(column)'. Cases and population are 0 or more."
    case .noPeriod(let path, let row):
      "\(path): row \(row) has no period. Write 2024, 2024-H1 or 2024-Q3."
    case .periodTooShort(let path, let row):
      "\(path): row \(row) has a month, week or day for a period. The past is described per quarter or "
        + "longer; sum the counts to quarters (2024-Q1)."
    case .mixedPeriods(let path, let row):
      "\(path): row \(row) has a period of another length than the rows before it."
    case .twice(let path, let row, let earlier):
      "\(path): row \(row) is of the same area and period as row \(earlier)."
    case .noRows(let path): "\(path): there are no rows below the header."
    case .fewPeriods(let path, let count, let least):
      "\(path): \(counted(count, "period")); at least \(least) are needed."
    case .otherAreas(let path, let unknown, let total):
      "\(path): \(unknown) of \(counted(total, "area")) \(unknown == 1 ? "is" : "are") not among those of --areas. Table and areas are of "
        + "different editions or places; name areas of the same year."
    case .mostMissing(let path, let missing, let total, let level):
      "\(path): \(missing) of \(counted(total, "area")) \(missing == 1 ? "lacks" : "lack") a figure. "
        + level.poolingAdvice
    case .scan(let error, let codes): Self.words(error, codes)
    case .nothingToTest(let path, let areas):
      "\(path): none of the \(areas) areas has \(MannKendall.fewestValues) periods with a figure."
    case .shortSpan(let path, let days):
      "\(path): the records are of \(counted(days, "day")). The past is described per quarter or longer; give "
        + "records of at least \(KnoxCommand.shortestSpan) days."
    case .knox(let failure): Self.words(failure)
    }
  }

  private static func words(_ error: ScanError, _ codes: [String]) -> String {
    func code(_ area: Int) -> String { codes.indices.contains(area) ? codes[area] : "area \(area)" }
    return switch error {
    case .lengths: "the columns have different lengths."
    case .tooFewAreas(let count):
      "\(counted(count, "area")) with cases and population; at least \(ScanData.fewestAreas) are needed."
    case .position(let area): "\(code(area)) has no place on the map."
    case .negativeCases(let area, _): "\(code(area)) has a negative number of cases."
    case .population(let area, _):
      "\(code(area)) has a population that is no number, or none that can be: below 0, above 0 and under "
        + "0.000000001, or over a thousand million million."
    case .casesWithoutPopulation(let area, _):
      "\(code(area)) has cases in a period without population. Give a population for that period, or "
        + "leave the area out."
    case .noCases: "there are no cases in areas with population."
    case .tooManyCases: "there are more than \(ScanData.caseLimit) cases."
    case .share(let share):
      "--max-share \(share): the largest window holds more than 0 and at most 0.5 of the population."
    case .noWindows(let share):
      "every area holds more than \(ResultText.number(share)) of the population, so there is no window "
        + "to look at. Take a larger --max-share, or smaller areas with --level."
    case .duration(let periods): "--max-periods \(periods): from 1 to the number of periods."
    case .replicates: "--replicates: a number from 1 on."
    }
  }

  private static func words(_ failure: KnoxTest.Failure) -> String {
    switch failure {
    case .lengths: "the columns have different lengths."
    case .tooFewIncidents(let count):
      "\(counted(count, "record")) with a place and a date; at least 4 are needed."
    case .position(let incident):
      "of the records with a place and a date, number \(incident + 1) lies over 100,000 km from the "
        + "origin. Coordinates are metres in RD New."
    case .distances:
      "--distances: rising distances in metres, as 0,100,200, none beyond 100,000 km."
    case .days: "--days: rising numbers of days up to 36525, as 7,14,28."
    case .oneDay: "all records are of one day, so nothing can be near in time."
    case .permutations: "--permutations: a number from 1 on."
    case .tooManyPairs:
      "there are more than \(KnoxTest.pairLimit) pairs within the largest distance. Choose a smaller "
        + "one with --distances, or records of one city or kind."
    }
  }
}
