internal import Cartography

extension BiasReport {
  /// What was tested and found, in Dutch, for the Algoritmeregister.
  public var entry: String {
    var seen: Set<String> = []
    let columns = rows.map(\.column).filter { seen.insert($0).inserted }
      .map { names.column($0, .nl) }.joined(separator: " en ")
    guard rows.contains(where: { $0.correlation != nil }) else {
      return
        "Of uitkomsten samengaan met \(columns) is niet getoetst: er zijn te weinig gebieden met een "
        + "waarde en een aandeel."
    }
    let silent = untested.count
    return "Getoetst is of uitkomsten samengaan met \(columns): \(counted(.nl))."
      + (silent == 0
        ? ""
        : " Van \(silent) \(silent == 1 ? "uitkomst is" : "uitkomsten is") dat in een gemeente of in het geheel niet "
          + "getoetst.")
      + (isBeyond
        ? " Zonder verantwoording per bevinding door iemand anders dan de maker wordt niet gepubliceerd."
        : "")
  }
}
