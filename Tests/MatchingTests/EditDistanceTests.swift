import Addresses
import Matching
import Testing

@Suite struct MatchModelTests {
  @Test(arguments: ["", "weight;street;nonsense;1\n", "knot;;0;0.1\n", "knot;;0;2\nknot;;1;1\n"])
  func notUnderstood(text: String) {
    #expect(throws: MatchModel.Problem.self) { try MatchModel(text: text) }
  }
}
