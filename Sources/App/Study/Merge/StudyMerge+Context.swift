internal import Atlas
internal import Bytes

/// Water, roads and names over the maps of the whole. What a city drew is not in its results, so the files are named
/// again.
extension StudyMerge {
  /// Refuses layers that are of no use, before anything is made, and files that lie in the folder for the results.
  func refuse(_ context: ContextLayers?, target path: String) throws {
    guard let context else { return }
    for (_, file) in Self.files(of: context) where PathTarget.lies(file, in: path) {
      throw StudyRun.Failure.readsFromTarget(file: file, folder: path)
    }
    let problems = context.problems
    guard problems.isEmpty else { throw StudyProblems(problems) }
  }

  /// The file that names the layers and those that hold them, with their roles in provenance.
  static func files(of context: ContextLayers) -> [(role: String, path: String)] {
    [("context_layers", context.path)] + context.files.map { ("context", $0) }
  }

  /// Lays the layers over the maps.
  /// - Returns: what of them is not drawn, and without layers what the parts drew, a sentence each.
  func backdrop(_ context: ContextLayers?, of content: inout AtlasContent) throws -> [String] {
    guard let context else {
      let names = parts.filter(\.hasContext).map(\.name)
      guard !names.isEmpty else { return [] }
      return [
        "Water, roads or names over the maps of \(names.joined(separator: ", ")) are not in the results; name the "
          + "files with --context to draw them over the whole."
      ]
    }
    var problems: [StudyProblem] = []
    let report = try context.read(into: &content, problems: &problems)
    guard problems.isEmpty else { throw StudyProblems(problems) }
    return report.flatMap(\.sentences)
  }
}
