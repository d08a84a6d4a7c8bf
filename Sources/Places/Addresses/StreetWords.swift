/// The words in names of streets that are written in several ways, and the way that stands for all.
///
/// Sources: the abbreviations of NEN 5825 and those that occur in the BAG and in lists of
/// municipalities. On the right the folded form, in which `ij` is `y`.
enum StreetWords {
  /// Words that are replaced wherever they stand by themselves.
  static let anywhere = WordTable([
    // Kinds of streets.
    "str strt = straat",
    "ln = laan",
    "wg = weg",
    "pln = plein",
    "sgl sngl = singel",
    "grcht = gracht",
    "kd = kade",
    "dk = dyk",
    "plnts plts plant plantsn = plantsoen",
    "prk = park",
    "stg = steeg",
    "blvd boul bd = boulevard",
    "hf = hof",
    // Titles. `Pr.` is a prince or a princess, `Kon.` a king or a queen: one form for both.
    "burg bgm burgem brgm = burgemeester",
    "dr doctor dokter = dokter",
    "prof = professor",
    "mr mstr = meester",
    "ir = ingenieur",
    "gen genl = generaal",
    "kon koning koningin = koning",
    "pr prins prinses prs = prins",
    "st snt = sint",
    "ds = dominee",
    "past = pastoor",
    "weth wethr = wethouder",
    "min = minister",
    "pres = president",
    "adm = admiraal",
    "lt luit luitn = luitenant",
    "kapt kap = kapitein",
    "ritm = ritmeester",
    "kol = kolonel",
    "maj = majoor",
    "serg sgt = sergeant",
    "comm = commissaris",
    "gouv = gouverneur",
    "secr = secretaris",
    "not = notaris",
    "insp = inspecteur",
    "gebr gebrs = gebroeders",
    "jhr jkhr = jonkheer",
    "mgr = monseigneur",
    "kard = kardinaal",
    "zr = zuster",
    "wed = weduwe",
    "kan = kanunnik",
    "verl verlgd = verlengde",
    // Ordinals.
    "1e 1ste 1st = eerste",
    "2e 2de 2nd = tweede",
    "3e 3de = derde",
    "4e 4de = vierde",
    "5e 5de = vyfde",
    "6e 6de = zesde",
    "7e 7de = zevende",
    "8e 8ste = achtste",
    "9e 9de = negende",
    // Roman numerals: `Willem III`. One letter by itself is rather the initial of somebody.
    "ii = 2",
    "iii = 3",
    "iv = 4",
    "vi = 6",
    "vii = 7",
    "viii = 8",
    "ix = 9",
    "xi = 11",
    "xii = 12",
    "xiii = 13",
    "xiv = 14",
    // The side of a canal.
    "nz noordzyd = noordzyde",
    "oz = oostzyde",
    "zz = zuidzyde",
    "wz = westzyde",
  ])

  /// Compass points of one letter.
  static func compass(_ letter: UInt8) -> String? {
    switch letter {
    case UInt8(ascii: "n"): "noord"
    case UInt8(ascii: "o"): "oost"
    case UInt8(ascii: "z"): "zuid"
    case UInt8(ascii: "w"): "west"
    default: nil
    }
  }

  /// What is written out in place of an abbreviation at the end of a word: `Kerkstr.`, `Julianaln`.
  /// Takes the last four bytes, the last first; returns how many to leave out and what to add.
  @inline(__always)
  static func suffix(
    _ last: UInt8, _ second: UInt8, _ third: UInt8, _ fourth: UInt8, isBeforeDot: Bool
  ) -> (drop: Int, add: String)? {
    switch (last, second, third) {
    case (UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "s")): (1, "raat")
    case (UInt8(ascii: "n"), UInt8(ascii: "l"), UInt8(ascii: "p")): (2, "lein")
    case (UInt8(ascii: "n"), UInt8(ascii: "l"), _): (2, "laan")
    case (UInt8(ascii: "g"), UInt8(ascii: "w"), _): (2, "weg")
    case (UInt8(ascii: "g"), UInt8(ascii: "t"), UInt8(ascii: "s")): (2, "teeg")
    case (UInt8(ascii: "l"), UInt8(ascii: "g"), UInt8(ascii: "s")): (3, "singel")
    case (UInt8(ascii: "r"), UInt8(ascii: "g"), _): (2, "gracht")
    case (UInt8(ascii: "d"), UInt8(ascii: "k"), _): (2, "kade")
    case (UInt8(ascii: "k"), UInt8(ascii: "d"), _): (2, "dyk")
    case (UInt8(ascii: "k"), UInt8(ascii: "r"), UInt8(ascii: "p")): (3, "park")
    case (UInt8(ascii: "s"), UInt8(ascii: "t"), UInt8(ascii: "n")) where fourth == UInt8(ascii: "l"):
      (3, "antsoen")
    case (UInt8(ascii: "l"), UInt8(ascii: "p"), _) where isBeforeDot: (2, "plein")
    default: nil
    }
  }
}
