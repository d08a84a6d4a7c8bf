public import Atlas

/// A layer of the user's that lies over the maps of the atlas.
public struct ContextSpecification: Sendable {
  /// What is drawn from it.
  public var kind: ContextLayer.Kind
  /// The GeoPackage.
  public var file: Located<String>
  /// The layer in it, when there are several.
  public var layer: Located<String>?
  /// The column with names; for names only.
  public var name: Located<String>?
  /// Who made it.
  public var source: String
}

/// Reads the items of the key `context`.
enum ContextReader {
  /// The layers that a file names, without those of which was noted what is wrong.
  static func read(in root: YAMLMap, folder: Folder) -> [ContextSpecification] {
    root.list("context").compactMap { node in
      root.document.map(node, key: "context").flatMap { read($0, folder: folder) }
    }
  }

  /// A layer; nil when what was noted leaves none.
  private static func read(_ map: YAMLMap, folder: Folder) -> ContextSpecification? {
    map.allow(["kind", "file", "layer", "name", "source"])
    let kind =
      map.required("kind") == nil ? nil : map.word("kind", as: ContextLayer.Kind.self)
    let file = map.required("file").flatMap { node in
      map.text(node, key: "file").map { node.located(folder.resolve($0)) }
    }
    let layer = map["layer"].flatMap { node in
      map.text(node, key: "layer").map { node.located($0) }
    }
    let name = map["name"].flatMap { node in
      map.text(node, key: "name").map { node.located($0) }
    }
    if kind == .names, name == nil {
      map.document.note(.missingKey("name"), map.node)
      return nil
    }
    guard let kind, let file else { return nil }
    return ContextSpecification(
      kind: kind, file: file, layer: layer, name: name, source: map.text("source") ?? "")
  }
}
