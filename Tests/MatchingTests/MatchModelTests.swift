import Addresses
import Matching
import Testing

@Suite struct MatchModelTests {
  @Test(
    arguments: [
      "", "weight;street;nonsense;1\n", "knot;;0;0.1\n", "knot;;0;2\nknot;;1;1\n",
      "knot;;1;0.1\nknot;;0;0.2\n", "knot;;0;0.1\nknot;;1;nan\n", "knot;;0;0.1;x\nknot;;1;1\n",
      "knot;;0;0\nknot;;1;1\nfallback;;pc6;1.1\n", "knot;;0;0\nknot;;1;1\nfallback;;pc7;1\n",
      "knot;;0;0\nknot;;1;1\nidentifier;;;2\n", "knot;;0;0\nknot;;1;1\nweight;colour;same;2\n",
    ])
  func notUnderstood(text: String) {
    #expect(throws: MatchModel.Problem.self) { try MatchModel(text: text) }
  }

  @Test func problemsAreOnTheirLine() {
    let problem = #expect(throws: MatchModel.Problem.self) {
      try MatchModel(text: "kind;field;class;value\nknot;;0;0\nknot;;one;1\n")
    }
    #expect(problem?.line == 3)
  }

  @Test func remarksAndEmptyLinesAreSkipped() throws {
    let model = try MatchModel(
      text: "# made by hand\nkind;field;class;value\n\nknot;;0;0\nknot;;1;1\n"
        + "identifier;;;0.75\nweight;base;all;-3\n")
    #expect(model.identifierProbability == 0.75)
    #expect(model.base == -3)
  }

  /// The model that is shipped gives every class a weight of its own line, and probabilities that rise.
  @Test func shippedModelIsWhole() throws {
    let lines = try text(of: ModelFile.path).split(separator: "\n").dropFirst()
      .map { $0.split(separator: ";", omittingEmptySubsequences: false).map(String.init) }
    func classes(_ field: String) -> Set<String> {
      Set(lines.filter { $0[0] == "weight" && $0[1] == field }.map { $0[2] })
    }
    #expect(classes("postcode") == Set(PostcodeAgreement.allCases.map { "\($0)" }))
    #expect(classes("street") == Set(StreetAgreement.allCases.map { "\($0)" }))
    #expect(classes("place") == Set(PlaceAgreement.allCases.map { "\($0)" }))
    #expect(classes("suffix") == Set(SuffixAgreement.allCases.map { "\($0)" }))
    #expect(classes("reading") == Set(AddressReading.Kind.allCases.map { "\($0)" }))
    let knots = lines.filter { $0[0] == "knot" }.map { (Double($0[2])!, Double($0[3])!) }
    #expect(knots.count > 3)
    for (one, other) in zip(knots, knots.dropFirst()) {
      #expect(one.0 < other.0)
      #expect(one.1 <= other.1)
    }
    #expect(
      Set(lines.filter { $0[0] == "fallback" }.map { $0[2] }) == ["straat", "pc6", "pc4", "plaats"])
  }
}
