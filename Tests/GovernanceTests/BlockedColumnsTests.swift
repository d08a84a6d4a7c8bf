import Bytes
import Governance
import Testing

@Suite struct BlockedColumnsTests {
  @Test(arguments: [
    // Maps up to 2020, and the tables of those years.
    "P_WEST_AL", "P_N_W_AL", "P_MAROKKO", "P_ANT_ARU", "P_SURINAM", "P_TURKIJE", "P_OVER_NW",
    "a_w_all", "a_nw_all", "p_w_all", "p_nw_all", "WestersTotaal_17", "NietWestersTotaal_18",
    "Marokko_19", "NederlandseAntillenEnAruba_20", "Suriname_21", "Turkije_22",
    "OverigNietWesters_23",
    // GeoPackages up to 2022.
    "percentage_westerse_migratieachtergrond", "percentage_niet_westerse_migratieachtergrond",
    "percentage_uit_marokko", "percentage_uit_nederlandse_antillen_en_aruba",
    "percentage_uit_suriname", "percentage_uit_turkije",
    "percentage_overige_nietwestersemigratieachtergrond",
    // GeoPackages from 2023.
    "percentage_met_herkomstland_nederland", "percentage_met_herkomstland_uit_europa_excl_nl",
    "percentage_met_herkomstland_buiten_europa", "percentage_geb_in_nl_met_herkomstland_nederland",
    "perc_geb_in_nl_met_herkomstland_in_europa_ex_nl",
    "perc_geb_in_nl_met_herkomstland_buiten_europa",
    "perc_geb_buiten_nl_met_herkomstlnd_in_europa_ex_nl",
    "perc_geb_buiten_nl_met_herkomstlnd_buiten_europa",
    // Kerncijfers from 2022.
    "a_nl_all", "a_eur_al", "a_neu_al", "a_geb_nl", "a_geb_eu", "a_geb_ne", "a_gbl_eu", "a_gbl_ne",
    "Nederland_17", "EuropaExclusiefNederland_18", "BuitenEuropa_19", "GeborenInNederland_20",
    "GeborenBuitenEuropa_22",
    // Spellings that occur beside these.
    "a_marok", "a_antaru", "a_suri", "a_tur", "a_ov_nw", "p_wallocht", "p_nwallocht", "westers",
    "percentage_nederland", "percentage_buiten_europa", "percentage_europa_exclusief_nederland",
    "buiten_europa", "p_geboren_buiten_nederland", "aantal_geboren_in_nederland",
    // As people name columns.
    "Herkomst", "geboorteland", "geboorteland ouders", "Migratieachtergrond", "allochtoon",
    "etniciteit", "ethnicity", "aantal niet-westers",
    "afkomst", "afkomst ouders", "geb_land", "GebLand", "geb. land", "land_van_geboorte",
    "statushouders", "aantal_asielzoekers", "taal_thuis", "thuistaal", "roma", "aantal_sinti",
    "westers_totaal", "a_migranten", "vluchtelingen", "herk_land_ouders", "herkland", "migr_acht",
    "taal", "taal_code", "spreektaal", "generatie", "woonwagen", "aantal_woonwagens",
    "woonwagenbewoners",
  ])
  func origin(column: String) {
    for spelling in [column, column.lowercased(), column.uppercased(), " \(column) "] {
      #expect(BlockedColumns.ground(for: spelling) == .origin, "\(spelling)")
    }
  }

  @Test(arguments: [
    "nationaliteit", "Nationaliteit_1", "nationality", "staatsburgerschap", "nat", "NAT",
    "nat_code",
  ])
  func nationality(column: String) {
    #expect(BlockedColumns.ground(for: column) == .nationality)
  }

  @Test(arguments: [
    "religie", "Kerkelijke gezindte", "geloofsovertuiging", "islam", "kerk", "aantal_kerken",
    "kerkbezoek", "levensbeschouwing",
    "moskeeën",
  ])
  func religion(column: String) {
    #expect(BlockedColumns.ground(for: column) == .religion)
  }

  @Test(arguments: [
    "romantiek", "rastervak", "landgebruik", "kerkrade", "kerkstraat", "programma", "terras",
    "taalniveau", "straatnaam", "tarief", "natuur", "nat_wegdek", "national_park", "regeneratie",
    "generatiewoning", "standplaatsen", "beschouwing",
  ])
  func harmless(column: String) {
    #expect(BlockedColumns.ground(for: column) == nil)
  }

  @Test func columnsOfTheCatalogueMayBeUsed() throws {
    let columns = try catalogue()
    #expect(columns.count > 200)
    for column in columns {
      #expect(BlockedColumns.ground(for: column) == nil, "\(column)")
    }
  }

  /// The names in `geodata/cbs-columns.yaml`: keys, and lists of other spellings.
  private func catalogue() throws -> [String] {
    let bytes = try InputFile.contents(of: "geodata/cbs-columns.yaml")
    var names: [String] = []
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard line.hasPrefix("  "), !line.hasPrefix("  #"), let colon = line.firstIndex(of: ":")
      else {
        continue
      }
      names.append(line[..<colon].filter { $0 != " " })
      let others = line[colon...].dropFirst().filter { !"[] ".contains($0) }
      names += others.split(separator: ",").map(String.init)
    }
    return names
  }
}
