internal import Areas
internal import Bytes
internal import Tables

/// What people who know an area wrote about it, from a file for each area.
struct Interpretations {
  /// The longest text, in bytes: about two pages.
  static let mostBytes = 8000

  /// The texts by the code of their area.
  let texts: [String: String]

  /// Reads the files that a study names, or notes what is wrong with them.
  init(_ study: StudyFile, areas: AreaSet, problems: inout [StudyProblem]) {
    var texts: [String: String] = [:]
    for file in study.interpretations {
      let path = file.value
      let name = path.split(separator: "/").last.map(String.init) ?? path
      let code = String(name.prefix { $0 != "." })
      guard let bytes = try? InputFile.contents(of: path) else {
        problems.append(study.problem(at: file, .missingFile(path)))
        continue
      }
      guard areas.layers.contains(where: { $0.ordinal(of: code) != nil }) else {
        let known = areas.layers.lazy.flatMap(\.areas).map(\.code)
        problems.append(
          study.problem(
            at: file,
            .notNamedAfterArea(file: path, nearest: nearestWord(to: code, among: Array(known)))))
        continue
      }
      guard bytes.count <= Self.mostBytes, TextEncoding.isUTF8(bytes) else {
        problems.append(
          study.problem(at: file, .unsuitableText(file: path, most: Self.mostBytes)))
        continue
      }
      guard texts[code] == nil else {
        problems.append(study.problem(at: file, .duplicate(key: "interpretations", given: code)))
        continue
      }
      let mark = TextEncoding.detect(bytes).markLength
      let text = String(decoding: bytes.dropFirst(mark), as: UTF8.self)
      if let kinds = PersonsInText.words(in: [text]) {
        problems.append(study.problem(at: file, .personInText(path, kinds: kinds)))
      }
      texts[code] = text
    }
    self.texts = texts
  }
}
