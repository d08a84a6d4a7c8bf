import Study
import TestSupport
import Testing

/// What a study is told that is allowed and seldom meant.
@Suite struct StudyRemarksTests {
  private func remarks(
    retention: String = "een jaar", audience: String = "partners", dataClass: String = "persons",
    more: String = ""
  ) throws -> [String] {
    let folder = try ScratchFolder()
    let text = """
      study: klein
      title: Klein
      purpose: Tests van het programma.
      purpose_id: beeld
      peildatum: 2024-12-31
      audience: \(audience)
      edition: 2024
      level: wijk
      gemeenten: [Utrecht]
      areas: gebieden.gpkg
      \(more)
      records:
        - id: incidenten
          file: incidenten.csv
          columns: {x: x, y: y}
          data: {class: \(dataClass), controller: Gemeente, legal_basis: Wet, purposes: [beeld], retention: "\(retention)"}
      indicators: [woningen_koop_aandeel]
      """
    return try StudyFileReader.read(try folder.write(Array(text.utf8), to: "studie.yaml")).remarks
  }

  @Test(arguments: [
    "tot 1 januari 2020", "2020-01-31", "until 3rd March 2021", "vernietigen op 31-12-2019",
    "van 1 mei 2019 tot en met 30 April 2020",
  ])
  func aTermThatIsOverIsTold(retention: String) throws {
    #expect(try remarks(retention: retention).contains { $0.contains("has passed") })
  }

  @Test(arguments: [
    "een jaar", "een jaar na 2019", "sinds 1 mei 2019, tot 31 december 2130", "2130-01-31",
    "artikel 2020-45-99", "tot 30 februari 2020",
  ])
  func anotherTermIsNot(retention: String) throws {
    #expect(try !remarks(retention: retention).contains { $0.contains("has passed") })
  }

  @Test func dataThatAreNotOpenAskForALastDay() throws {
    func asks(_ remarks: [String]) -> Bool { remarks.contains { $0.contains("no 'expires'") } }
    #expect(try asks(remarks()))
    #expect(try asks(remarks(audience: "openbaar", dataClass: "police")))
    #expect(try !asks(remarks(audience: "intern")))
    #expect(try !asks(remarks(dataClass: "open")))
    #expect(try !asks(remarks(more: "expires: 2130-06-30")))
  }
}
