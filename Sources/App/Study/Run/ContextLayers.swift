internal import Atlas

/// The layers that somebody lays over the maps of an atlas to find the way, as a file names them.
public struct ContextLayers: Sendable {
  /// The file in which they are named.
  let path: String
  let layers: [ContextSpecification]

  init(_ layers: [ContextSpecification], path: String) {
    self.layers = layers
    self.path = path
  }

  /// Reads a file with the key `context` of a study and nothing else.
  /// - Throws: ``StudyProblems`` with all that is wrong in it.
  public init(path: String) throws(StudyProblems) {
    let document = YAMLDocument(path: path)
    var layers: [ContextSpecification] = []
    if let root = document.root() {
      root.allow(["context"])
      if let node = root.required("context") {
        layers = ContextReader.read(in: root, folder: Folder(ofFile: path))
        if layers.isEmpty, document.problems.isEmpty {
          document.note(.wrongType(key: "context", expected: "a list of layers"), node)
        }
      }
    }
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
    self.init(layers, path: path)
  }

  /// The files with the layers, sorted.
  var files: [String] { Set(layers.map(\.file.value)).sorted() }

  /// Why files are of no use, before anything of them is read.
  var problems: [StudyProblem] {
    var problems: [StudyProblem] = []
    for layer in layers { _ = ContextFile(layer, in: path, problems: &problems) }
    return problems
  }

  /// Lays over the maps what of the layers lies where these are, and notes layers that have nothing there.
  /// - Returns: of each layer what is not drawn.
  /// - Throws: `GeoPackageError`, `ProjectionError`, or ``PersonsInText/Failure`` for a name.
  /// - Complexity: one pass over each layer.
  func read(
    into content: inout AtlasContent, problems: inout [StudyProblem]
  ) throws -> [StudyReport.Context] {
    let frames = content.frames
    var report: [StudyReport.Context] = []
    for specification in layers {
      guard let file = ContextFile(specification, in: path, problems: &problems) else { continue }
      let (layer, found) = try file.read(within: frames)
      content.context.append(layer)
      report.append(found)
      if layer.isEmpty { problems.append(file.emptiness) }
    }
    return report
  }
}

extension StudyFile {
  /// The layers that the study lays over its maps.
  var contextLayers: ContextLayers { ContextLayers(context, path: path) }
}
