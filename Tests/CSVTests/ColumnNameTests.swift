import CSV
import Testing

@Suite("Names of columns that messages may repeat") struct ColumnNameTests {
  @Test(arguments: [
    ["melding", "straat", "huisnummer", "plaats", "kenmerk van de melder"],
    ["BU_CODE", "gwb_code_10", "regio"], ["id", "soort delict", "aap", "noot"], ["x", "y"],
    ["adres"], ["pc thuis", "nr thuis", "pc", "nr"], ["Incidentnummer", "Meldingsdatum"],
    ["X-coördinaat", "Y-coördinaat"], ["Post Code", "Huis-Nummer"],
  ])
  func names(header: [String]) {
    let names = ColumnNames(header)
    #expect(names.labels == header)
    #expect(names.withheld == 0)
  }

  /// What may be a record without a line of names above it.
  @Test(arguments: [
    ["Jan van Wijk", "Kerkstraat", "Teststad"], ["Piet Dag", "Plein"], ["de Groot", "Jansen", ""],
    ["Jansen", "geweld", "Proeflaan", "dag"], ["Kees", ""],
  ])
  func values(header: [String]) {
    let names = ColumnNames(header)
    let isWord = { (cell: String) in ["dag", "Plein"].contains(cell) }
    for (column, cell) in header.enumerated() where !isWord(cell) {
      #expect(names.labels[column] == "column \(column + 1)")
    }
    #expect(names.withheld > 0)
  }

  @Test func wordsAmongOthersAreShown() {
    let names = ColumnNames(["Jansen", "postcode", "Proeflaan", "Teststad"])
    #expect(names.labels == ["column 1", "postcode", "column 3", "column 4"])
    #expect(names.withheld == 3)
  }
}
