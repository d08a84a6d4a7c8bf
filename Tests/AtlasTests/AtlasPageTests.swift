import Atlas
import Cartography
import Crypto
import Disclosure
import Exports
import Foundation
import Indicators
import Testing

@Suite struct AtlasPageTests {
  @Test func `sentences that differ in one number are one sentence`() {
    func parted(_ nl: String, _ en: String) -> (sentence: LocalizedText, number: Int64?) {
      LocalizedText(nl: nl, en: en).partedAtNumber
    }
    let one = parted("schuift over 33 van de 100", "moves over 33 of 100")
    #expect(one.number == 33 && one.sentence.nl == "schuift over # van de 100")
    #expect(one.sentence == parted("schuift over 4 van de 100", "moves over 4 of 100").sentence)
    // Nothing is lost where the languages differ, where there is no number, or where # is in the text.
    for (nl, en) in [("3 van 5", "5 of 3"), ("geen", "none"), ("# 1", "# 1"), ("007", "007")] {
      let kept = parted(nl, en)
      #expect(kept.number == nil && kept.sentence == LocalizedText(nl: nl, en: en))
    }
  }

  @Test func `a page allows its own scripts and styles and nothing else`() throws {
    let page = try SmallStudy().page()
    let policy = try #require(
      between("<meta http-equiv=\"Content-Security-Policy\" content=\"", "\">", in: page))
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    let elements =
      page.matches(of: /<script>((?s).*?)<\/script>/).map { String($0.1) }
      + page.matches(of: /<style>((?s).*?)<\/style>/).map { String($0.1) }
    #expect(elements.count > 5)
    for text in elements {
      let hash = Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
      #expect(policy.contains("'sha256-\(hash)'"))
    }
    #expect(policy.matches(of: /sha256-/).count == elements.count)
    // Nothing is fetched, and no handler stands in the markup.
    let markup = page.replacing(#/<(script|style)(?s).*?</(script|style)>/#, with: "")
    #expect(!markup.contains(#/ (src|href|on[a-z]+|style)=(?!"\#)/#))
    #expect(!page.contains("{{"))
  }

  static let hostile = [
    "</script><script>alert(1)</script>", "<img src=x onerror=alert(1)>", "A & B", "'s \"Graven\"",
    "🏙️ café", "{{data}} {{static}}", "<!-- --!>", "\u{2028}\\u003c", "=1+1", "",
  ]

  @Test(arguments: hostile)
  func `text of data never becomes markup`(_ text: String) throws {
    var study = SmallStudy()
    study.names[0] = text
    study.gemeenten = [text, text, "tweede", "tweede"]
    study.title = LocalizedText(nl: text, en: text)
    study.text = LocalizedText(nl: text, en: text)
    let page = try study.page()
    let plain = try SmallStudy().page()
    // As many elements as a page with quiet names.
    #expect(page.matches(of: /<script/).count == plain.matches(of: /<script/).count)
    #expect(page.matches(of: /<img/).count == plain.matches(of: /<img/).count)
    #expect(page.matches(of: /<!--/).count == plain.matches(of: /<!--/).count)
    let data = try data(of: page)
    let levels = try #require(data["levels"] as? [[String: Any]])
    #expect((levels[0]["names"] as? [String])?[0] == text)
    let title = (data["study"] as? [String: Any])?["title"] as? [String: String]
    #expect(title?["nl"] == text)
    let indicators = try #require(data["indicators"] as? [[String: Any]])
    #expect((indicators[0]["name"] as? [String: String])?["en"] == text)
  }

  @Test func `the same bytes each time`() throws {
    #expect(try SmallStudy().page() == SmallStudy().page())
  }

  @Test func `values, classes and reasons are those of the maps`() throws {
    var study = SmallStudy()
    study.values = [1, nil, 3, 4]
    let data = try data(of: study.page())
    let indicator = try #require((data["indicators"] as? [[String: Any]])?.first)
    let map = try #require((indicator["maps"] as? [[String: Any]])?.first)
    #expect((map["values"] as? [Any])?.map { $0 as? Double } == [1, nil, 3, 4])
    let states = try #require(map["states"] as? String)
    let published = study.content.maps[0]
    #expect(
      states.map { $0.wholeNumberValue }
        == published.layer.values.map { published.classNumber($0) })
    #expect(Array(states)[1] == "n")
    #expect((map["classes"] as? [[String: String]])?.allSatisfy { $0["en"] != nil } == true)
  }

  @Test func `classes that equal values leave out are told`() throws {
    func says(_ values: [Double?]) throws -> String? {
      var study = SmallStudy()
      study.names = values.indices.map { "Plaats \($0)" }
      study.gemeenten = values.map { _ in "enige" }
      study.values = values
      let indicator = try #require(
        (data(of: study.page())["indicators"] as? [[String: Any]])?.first)
      let map = try #require((indicator["maps"] as? [[String: Any]])?.first)
      let says = (map["fewerClasses"] as? [String: String])?["nl"]
      #expect(study.content.maps[0].style.abstract.contains("in plaats van") == (says != nil))
      return says
    }
    #expect(try says((0..<40).map { Double($0) }) == nil)
    #expect(
      try says((0..<40).map { $0 < 30 ? 0 : Double($0) })?.hasSuffix(
        "veel gebieden hebben dezelfde waarde.") == true)
    #expect(try says([1, 1, 2])?.hasSuffix("zo weinig verschillende waarden zijn er.") == true)
    #expect(try says([nil, nil]) == nil)
  }

  @Test func `nothing to show still makes a page`() throws {
    var empty = SmallStudy()
    empty.values = [nil, nil, nil, nil]
    #expect(try empty.page().contains("class=\"static\""))
    var none = SmallStudy()
    (none.names, none.gemeenten, none.values) = ([], [], [])
    #expect(try data(of: none.page())["lineCount"] as? Int == 0)
    var without = SmallStudy()
    without.mapCount = 0
    #expect((try data(of: without.page())["indicators"] as? [Any])?.isEmpty == true)
    var one = SmallStudy()
    (one.names, one.gemeenten, one.values) = (["Alleen"], ["enige"], [5])
    #expect((try data(of: one.page())["gemeenten"] as? [Any])?.count == 1)
    var many = SmallStudy()
    many.mapCount = 60
    #expect((try data(of: many.page())["indicators"] as? [Any])?.count == 60)
  }

  @Test func `stamps stand in the page itself, without scripts too`() throws {
    var study = SmallStudy()
    study.isSchematic = true
    study.audience = .intern
    let stamps = try #require(between("id=\"stamps\">", "</ul>", in: study.page()))
    #expect(stamps == "<li>INTERN</li><li>CONCEPT</li><li>schematische grenzen</li>")
  }

  @Test func `without scripts there are maps and a table`() throws {
    var study = SmallStudy()
    study.values = [1, 2, nil, 4]
    let text = try #require(between("<noscript>", "</noscript>", in: study.page()))
    #expect(text.matches(of: /<svg viewBox/).count == 2)
    #expect(text.matches(of: /<tr><th scope="row">/).count == 4)
    #expect(text.contains("<td>1,0"))
    #expect(text.contains("<td>."))
  }

  @Test func `of a country there is one map without scripts`() throws {
    var study = SmallStudy()
    study.names = (0..<13).map { "Plaats \($0)" }
    study.gemeenten = study.names
    study.values = study.names.indices.map { Double($0) }
    let text = try #require(between("<noscript>", "</noscript>", in: study.page()))
    #expect(text.matches(of: /<svg viewBox/).count == 1)
    #expect(text.matches(of: /<tr><th scope="row">/).count == 13)
    #expect(text.contains("Alle gemeenten"))
    (study.names, study.gemeenten, study.values) =
      (study.names.dropLast(), study.gemeenten.dropLast(), study.values.dropLast())
    let last = try #require(between("<noscript>", "</noscript>", in: study.page()))
    #expect(last.matches(of: /<svg viewBox/).count == 12)
  }

  @Test func `a source that would end its element is refused`() throws {
    let page =
      "{{policy}}{{language}}{{title}}{{stamps}}{{static}}{{data}}<script src=\"a.js\"></script>"
    #expect(throws: AtlasPage.Failure.endsItself(file: "a.js", text: "</script")) {
      try AtlasPage(SmallStudy().content).bytes { name in
        name == AtlasPage.source ? page : "const end = '</SCRIPT>'"
      }
    }
    #expect(throws: AtlasPage.Failure.noPlace("data")) {
      try AtlasPage(SmallStudy().content).bytes { name in
        name == AtlasPage.source ? page.replacingOccurrences(of: "{{data}}", with: "") : ""
      }
    }
    #expect(throws: AtlasPage.Failure.unknownPlace("more")) {
      try AtlasPage(SmallStudy().content).bytes { name in
        name == AtlasPage.source ? page + "{{more}}" : ""
      }
    }
  }
}
