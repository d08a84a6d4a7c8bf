import Testing

/// Runs of the program as people run it: output, messages, exit code and files together.
@Suite struct GoldenTests {
  @Test(arguments: GoldenCase.own)
  func run(_ golden: GoldenCase) throws { try check(golden) }

  /// Runs on official areas, of which hashes are kept and no geometry.
  @Test(
    .enabled(if: Places.expectsData, "the open data of WIJKZICHT_DATA are not here"),
    arguments: GoldenCase.real)
  func runOnRealAreas(_ golden: GoldenCase) throws { try check(golden) }

  private func check(_ golden: GoldenCase) throws {
    let run = try ProgramRun(golden.line, in: golden.folder)
    #expect(run.leftovers == [])
    if Places.isRecording {
      try golden.record(run)
      Issue.record("recorded anew; look at the difference and run again without WIJKZICHT_RECORD")
      return
    }
    for difference in golden.differences(run) { Issue.record("\(difference)") }
  }
}

/// The number of tasks does not change a byte: one task gives what was recorded of two.
@Suite struct JobsTests {
  @Test(arguments: GoldenCase.own.filter { $0.line.contains("--jobs 2") && !Places.isRecording })
  func sameBytes(_ golden: GoldenCase) throws {
    let one = try ProgramRun(golden.line.replacing("--jobs 2", with: "--jobs 1"), in: golden.folder)
    for difference in golden.differences(one) { Issue.record("\(difference)") }
  }
}
