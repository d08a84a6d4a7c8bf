import Addresses
import Testing

@Suite struct NameFoldingTests {
  static let plainCases: [(String, String)] = [
    ("Hoofdstraat", "hoofdstraat"), ("HOOFDSTRAAT", "hoofdstraat"),
    ("  Hoofd-straat ", "hoofdstraat"),
    ("IJsselmeerdijk", "ysselmeerdyk"), ("ĲSSELMEERDĲK", "ysselmeerdyk"),
    ("ÿsselmeerdÿk", "ysselmeerdyk"),
    ("Sânpaad", "sanpaad"), ("Súdwest", "sudwest"), ("Wâldwei", "waldwei"),
    ("Skûlenboarch", "skulenboarch"),
    ("Eêw", "eew"), ("Curaçaostraat", "curacaostraat"), ("Łódźstraat", "lodzstraat"),
    ("Æbelestraße", "aebelestrasse"),
    ("MagnÃ©estraat", "magneestraat"), ("Curaã§aostraat", "curaaaostraat"), ("â€™t Zand", "tzand"),
    ("SkÃ»lenboarch", "skulenboarch"), ("Cafe\u{301}straat", "cafestraat"),
    ("Plein '40-'45", "plein4045"),
    ("’t Zand", "tzand"), ("", ""), ("!?", ""), ("東京", ""),
  ]

  @Test(arguments: plainCases)
  func plain(text: String, folded: String) {
    #expect(NameFolding.street(text).plain.text == folded)
  }

  @Test func bytesThatAreNoText() {
    let latin1: [UInt8] = [0x53, 0xFA, 0x64, 0x77, 0x65, 0x73, 0x74]
    #expect(NameFolding.street(latin1.span).plain.text == "sudwest")
    let cutOff: [UInt8] = [0x61, 0xE2, 0x80]
    #expect(NameFolding.street(cutOff.span).plain.text == "aa")
  }

  /// Names that must be the same in the canonical form.
  static let oneFormCases: [[String]] = [
    [
      "Burg. v.d. Bergstr.", "Burgemeester van den Bergstraat", "Bgm v/d Bergstraat",
      "BURG VD BERGSTR",
    ],
    ["Willem III-straat", "Willem 3 straat", "WILLEM III STR."],
    ["Tsjerkestrjitte", "Tsjerkestraat"], ["Julianaleane", "Julianalaan"],
    ["Kerkstraat", "Kerkstr", "Kerkstr.", "KERKSTR"],
    ["Julianalaan", "Julianaln", "Juliana ln."],
    ["Dorpsweg", "Dorpswg", "Dorpswg."],
    ["Raadhuisplein", "Raadhuispln.", "Raadhuispln", "Raadhuispl."],
    ["Westersingel", "Westersgl", "Wester sgl."],
    ["Herengracht", "Herengr.", "Herengr", "Heren gr."],
    ["Noorderkade", "Noorderkd", "Noorderkd."],
    ["Zeedijk", "Zeedyk", "Zeedk", "ZEEDĲK"],
    ["Vondelpark", "Vondelprk"], ["Rijksstraatweg", "Rijksstrweg", "Rijksstr.weg"],
    ["Molenstraatje", "Molenstrje"],
    ["Beatrixplantsoen", "Beatrixplnts.", "Beatrixplnts"],
    ["Heksensteeg", "Heksenstg", "Heksen steeg", "Heksen stg."],
    ["Dokter Kuyperstraat", "Doctor Kuyperstraat", "Dr. Kuyperstr."],
    ["Professor Lorentzlaan", "Prof. Lorentzlaan", "Prof.Lorentzlaan"],
    ["Meester Troelstraweg", "Mr. Troelstraweg"],
    ["Ingenieur Lelylaan", "Ir. Lelylaan", "Ir.Lelylaan"],
    ["Generaal Foulkesweg", "Gen. Foulkesweg"],
    ["Koningin Julianastraat", "Kon. Julianastraat"],
    ["Prins Bernhardlaan", "Pr. Bernhardlaan"],
    ["Prinses Beatrixlaan", "Pr. Beatrixlaan", "Pr Beatrixln"],
    ["Sint Jansstraat", "St. Jansstraat", "St.Jansstr", "Sint-Jansstraat"],
    ["Dominee Petersenstraat", "Ds. Petersenstraat", "Ds Petersenstr"],
    ["Pastoor Arenaplein", "Past. Arenaplein"],
    ["Wethouder Bergerweg", "Weth. Bergerweg"],
    ["Minister Talmastraat", "Min. Talmastraat"],
    ["President Kennedylaan", "Pres. Kennedylaan"],
    ["Admiraal de Ruyterweg", "Adm. de Ruyterweg"],
    ["Luitenant Jansenweg", "Lt. Jansenweg"],
    ["Kapitein Nemostraat", "Kapt. Nemostraat"],
    ["Ritmeester Winterstraat", "Ritm. Winterstraat"],
    ["Gebroeders Wrightlaan", "gebr. Wrightlaan"],
    [
      "Jan van der Heijdenstraat", "Jan v.d. Heijdenstraat", "Jan v/d Heydenstr.",
      "Jan vd Heijdenstr", "Jan v d Heijdenstr",
      "Jan van den Heijdenstraat", "Jan van de Heijdenstraat",
    ],
    [
      "Joop van 't Hoffstraat", "Joop van het Hoffstraat", "Joop v.'t Hoffstraat",
      "Joop v ’t Hoffstraat",
    ],
    ["Jan van Galenstraat", "Jan v. Galenstraat", "Jan v Galenstr."],
    ["Huis aan de Dijk", "Huis a/d Dijk", "Huis aan den Dijk"],
    ["Hoek in 't Veld", "Hoek in het Veld"],
    ["Huis op de Berg", "Huis op den Berg"],
    ["Eerste Dwarsstraat", "1e Dwarsstraat", "1e Dwarsstr.", "1ste Dwarsstraat"],
    ["Tweede Wijk", "2e Wijk", "2de Wijk", "2'e Wyk"],
    ["Derde Wijk", "3e Wijk"],
    ["Kanaal Noord", "Kanaal N.", "Kanaal N", "Kanaal-Noord"],
    ["Kanaal Zuid", "Kanaal Z."], ["Kanaal Oost", "Kanaal O"], ["Kanaal West", "Kanaal W."],
    ["Noord Esweg", "N. Esweg"],
    ["Vaart Noordzijde", "Vaart NZ", "Vaart N.Z.", "Vaart n.zijde"],
    ["Het Hoge Land", "'t Hoge Land", "`t Hoge Land"],
  ]

  @Test(arguments: oneFormCases)
  func oneForm(names: [String]) {
    let canonical = names.map { NameFolding.street($0).canonical.text }
    #expect(Set(canonical).count == 1, "\(canonical)")
  }

  /// Names that must stay apart.
  static let apartCases: [(String, String)] = [
    ("Horst 19", "Horst 29"), ("Wijk 2", "Wijk 8"), ("Hoofdstraat O", "Hoofdstraat W"),
    ("Kerkstraat", "Kerklaan"), ("A. van Burenlaan", "B. van Burenlaan"), ("1e Wijk", "2e Wijk"),
    ("Noorderstraat", "Zuiderstraat"), ("De Punter", "De Putter"), ("Oost", "O"),
  ]

  @Test(arguments: apartCases)
  func apart(left: String, right: String) {
    #expect(NameFolding.street(left).canonical != NameFolding.street(right).canonical)
    #expect(NameFolding.street(left).plain != NameFolding.street(right).plain)
  }

  /// Places that are the same.
  static let placesCases: [[String]] = [
    ["'s-Gravenhage", "Den Haag", "den haag", "The Hague", "s Gravenhage", "DEN HAAG"],
    ["'s-Hertogenbosch", "Den Bosch", "s-Hertogenbosch", "’s-Hertogenbosch"],
    ["'s-Gravenzande", "s Gravenzande", "'S GRAVENZANDE"],
    ["Zuidwolde", "Zuidwolde DR", "Zuidwolde Dr.", "Zuidwolde (Dr)", "ZUIDWOLDE (DR.)"],
    ["Hengelo", "Hengelo GLD", "Hengelo (Gld)", "Hengelo (Gld.)"],
    ["Rijswijk", "Rijswijk ZH", "Rijswijk Z.H.", "Rijswijk (ZH)", "RYSWYK"],
    ["Amsterdam", "A'dam", "A’dam", "Adam"], ["Rotterdam", "R'dam", "r'dam"],
    ["Sint Jansteen", "St. Jansteen", "St Jansteen", "Sint-Jansteen"],
    ["St.-Annaparochie", "Sint Annaparochie"],
    [
      "Capelle aan den IJssel", "Capelle a/d IJssel", "Capelle a d IJssel", "Capelle ad IJssel",
      "CAPELLE A/D YSSEL",
      "Capelle a.d. IJssel",
    ],
    ["Krimpen aan de Lek", "Krimpen a d Lek", "Krimpen a/d Lek"],
    ["Alphen aan den Rijn", "Alphen a/d Rijn", "Alphen a.d. Rijn"],
    ["Bergen op Zoom", "Bergen o.z.", "Bergen o/z", "Bergen OZ"],
    ["Wijk bij Duurstede", "Wijk b. Duurstede"], ["Hoek van Holland", "Hoek v. Holland"],
    ["'t Zandt", "t Zandt", "Het Zandt", "’t Zandt"],
    ["Súdwest-Fryslân", "Sudwest Fryslan", "SÃºdwest-FryslÃ¢n"],
  ]

  @Test(arguments: placesCases)
  func places(names: [String]) {
    let folded = names.map { NameFolding.place($0).text }
    #expect(Set(folded).count == 1, "\(folded)")
  }

  @Test func aliasesOfPlaces() {
    let scheveningen = NameFolding.place("Scheveningen")
    #expect(scheveningen.text == "scheveningen")
    #expect(NameFolding.placeAliases(scheveningen).map(\.text) == ["sgravenhage"])
    #expect(NameFolding.placeAliases(NameFolding.place("Amsterdam")).isEmpty)
    let withGemeente = NameFolding.place("Alteveer gem. Hoogeveen")
    #expect(NameFolding.placeAliases(withGemeente) == [NameFolding.place("Alteveer")])
  }

  /// A name of a province alone is a place.
  static let provincesByThemselvesCases: [String] = ["Utrecht", "Groningen", "Drenthe", "Gr"]

  @Test(arguments: provincesByThemselvesCases)
  func provincesByThemselves(name: String) {
    #expect(NameFolding.place(name).text == name.lowercased())
  }

  @Test func longNames() {
    let name = NameFolding.street(String(repeating: "straat ", count: 20_000))
    #expect(name.plain.count == FoldedName.capacity)
    #expect(name.canonical.count == FoldedName.capacity)
  }
}
