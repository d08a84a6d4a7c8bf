internal import Areas
internal import GeoJSON
internal import Quality

extension BiasReport {
  /// The file.
  public var csv: [UInt8] {
    var table = MarkedTable(document, isSynthetic: document.isSynthetic)
    table.header([
      "laag", "soort", "kolom", "gemeentecode", "zonder", "gebieden",
      "gebieden_met_waarde", "rangcorrelatie", "rangcorrelatie_index", "gemiddelde_groep",
      "gemiddelde_anderen", "boven_drempel", "verantwoording",
    ])
    for row in rows {
      table.row([
        row.layer, row.kind.rawValue, row.column, row.gemeentecode ?? "", row.without ?? "",
        "\(row.areas)", "\(row.valued)", row.correlation.map { table.number($0) } ?? "",
        row.ofIndex.map { table.number($0) } ?? "",
        row.means.map { table.number($0.group) } ?? "",
        row.means.map { table.number($0.others) } ?? "",
        // What was not tested is not known to be below.
        isAbove(row) ? "true" : isBelow(row) ? "false" : "",
        MarkedTable.words(reason(for: row) ?? ""),
      ])
    }
    return table.bytes
  }

  /// Why what a row tells is published; nil where nobody has to say so.
  private func reason(for row: Row) -> String? {
    if isAbove(row) { return justification?.reason(for: row) }
    guard row.without == nil else { return nil }
    return untested.first {
      $0.result == row.result && $0.kind == row.kind && $0.column == row.column
        && $0.gemeentecode == row.gemeentecode && $0.level ?? row.level == row.level
    }.flatMap { justification?.reason(for: $0) }
  }
}
