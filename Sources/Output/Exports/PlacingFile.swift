internal import CSV
internal import Disclosure

/// How records were placed as CSV: one row per count, areas without records too.
struct PlacingFile {
  /// The name of the file.
  static let name = "plaatsing.csv"

  let csv: [UInt8]

  init(_ placings: [PublishedPlacing], document: MapDocument) {
    let form = CSVForm.plain
    let marks = document.marks(isSynthetic: document.isSynthetic)
    var bytes: [UInt8] = []
    bytes.append(
      record: ["registratie", "niveau", "code", "naam", "wat", "aantal", "aandeel", "status"]
        + marks.map(\.name), dialect: form.dialect)
    let texts = marks.map { mark in
      switch mark.value {
      case .text(let text): text
      case .flag: "true"
      }
    }
    for placing in placings {
      for row in placing.rows {
        let number = row.figure.number
        bytes.append(
          record: [
            placing.id, row.level, row.code, row.name, row.what,
            number.map { form.number($0, decimals: 0) } ?? "",
            row.share.map { form.number($0, decimals: 4) } ?? "",
            number == nil ? "onderdrukt" : "ok",
          ] + texts, dialect: form.dialect)
      }
    }
    csv = bytes
  }
}
