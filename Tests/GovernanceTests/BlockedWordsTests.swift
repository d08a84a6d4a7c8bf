import Governance
import Testing

@Suite struct BlockedWordsTests {
  @Test(arguments: [
    ["Marokkaans", "Nederlands"], ["marokkaanse", "TURKSE", "Surinaamse", "onbekend", ""],
    ["Turkse achtergrond", "Poolse achtergrond", "overig"], ["niet-westers", "autochtoon"],
    ["Nederlandse nationaliteit", "Syrische nationaliteit"], ["allochtoon", "autochtone"],
    ["Overig Afrikaans", "Marokkaans", "staatloos"], ["Turkish", "Moroccan", "Dutch"],
    ["Turken", "Marokkanen", "Antillianen"], ["Polen", "Bulgaren", "Roemenen"],
    ["Syriërs", "ERITREEËRS"], ["Roma", "Sinti"], ["Marokkaanse"], ["Turken", "onbekend", ""],
  ])
  func originsByTheirWords(words: [String]) {
    #expect(BlockedColumns.ground(ofWords: words) == .origin)
    #expect(BlockedColumns.ground(ofWords: words, header: "groep") == .origin)
  }

  @Test(arguments: [
    ["Nederlands"], ["Pool"], ["Polen"], ["Polen", "België", "Duitsland"], ["onbekend", "overig"],
    ["Nederland", "België", "Duitsland"],
    ["Chinees restaurant", "Turks restaurant", "Cafetaria"],
    ["diefstal", "Nederlands", "Turks", "a", "b"],
    ["drugshandel", "drugsoverlast"], ["Noord", "Zuid"], [],
  ])
  func otherWords(words: [String]) {
    #expect(BlockedColumns.ground(ofWords: words) == nil)
  }

  @Test func beliefsByTheirWords() {
    for words in [
      ["Moslim", "Christen", "Hindoe", "geen"], ["islamitisch", "Katholiek"],
      ["Moslims", "onbekend"],
    ] {
      #expect(BlockedColumns.ground(ofWords: words) == .religion)
      #expect(BlockedColumns.ground(ofWords: words, header: "denominatie school") == nil)
    }
    #expect(BlockedColumns.ground(ofWords: ["Moslim", "b", "c", "d"]) == nil)
  }

  @Test(arguments: ["geboorteplaats", "Verblijfsstatus", "verblijfstitel_code"])
  func whereSomebodyIsFrom(header: String) {
    #expect(BlockedColumns.ground(for: header) == .origin)
  }

  @Test func foodAndLanguages() {
    for header in ["keuken", "Soort keuken", "taal", "language"] {
      #expect(BlockedColumns.ground(ofWords: ["Frans", "Italiaans"], header: header) == nil)
    }
  }
}
