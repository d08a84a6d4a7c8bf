internal import CSV
internal import Disclosure

/// Counts per area, category and period as CSV: one row per count, the empty ones too.
struct CountsFile {
  let csv: [UInt8]

  init(_ table: PublishedCounts, document: MapDocument) {
    let form = CSVForm.plain
    let dialect = form.dialect
    let stamps = document.marks(isSynthetic: table.isSynthetic)
    var bytes: [UInt8] = []
    bytes.append(
      record: ["code", "naam", "categorie", "periode", "aantal", "status"]
        + stamps.map(\.name), dialect: dialect)
    let marks = stamps.map { mark in
      switch mark.value {
      case .text(let text): text
      case .flag: "true"
      }
    }
    for cell in table.cells {
      let number = cell.figure.number
      bytes.append(
        record: [
          cell.code, cell.name, cell.category, cell.period,
          number.map { form.number($0, decimals: 6) } ?? "", number == nil ? "onderdrukt" : "ok",
        ] + marks, dialect: dialect)
    }
    csv = bytes
  }
}
