import Addresses
import Matching
import Registers
import TestSupport
import Testing

/// Random registers and damaged questions, against the weighing of all keys.
@Suite struct OracleTests {
  private let entries: [RegisterEntry]
  private let town: Town

  init() throws {
    entries = RandomTown.entries(streets: 45, seed: 11)
    town = try Town(entries)
  }

  private func question(_ entry: RegisterEntry) -> Question {
    Question(
      street: entry.street, number: "\(entry.house.number)", postcode: entry.postcode!.text,
      place: entry.place)
  }

  /// An address as it is in the register is found as itself, with any of its parts left out that are
  /// not needed.
  @Test func everyAddressFindsItself() {
    #expect(entries.count > 300)
    for entry in entries {
      let key = "\(entry.postcode!.text) \(entry.house.number)"
      let whole = question(entry)
      var withoutPostcode = whole
      withoutPostcode.postcode = ""
      var withDigits = whole
      withDigits.postcode = String(whole.postcode.prefix(4))
      var withoutPlace = whole
      withoutPlace.place = ""
      var withoutStreet = whole
      (withoutStreet.street, withoutStreet.place) = ("", "")
      let free = Question(
        whole: "\(entry.street) \(entry.house.number), \(whole.postcode) \(entry.place)")
      let other = Question(whole: "\(entry.place.uppercased()), \(entry.street) \(whole.number)")
      for question in [
        whole, withoutPostcode, withDigits, withoutPlace, withoutStreet, free, other,
      ] {
        let answer = town.ask(question)
        #expect(answer.key == key, "\(question)")
        #expect(answer.buurt == entry.buurtcode)
      }
    }
  }

  /// The best candidate weighs as much as the best of all keys, and is one of the best.
  @Test(arguments: 1...6) func bestOfAllKeys(seed: UInt64) throws {
    var random = RepeatableGenerator(seed: seed)
    let oracle = try Oracle(entries)
    var compared = 0
    for entry in entries {
      var question = question(entry)
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        question.street = RandomTown.damaged(question.street, &random)
      }
      switch Int.random(in: 0..<6, using: &random) {
      case 0: question.postcode = ""
      case 1: question.postcode = String(question.postcode.prefix(4))
      case 2:
        let letters = Array("ABCDEGHKLMNPRTVWXZ")
        question.postcode.removeLast()
        question.postcode.append(letters.randomElement(using: &random)!)
      case 3:
        var digits = Array(question.postcode)
        digits.swapAt(2, 3)
        question.postcode = String(digits)
      default: break
      }
      if Int.random(in: 0..<4, using: &random) == 0, !question.postcode.isEmpty {
        question.place = ""
      }
      let expected = oracle.best(question)
      // Without likeness of the street there is nothing to look for but the postcode.
      guard expected.street != "different", expected.street != "otherDigits" else { continue }
      compared += 1
      var scratch = MatchScratch()
      let answer = town.ask(question, &scratch)
      let found = scratch.candidates.map(\.weight).max() ?? -.infinity
      #expect(found > expected.weight - 1e-9, "\(question): \(expected)")
      if found < expected.weight + 1e-9, expected.keys.count == 1, !answer.key.isEmpty {
        #expect(expected.keys.contains(answer.key), "\(question): \(answer)")
      }
    }
    #expect(compared > 250)
  }

  /// More agreement never makes less sure.
  @Test func probabilityRisesWithAgreement() {
    for entry in entries.prefix(150) {
      var question = question(entry)
      let all = town.ask(question).probability
      question.place = ""
      let withoutPlace = town.ask(question).probability
      question.street = ""
      let withoutStreet = town.ask(question).probability
      #expect(all >= withoutPlace)
      #expect(withoutPlace >= withoutStreet)
      question.number = ""
      #expect(withoutStreet >= 0)
    }
  }
}
