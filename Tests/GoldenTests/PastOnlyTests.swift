import Foundation
import Testing

/// Statistics over time describe the periods that were given: nothing forecasts.
@Suite struct PastOnlyTests {
  private static let commands = ["scan", "trend", "emerging", "knox"]

  @Test(arguments: commands)
  func helpSaysWhatItIsNot(command: String) throws {
    let run = try ProgramRun("wijkzicht statistics \(command) --help", in: Places.goldens)
    let text = run.stdout.replacing(/\s+/, with: " ").lowercased()
    #expect(run.exitCode == 0)
    #expect(text.contains("it describes the"))
    #expect(
      text.contains("and nothing after them") || text.contains("says nothing of the next one"))
    #expect(text.contains("recorded crime follows enforcement"))
    #expect(text.contains("work file"))
    for word in ["forecast", "predict", "horizon", "extrapolat", "--until", "--ahead"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  /// No period in what is written lies after the last one that was read.
  @Test(arguments: [
    ("statistics-scan-periods", "scan.csv", 2023 * 4 + 3),
    ("statistics-trend", "trend.csv", 2024 * 4 + 3),
    ("statistics-emerging", "emerging.csv", 2024 * 4 + 1),
  ])
  func noPeriodAfterTheLast(name: String, file: String, last: Int) throws {
    let golden = try #require(GoldenCase.all.first { $0.name == name })
    let run = try ProgramRun(golden.line, in: golden.folder)
    let text = String(decoding: try #require(run.output[file]), as: UTF8.self) + run.stderr
    var seen = 0
    for match in text.matches(of: /\b(20[0-9][0-9])(-Q([1-4]))?\b/.wordBoundaryKind(.simple)) {
      let year = try #require(Int(match.output.1))
      let quarter = match.output.3.flatMap { Int($0) } ?? 4
      #expect(year * 4 + quarter - 1 <= last)
      seen += 1
    }
    #expect(seen > 0)
  }

  /// Months, weeks and days are refused by every statistic that takes periods.
  @Test(arguments: ["2024-01", "2024MM01", "2024-W05", "2024-01-31", "20240131"])
  func shortPeriodsAreRefused(period: String) throws {
    for command in ["trend --column n", "emerging --z n --p n"] {
      let run = try ProgramRun(
        "printf 'buurtcode;periode;n\\nBU99010000;\(period);1\\n' | wijkzicht statistics \(command) "
          + "- --period periode --out -",
        in: Places.goldens)
      #expect(run.exitCode == 2)
      #expect(run.stdout.isEmpty)
      #expect(run.stderr.contains("per quarter or longer"), "\(period): \(run.stderr)")
    }
  }
}
