internal import Governance
internal import Yams

/// Reads what a study claims about data: the key `data` of records and figures.
enum DeclarationReader {
  static func read(_ map: YAMLMap) -> Located<DataDeclaration>? {
    guard let node = map["data"], let data = map.document.map(node, key: "data") else {
      return nil
    }
    data.allow([
      "controller", "legal_basis", "purposes", "class", "retention", "dpia", "content",
    ])
    let controller = data.requiredText("controller")
    let basis = data.requiredText("legal_basis")
    _ = data.required("purposes")
    let purposes = data.texts("purposes")
    _ = data.required("class")
    let word = data.word("class", as: DataClass.self)
    let retention = data.requiredText("retention")
    let content = data.word("content", as: DataContent.self)
    guard let controller, let basis, let word, let retention, !purposes.isEmpty else { return nil }
    return node.located(
      DataDeclaration(
        controller: controller, legalBasis: basis, purposes: purposes, dataClass: word,
        retention: retention, dpia: data.text("dpia"), content: content))
  }
}
