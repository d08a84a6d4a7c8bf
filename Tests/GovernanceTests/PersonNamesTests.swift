import Governance
import Testing

/// Names of persons, all of them made up, and words that look like them.
@Suite struct PersonNamesTests {
  @Test(arguments: [
    ["Anna Bakker", "Daan van den Berg", "Fatima Visser", "Sem de Vries"],
    ["ANNA BAKKER", "DAAN VAN DEN BERG", "SEM MULDER"],
    ["anna bakker", "daan van den berg", "sem mulder"],
    ["J. de Vries", "A.B. Verzonnen", "P.C. van der Test-Jansen"],
    ["Bakker, Anna", "Vries, Sem de", "Berg, D. van den"],
    ["Dhr. Verzonnen", "mw. Testman", "mevr. de Test"],
    ["Anna", "Daan", "Sem", "Fatima", "Mohammed", "onbekend"],
    ["Mulder", "de Vries", "Visser", "van den Berg", "Brouwer", "Jansen"],
    ["Björn Verzonnen", "Mariëlle de Test", "Zeynep Testman", "Xqz Onbekende", "Abc Dezelfde"],
  ])
  func namesByContent(values: [String]) {
    #expect(PersonalData.kind(of: values) == .name)
    #expect(PersonalData.kind(of: values, header: "kolom_7") == .name)
  }

  @Test(arguments: [
    ["Anna Paulownastraat", "Jan Steenlaan", "P.C. Hooftstraat", "Willem Barentszweg"],
    ["Lange Nieuwstraat", "Oude Gracht", "Coolsingel", "Jan van Galenkade", "Damrak"],
    ["Den Haag", "Rotterdam", "Anna Paulowna", "De Bilt", "Capelle aan den IJssel", "Tilburg"],
    ["Overvecht", "Binnenstad", "De Baarsjes", "Bos en Lommer", "Willemspark", "Jan Maijen"],
    ["Bakkerij Anna", "Jansen Schilders B.V.", "Garage de Vries", "Stichting Verzonnen Zorg"],
    ["Bakker", "Slager", "Kapper", "Schilder", "Timmerman", "Loodgieter"],
    ["Diefstal uit woning", "Geweld", "Drugshandel", "Overlast door personen"],
    ["A. Geweld", "B. Diefstal", "C. Overlast", "D. Drugs"],
    ["Detailhandel in auto's", "Hotels", "Cafés", "Verhuur van auto's", "Sauna's"],
    ["Bos", "Heide", "Water", "Akkerland", "Bebouwd"],
    ["Basisschool Anne Frank", "Prins Willem Alexander", "De Regenboog", "Sint Jan"],
    ["Laag Midden Hoog", "Zeer Laag", "Zeer Hoog", "Midden Hoog"],
    ["Eengezinswoning", "Appartement", "Jan", "Anders"],
    ["", "", ""],
  ])
  func noNamesByContent(values: [String]) {
    #expect(PersonalData.kind(of: values) == nil)
    #expect(PersonalData.kind(of: values, header: "straatnaam") == nil)
    #expect(PersonalData.kind(of: values, header: "buurtnaam") == nil)
  }

  @Test(arguments: [
    ["Anna Bakker (veelpleger)", "Sem Visser (bekend)", "Daan Mulder [12]"],
    ["Anna Bakker / Sem Visser", "Daan Mulder / Fatima Visser", "Sem Visser"],
    ["Anna_Bakker", "Sem_de_Vries", "Daan_Mulder"],
    ["Anna Bakker, Dorpsstraat 1", "Sem Visser, Kerkstraat 2", "J. Verzonnen, Laan 3"],
    ["12: Anna Bakker", "13: Sem Visser", "14: Daan Mulder"],
    ["Radjesh Ramdin", "Winston Pinas", "Sharmila Jhinkoe"],
  ])
  func namesWithinValues(names: [String]) {
    #expect(PersonalData.kind(of: names) == .name)
  }

  @Test(arguments: [
    ["Jan Steenlaan (noord)", "Anna Paulownastraat (zuid)", "Willem Barentszweg (oost)"],
    ["Drugs (handel)", "Geweld / openlijk", "Diefstal, woning"],
    ["Bakkerij Anna / Sem B.V.", "Stichting Verzonnen Zorg (Tilburg)", "Café Jan, Dorpsstraat 1"],
  ])
  func othersWithSignsAround(values: [String]) {
    #expect(PersonalData.kind(of: values) == nil)
  }

  @Test func schoolsAreCalledAfterPersons() {
    let names = ["Anna Bakker", "Sem Visser", "Daan Mulder"]
    #expect(PersonalData.kind(of: names, header: "schoolnaam") == nil)
    #expect(PersonalData.kind(of: names, header: "naam school leider") == nil)
    #expect(PersonalData.kind(of: names, header: "leider") == .name)
  }

  @Test func firmsUnderARole() {
    let firms = (0..<12).map { "Bakkerij Verzonnen\(Character(UnicodeScalar(97 + $0)!))" }
    let names = (0..<12).map { "Verzonnen\(Character(UnicodeScalar(97 + $0)!))man" }
    #expect(PersonalData.kind(of: firms + names, header: "aanvrager") == nil)
  }

  @Test func manyWordsUnderARole() {
    let names = (0..<12).map { "Verzonnen\(Character(UnicodeScalar(97 + $0)!))man" }
    for header in ["contactpersoon", "aanvrager", "betrokkene"] {
      #expect(PersonalData.kind(of: names, header: header) == .name)
      #expect(PersonalData.kind(of: names.prefix(9), header: header) == nil)
    }
  }

  @Test func aFewNamesAmongOtherWordsAreNoVerdict() {
    let others = (0..<20).map { "soort \(Character(UnicodeScalar(97 + $0)!))" }
    #expect(PersonalData.kind(of: others + ["Anna Bakker", "Sem Visser", "Daan Mulder"]) == nil)
    #expect(PersonalData.kind(of: ["Anna Bakker", "Sem Visser"]) == nil)
  }

  @Test(arguments: [
    "achternaam", "Achternaam", "voor-naam", "VOORLETTERS", "tussenvoegsel", "verdachte_achternaam",
    "surname", "last name", "FirstName", "clientnaam", "naam cliënt", "naam_verdachte",
    "contactpersoon naam",
  ])
  func oneWordUnderItsName(header: String) {
    for value in ["Verzonnen", "van der", "J.P.", "test"] {
      #expect(PersonalData.kind(of: [value], header: header) == .name, "\(value)")
    }
    #expect(
      PersonalData.kind(of: ["onbekend", "ja", "nee", "", "n.v.t.", "xxx"], header: header) == nil)
    #expect(PersonalData.kind(of: ["3f9a2c", "771b00"], header: header) == nil)
  }

  @Test func namesUnderNaam() {
    for header in ["naam", "Naam", "name", "NAMEN", "naam_1", "volledige_naam"] {
      let names = ["Xqz Verzonnen", "Ytr Testman"]
      #expect(PersonalData.kind(of: names, header: header) == .name)
    }
    #expect(PersonalData.kind(of: ["Testers", "Testman", "Verzonnen"], header: "naam") == .name)
    for values in [
      ["Wijk 01", "Wijk 02", "Buurt 3"], ["Stadhuis", ""], ["Lange Straat", "Korte Straat"],
      ["woning", "winkel", "kantoor"],
    ] {
      #expect(PersonalData.kind(of: values, header: "naam") == nil)
    }
    for header in [
      "straatnaam", "buurtnaam", "gemeentenaam", "wijknaam", "woonplaatsnaam", "naam_gebied",
      "bedrijfsnaam", "gemeente naam",
    ] {
      #expect(PersonalData.kind(of: ["Testers", "Testman", "Verzonnen"], header: header) == nil)
    }
    #expect(PersonalData.kind(of: ["Geweld", "Overlast"], header: "voornaamste reden") == nil)
  }

  @Test func whoseItIs() {
    #expect(PersonalData.kind(of: ["Verzonnen Naam", "Een Ander"], header: "Melder") == .name)
    for header in ["eigenaar", "aangever", "cliënt", "melder"] {
      let values = ["Gemeente", "Corporatie", "Particulier", "Stichting Verzonnen Wonen"]
      #expect(PersonalData.kind(of: values, header: header) == nil)
      #expect(PersonalData.kind(of: ["burger", "C-123", "9001"], header: header) == nil)
    }
  }

  @Test func tokensAreNoPersonalData() {
    let digits = Array("0123456789abcdef")
    for length in [6, 8, 12, 32, 64] {
      let tokens = (1...200).map { number in
        var state = UInt64(number) &* 0x9E37_79B9_7F4A_7C15
        return String(
          (0..<length).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return digits[Int(state >> 60)]
          })
      }
      #expect(PersonalData.kind(of: tokens) == nil, "\(length)")
      for header in ["naam", "persoon", "kenteken_token"] where length > 6 {
        #expect(PersonalData.kind(of: tokens, header: header) == nil, "\(length)")
      }
    }
  }
}
