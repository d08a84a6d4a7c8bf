internal import Bytes
internal import CSV
internal import Exports
internal import Indicators

extension MergePart {
  /// The barriers among results; none when they have no such file.
  /// - Throws: `FileError` or `CSVError`.
  static func barriers(in folder: VerifiedFolder) throws -> [Barrier] {
    guard folder.names.contains(BarrierRegister.name) else { return [] }
    let file = try CSVFile(path: "\(folder.path)/\(BarrierRegister.name)")
    let places = Dictionary(
      file.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    // Results of earlier versions have it under another name.
    let finder = places[BarrierRegister.finder] == nil ? "herkomst" : BarrierRegister.finder
    var barriers: [Barrier] = []
    var chunks = file.chunks()
    while let chunk = try chunks.next() {
      let records = CSVRecords(chunk.bytes, dialect: file.dialect)
      for record in 0..<records.count {
        let cells = records.texts(record)
        func cell(_ name: String) -> String {
          places[name].flatMap { $0 < cells.count ? cells[$0] : nil } ?? ""
        }
        guard let kind = Barrier.Kind(rawValue: cell("soort")) else { continue }
        func both(_ nl: String, _ en: String) -> LocalizedText? {
          cell(nl).isEmpty ? nil : LocalizedText(nl: cell(nl), en: cell(en))
        }
        barriers.append(
          Barrier(
            kind, subject: cell("onderwerp"),
            text: both("wat", "what") ?? LocalizedText(nl: "", en: ""),
            remedy: both("oplossing", "remedy"),
            owner: cell("eigenaar").isEmpty ? nil : cell("eigenaar"),
            since: cell("sinds").isEmpty ? nil : cell("sinds"),
            isFound: cell(finder) != BarrierRegister.given))
      }
    }
    return barriers
  }
}

extension Barrier {
  /// The same barrier, of the city where it stands in the way.
  func of(_ city: String) -> Barrier {
    Barrier(
      kind, subject: subject.isEmpty ? city : "\(city): \(subject)", text: text, remedy: remedy,
      owner: owner, since: since, isFound: isFound)
  }
}
