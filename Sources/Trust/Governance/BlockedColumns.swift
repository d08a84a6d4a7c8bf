/// Columns that may not be input of an indicator: origin, nationality and religion.
///
/// Netherlands Institute for Human Rights, Toetsingskader risicoprofilering (28 January 2025): a risk
/// profile may not rest on them. The spellings of all years are known, and so are words that new
/// spellings will hold.
public enum BlockedColumns {
  /// Why a column is blocked.
  public enum Ground: String, Hashable, Sendable {
    /// Where people or their parents come from.
    case origin
    /// Of which country people are citizens.
    case nationality
    /// What people believe.
    case religion
  }

  /// The ground on which `column` is blocked, or nil when it may be used.
  public static func ground(for column: String) -> Ground? {
    let name = column.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" }
    if originNames.contains(name) || originStems.contains(where: name.contains) { return .origin }
    // StatLine numbers its columns: `Nederland_17`.
    let stem = name.replacing(/_[0-9]+$/, with: "")
    if originNames.contains(stem) { return .origin }
    if nationalityStems.contains(where: name.contains) { return .nationality }
    if religionStems.contains(where: name.contains) { return .religion }
    return nil
  }

  private static let originStems = [
    "herkomst", "migratieachtergrond", "migratie_achtergrond", "allocht", "autocht",
    "geboorteland", "uit_marokko", "uit_turkije", "uit_suriname", "uit_nederlandse_antillen",
    "etnici", "ethni", "nietwesters", "niet_westers", "geb_buiten_nl", "geb_in_nl", "marok",
    "turkije", "surina", "antillen", "antaru", "ant_aru", "ras_of_", "buiten_europa",
    "buiteneuropa",
    "europa_exclusief", "europaexclusief", "geboren_in", "geborenin", "geboren_buiten",
    "geborenbuiten",
  ]

  /// Short names of shapefiles, kerncijfers and StatLine that no word gives away.
  private static let originNames: Set<String> = [
    "p_west_al", "p_n_w_al", "p_marokko", "p_ant_aru", "p_surinam", "p_turkije", "p_over_nw",
    "a_west_al", "a_n_w_al", "a_nl_all", "a_eur_al", "a_neu_al", "a_geb_nl", "a_geb_eu", "a_geb_ne",
    "a_gbl_eu", "a_gbl_ne", "p_nl_all", "p_eur_al", "p_neu_al", "p_geb_nl", "p_geb_eu", "p_geb_ne",
    "p_gbl_eu", "p_gbl_ne", "nederland", "europaexclusiefnederland", "buiteneuropa", "p_w_all",
    "p_nw_all", "a_w_all", "a_nw_all", "westerstotaal", "nietwesterstotaal", "marokko", "turkije",
    "suriname", "overignietwesters", "a_tur", "p_tur", "a_suri", "p_suri", "a_ov_nw", "p_ov_nw",
    "westers", "percentage_nederland",
  ]

  private static let nationalityStems = ["nationalit", "staatsburger", "citizenship"]
  private static let religionStems = [
    "religie", "religion", "geloof", "kerkelijk", "levensovertuiging", "moslim", "islam",
    "katholiek",
    "protestant",
  ]
}
