internal import Foundation

/// The first field that is not the same in two definitions.
struct DefinitionDifference {
  /// The path of the field, its names joined by dots.
  let name: String
  let first: String
  let second: String

  /// Compares two definitions field by field, in the order of the names of fields.
  init<Definition: Encodable>(_ one: Definition, _ other: Definition) {
    let (own, its) = (Self.fields(one), Self.fields(other))
    let names = Set(own.keys).union(its.keys).sorted()
    let name = names.first { own[$0] != its[$0] }
    self.name = name.map { "field " + $0 } ?? "definition"
    first = name.map { own[$0] ?? "nothing" } ?? ""
    second = name.map { its[$0] ?? "nothing" } ?? ""
  }

  private static func fields(_ definition: some Encodable) -> [String: String] {
    guard let data = try? JSONEncoder().encode(definition) else { return [:] }
    return Dictionary(
      JSONLeaf.all(in: data).map { leaf in
        (leaf.name, (leaf.value as? String).map { "'\($0)'" } ?? "\(leaf.value)")
      }, uniquingKeysWith: { first, _ in first })
  }
}
