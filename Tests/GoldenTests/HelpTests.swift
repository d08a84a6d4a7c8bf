import Testing

/// Examples in the help of commands can be pasted into a shell as they are printed.
@Suite struct HelpTests {
  private static let cases = GoldenCase.own.filter { $0.name.hasPrefix("help") }

  /// The help is wrapped at 80 columns; a line that is wrapped is another command to a shell.
  @Test(arguments: cases) func examplesAreNotWrapped(_ golden: GoldenCase) throws {
    let lines = golden.text("stdout").split(separator: "\n", omittingEmptySubsequences: false)
    var isExample = false
    var isContinued = false
    for line in lines {
      if line.isEmpty { isExample = false }
      if isExample || isContinued {
        #expect(line.count <= 78, "\(line)")
        #expect(line.hasPrefix(isContinued ? "    " : "  wijkzicht "), "\(line)")
      }
      if line == "EXAMPLE" { isExample = true }
      isContinued = line.hasSuffix("\\")
    }
  }

  /// Most commands have an example, under the heading that is looked for.
  @Test func examplesAreThere() {
    let count = Self.cases.count { $0.text("stdout").contains("\n\nEXAMPLE\n  wijkzicht ") }
    #expect(count * 2 > Self.cases.count)
  }
}
