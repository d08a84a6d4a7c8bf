import Cartography
import Reports
import Testing

/// One text in three forms.
@Suite struct ReportDocumentTests {
  static let document = {
    var text = ReportDocument(title: "Titel <b> & zo", stamps: ["CONCEPT"], language: .nl)
    text.heading(2, "Bronnen | *ster*")
    text.paragraph("- geen lijst")
    text.paragraph("")
    text.list(["een", "1. twee"])
    text.list([])
    text.table(["a", "b"], [["x|y"], ["", "<script>alert(1)</script>"]])
    text.table(["leeg"], [])
    text.blank("Waarom?")
    return text
  }()

  @Test func markdownHasNoMarkupOfTheText() {
    #expect(
      String(decoding: Self.document.markdown, as: UTF8.self) == """
        # Titel &lt;b> &amp; zo

        **CONCEPT**

        ## Bronnen \\| \\*ster\\*

        \\- geen lijst

        - een
        - 1\\. twee

        | a | b |
        | --- | --- |
        | x\\|y | – |
        | – | &lt;script>alert(1)&lt;/script> |

        > **Zelf in te vullen:** Waarom?
        >
        > …

        """)
  }

  @Test func pageIsWellFormedAndHasNoScript() throws {
    let page = String(decoding: Self.document.html, as: UTF8.self)
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"nl\">"))
    #expect(!page.contains("<script"))
    #expect(!page.contains("://"))
    let tree = try XMLTree(Array(page.dropFirst("<!DOCTYPE html>\n".count).utf8))
    #expect(tree.elements["html/body/main/h1"]?.map(\.text) == ["Titel <b> & zo"])
    #expect(
      tree.elements["html/body/main/div/table/tbody/tr/td"]?.map(\.text)
        == ["x|y", "–", "–", "<script>alert(1)</script>"])
    // An element that is closed in its own tag would swallow what follows in a browser.
    for match in page.matches(of: /<([a-z0-9]+)[^>]*\/>/) { #expect(match.1 == "meta") }
  }

  @Test func wordIsTheSameEachTime() throws {
    let bytes = try Self.document.word()
    #expect(try Self.document.word() == bytes)
    #expect(Array(bytes.prefix(2)) == Array("PK".utf8))
  }
}
