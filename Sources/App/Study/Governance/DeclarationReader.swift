internal import Governance
internal import Yams

/// Reads what a study claims about data: the key `data` of records and figures.
enum DeclarationReader {
  /// - Parameter key: the key under which the claim stands.
  static func read(_ map: YAMLMap, key: String = "data") -> Located<DataDeclaration>? {
    guard let node = map[key], let data = map.document.map(node, key: key) else {
      return nil
    }
    data.allow([
      "controller", "legal_basis", "purposes", "class", "retention", "dpia", "content",
    ])
    let controller = data.requiredClaim("controller")
    let basis = data.requiredClaim("legal_basis")
    _ = data.required("purposes")
    let purposes = data.texts("purposes")
    _ = data.required("class")
    let word = data.word("class", as: DataClass.self)
    let retention = data.requiredClaim("retention")
    let dpia = data.claim("dpia")
    let content = data.word("content", as: DataContent.self)
    guard let controller, let basis, let word, let retention, !purposes.isEmpty else { return nil }
    return node.located(
      DataDeclaration(
        controller: controller, legalBasis: basis, purposes: purposes, dataClass: word,
        retention: retention, dpia: dpia, content: content))
  }
}
