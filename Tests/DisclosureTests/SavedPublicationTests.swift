import Areas
import Crypto
import Disclosure
import Foundation
import Geometry
import Tables
import Tabulation
import Testing

@Suite struct SavedPublicationTests {
  private let about = Array(#"{"stad":"Teststad"}"#.utf8)

  /// Areas of one gemeente.
  private func layer(_ gemeente: String, count: Int = 12) -> AreaLayer {
    AreaLayer(
      level: .buurt,
      areas: (0..<count).map { number in
        let code = "BU\(gemeente)\(number + 1_000)"
        return Area(
          code: code, name: code, wijkcode: "WK\(gemeente)10", gemeentecode: "GM\(gemeente)",
          gemeentenaam: gemeente, geometry: MultiPolygon([]))
      })
  }

  /// A column of open figures, one that is counted, and one of a survey.
  private func table(_ gemeente: String) -> PublishedTable {
    let layer = layer(gemeente)
    var base = BaseTable(layer)
    base.add(
      BaseColumn(
        open: layer.areas.indices.map {
          $0 == 1
            ? .missing(.secret) : $0 == 2 ? .interval(lower: 1, upper: 4) : .value(0.1 * Double($0))
        }, source: "CBS"), id: "open")
    base.add(
      BaseColumn(
        delivered: layer.areas.indices.map { .value(Double($0 * 3)) }, source: gemeente,
        isSynthetic: true), id: "geteld")
    base.add(
      BaseColumn(
        survey: layer.areas.indices.map { .value(Double($0)) },
        estimates: SurveyEstimates(
          margins: layer.areas.indices.map { Double($0) / 2 },
          respondents: layer.areas.indices.map { $0 * 20 }, minimum: 100), source: "enquête"),
      id: "enquete")
    return PublishedTable(base, for: .openbaar)
  }

  private func saved(_ columns: Set<String> = ["open", "geteld", "enquete"]) throws -> [UInt8] {
    try SavedPublication.bytes(
      of: [(table("0307"), columns)], rule: .openbaar, about: about, ownLevels: [])
  }

  private func fault(_ bytes: [UInt8]) -> SavedPublication.Damage.Fault? {
    do throws(SavedPublication.Damage) {
      _ = try SavedPublication(bytes, path: "gepubliceerd.jsonl")
      return nil
    } catch { return error.fault }
  }

  /// The file with a line that closes what stands before it now.
  private func sealed(_ text: String) -> [UInt8] {
    var lines = text.split(separator: "\n").map(String.init)
    lines.removeLast()
    let content = lines.map { $0 + "\n" }.joined()
    let hash = SHA256.hash(data: Data(content.utf8)).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }.joined()
    let seal = #"{"lines":\#(lines.count),"sha256":"\#(hash)","wijkzicht_published":4}"#
    return Array((content + seal + "\n").utf8)
  }

  @Test func whatIsSavedComesBack() throws {
    let table = table("0307")
    let read = try SavedPublication(try saved(), path: "")
    #expect(read.audience == .openbaar)
    #expect(read.rule == .openbaar)
    #expect(read.about == about)
    let back = try #require(read.tables.first)
    #expect(read.tables.count == 1)
    #expect(back.level == .buurt)
    #expect(back.codes == table.codes)
    #expect(back.gemeentecodes == table.gemeentecodes)
    #expect(back.columns.keys.sorted() == table.columns.keys.sorted())
    for (id, column) in table.columns {
      let own = try #require(back.columns[id])
      #expect(own.figures == column.figures)
      #expect(own.source == column.source)
      #expect(own.isSynthetic == column.isSynthetic)
      #expect(own.isFromRecords == column.isFromRecords)
    }
    // Of an estimate that is not shown, what it is made of is not told.
    let estimates = try #require(back.columns["enquete"]?.estimates)
    #expect(estimates.minimum == 100)
    for (place, figure) in table.columns["enquete"]?.figures.enumerated() ?? [].enumerated() {
      #expect((estimates.respondents[place] == nil) == (figure == .unreliable))
    }
    #expect(try saved() == saved())
  }

  @Test func columnsThatNoMapShowsAreNotSaved() throws {
    let read = try SavedPublication(try saved(["open"]), path: "")
    #expect(read.tables.first?.columns.keys.sorted() == ["open"])
    #expect(!String(decoding: try saved(["open"]), as: UTF8.self).contains("enqu"))
  }

  @Test func everyChangedByteIsFound() throws {
    let bytes = try saved()
    for place in bytes.indices {
      var changed = bytes
      changed[place] ^= 0x01
      #expect(fault(changed) != nil, "byte \(place)")
    }
  }

  @Test func filesThatAreCutOff() throws {
    let bytes = try saved()
    for count in bytes.indices { #expect(fault(Array(bytes.prefix(count))) != nil) }
    #expect(fault([]) == .open)
    #expect(fault(bytes + bytes) == .changed)
  }

  @Test func otherVersions() throws {
    let text = String(decoding: try saved(), as: UTF8.self)
      .replacing(#""wijkzicht_published":4"#, with: #""wijkzicht_published":3"#)
    #expect(fault(Array(text.utf8)) == .version(3))
  }

  /// Who makes the hash anew can still not tell what the rule hides.
  @Test func figuresThatTheRuleHidesAreRefused() throws {
    let text = String(decoding: try saved(["geteld"]), as: UTF8.self)
    #expect(fault(sealed(text)) == nil)
    for (from, to) in [
      ("\"suppressed\"", "3"), ("\"suppressed\"", "0"), (",30,", ",31,"), ("15", "[3,20]"),
      ("\"suppressed\"", "\"nonsense\""), (",30,", ","), ("BU03071000", "BU03071005"),
      ("\"level\":{\"name\":\"buurt\"", "\"level\":{\"name\":\"../buurt\""),
    ] {
      let range = try #require(text.firstRange(of: from), "\(from)")
      #expect(
        fault(sealed(text.replacingCharacters(in: range, with: to))) == .unreadable(line: 3),
        "\(from) to \(to)")
    }
    let lenient = text.replacing(#""minimumCount":10"#, with: #""minimumCount":1"#)
    #expect(fault(sealed(lenient)) == .unreadable(line: 1))
    let other = text.replacing(#""audience":"openbaar""#, with: #""audience":"intern""#)
    #expect(fault(sealed(other)) == .unreadable(line: 1))
  }

  /// That a column is of records is known by its name, not by what the file says of it.
  @Test func countsThatAreSaidToBeOpenAreRefused() throws {
    let text = String(decoding: try saved(["geteld"]), as: UTF8.self)
      .replacing(#""geteld":"#, with: #""records:incidenten count":"#)
    #expect(fault(sealed(text)) == nil)
    let open = text.replacing(#""fromRecords":true"#, with: #""fromRecords":false"#)
    #expect(fault(sealed(open)) == .unreadable(line: 3))
  }

  @Test(arguments: ["1e300", "[15,1e300]", "1e15"])
  func countsThatNoFileHolds(figure: String) throws {
    let text = String(decoding: try saved(["geteld"]), as: UTF8.self)
    let range = try #require(text.firstRange(of: ",30,"))
    let changed = sealed(text.replacingCharacters(in: range, with: ",\(figure),"))
    #expect(fault(changed) == (figure == "1e15" ? nil : .unreadable(line: 3)))
  }

  @Test(arguments: [
    ("[18,22]", true), ("[10]", true), ("null", true), ("0", true), ("[0,1000000000000000]", true),
    ("[0,1000000000000001]", false), ("[9223372036854775807]", false), ("[-1,3]", false),
    ("[3,2]", false), ("[]", false), ("[1,2,3]", false),
  ])
  func boundsOfCounts(json: String, isOne: Bool) {
    let said = try? JSONDecoder().decode(SaidCount.self, from: Data(json.utf8))
    #expect((said != nil) == isOne)
  }

  @Test func rulesThatHideLess() {
    let rule = DisclosureRule.openbaar
    func other(
      _ minimum: Int = 10, _ base: Int = 5, _ zeros: DisclosureRule.Zeros = .hidden,
      _ percent: Double? = 50, _ nearness: Double? = 10
    ) -> DisclosureRule {
      DisclosureRule(
        minimumCount: minimum, roundingBase: base, zeros: zeros,
        dominance: percent.map { DisclosureRule.Dominance(largest: 1, percent: $0) },
        nearness: nearness)
    }
    for strict in [rule, other(20, 10), other(10, 5, .hidden, 40), other(10, 5, .hidden, 50, 20)] {
      #expect(strict.isAsStrict(as: rule))
    }
    for lax in [
      other(9), other(10, 1), other(10, 5, .shown), other(10, 5, .hidden, 60),
      other(10, 5, .hidden, nil), other(10, 5, .hidden, 50, nil), other(10, 5, .hidden, 50, 9),
    ] {
      #expect(!lax.isAsStrict(as: rule))
    }
    #expect(rule.isAsStrict(as: other(10, 5, .shown, nil, nil)))
  }

  @Test func citiesTogether() throws {
    let (first, second) = (table("0307"), table("0344"))
    let whole = PublishedTable(joining: [second, first])
    #expect(whole.codes == first.codes + second.codes)
    #expect(whole.gemeentecodes == first.gemeentecodes + second.gemeentecodes)
    for id in ["open", "geteld", "enquete"] {
      #expect(
        whole.columns[id]?.figures == (first.columns[id]?.figures ?? [])
          + (second.columns[id]?.figures ?? []))
    }
    #expect(whole.columns["open"]?.source == "CBS")
    #expect(whole.columns["geteld"]?.source == "0307; 0344")
    #expect(whole.columns["enquete"]?.estimates?.margins.count == whole.codes.count)
    #expect(
      PublishedTable(joining: [first]).columns["geteld"]?.figures
        == first.columns["geteld"]?.figures)
  }
}
