import Addresses
import Matching
import Registers
import TestSupport
import Testing

/// What holds for every record.
@Suite struct PropertyTests {
  private let entries: [RegisterEntry]
  private let town: Town

  init() throws {
    entries = RandomTown.entries(streets: 30, seed: 5)
    town = try Town(entries)
  }

  /// Questions of all kinds, damaged at random.
  private func questions(seed: UInt64) -> [Question] {
    var random = RepeatableGenerator(seed: seed)
    return entries.map { entry in
      var question = Question(
        street: entry.street, number: "\(entry.house.number)", postcode: entry.postcode!.text,
        place: entry.place)
      switch Int.random(in: 0..<9, using: &random) {
      case 0: question.street = RandomTown.damaged(question.street, &random)
      case 1: question.postcode = ""
      case 2: question.number = ""
      case 3: question.number += "9"
      case 4: (question.street, question.place) = (question.place, question.street)
      case 5: question.place = RandomTown.damaged(question.place, &random)
      case 6: question = Question(whole: "\(question.street) \(question.number) \(question.place)")
      case 7: question.place = RandomTown.places.randomElement(using: &random)!
      default: question.postcode = entries.randomElement(using: &random)!.postcode!.text
      }
      return question
    }
  }

  /// What was matched before leaves no trace, in whatever order.
  @Test func memoryIsForgotten() {
    let questions = questions(seed: 3)
    let fresh = questions.map { town.ask($0) }
    var scratch = MatchScratch()
    let used = questions.map { town.ask($0, &scratch) }
    let reversed = Array(questions.reversed().map { town.ask($0, &scratch) }.reversed())
    #expect(used == fresh)
    #expect(reversed == fresh)
  }

  /// The order in which addresses came into the register does not matter.
  @Test func sourcesInAnyOrder() throws {
    var random = RepeatableGenerator(seed: 8)
    let other = try Town(entries.shuffled(using: &random))
    for question in questions(seed: 4) { #expect(town.ask(question) == other.ask(question)) }
  }

  @Test func probabilitiesAreProbabilities() {
    for question in (5..<9).flatMap({ questions(seed: $0) }) {
      let answer = town.ask(question)
      #expect(0...1 ~= answer.probability)
      #expect((answer.level == .none) == (answer.buurt.isEmpty))
      if answer.level == .none { #expect(answer.probability == 0) }
      if answer.key.isEmpty { #expect(answer.level != .address && answer.level != .number) }
    }
  }

  /// Bytes that are no text, and parts that stand anywhere in them.
  @Test(arguments: 1...4) func randomBytes(seed: UInt64) {
    var random = RepeatableGenerator(seed: seed)
    var scratch = MatchScratch()
    for round in 0..<1_500 {
      let count = Int.random(in: 0..<80, using: &random)
      let alphabet =
        Array("0123456789 abcdehilnorst'/-.,;\"ABZ\u{0}\u{7F}".utf8) + [0xC3, 0xEB, 0xFF]
      let bytes = (0..<count).map { _ in
        round.isMultiple(of: 3)
          ? UInt8.random(in: 0...255, using: &random) : alphabet.randomElement(using: &random)!
      }
      func part() -> Range<Int>? {
        if Bool.random(using: &random) { return nil }
        let start = Int.random(in: 0...count, using: &random)
        return start..<Int.random(in: start...count, using: &random)
      }
      var fields = AddressFields()
      fields.street = part()
      fields.number = part()
      fields.letter = part()
      fields.addition = part()
      fields.postcode = part()
      fields.place = part()
      fields.identifier = part()
      fields.whole = part()
      let match = town.matcher.match(bytes.span, fields, &scratch)
      #expect(0...1 ~= match.probability)
    }
  }

  @Test(arguments: ["a", "7", " ", "-", "1234AB ", "é", "straat 12, "])
  func hugeFields(piece: String) {
    let huge = String(repeating: piece, count: 100_000 / piece.utf8.count)
    for question in [
      Question(street: huge, number: "1", postcode: "1011AA", place: "Aadorp"),
      Question(street: "Molenweg", number: huge, addition: huge, place: "Aadorp"),
      Question(street: "Molenweg", number: "1", postcode: huge, place: huge),
      Question(identifier: huge), Question(whole: huge),
      Question(
        street: huge, number: huge, addition: huge, postcode: huge, place: huge, identifier: huge,
        whole: huge),
    ] {
      #expect(0...1 ~= town.ask(question).probability)
    }
    // What is sound beside it still counts.
    let entry = entries[0]
    let answer = town.ask(
      Question(number: "\(entry.house.number)", postcode: entry.postcode!.text, whole: huge))
    #expect(0...1 ~= answer.probability)
  }
}
