internal import Areas
internal import Geocoding

extension EarlierSource {
  /// The areas of a study with those of other years in which records are placed as well.
  func adding(to areas: AreaSet) -> AreaSet {
    then.flatMap(\.layers).reduce(areas) { $0.adding($1) }
  }

  /// The records in the areas of other years.
  /// - Complexity: the file is read once for each year.
  func placed(
    _ input: StudyInputs.Records, tasks: Int
  ) async throws -> [AreaLevel: LocatedRecords] {
    var placed: [AreaLevel: LocatedRecords] = [:]
    for past in then {
      let smallest = past.layers[0]
      let records = try await RecordReader(
        file: input.file, placing: input.placing(in: past.everywhere),
        columns: input.columns + columns
      ).read(tasks: tasks, countingPointsIn: smallest)
        .restricted(from: past.everywhere, to: smallest)
      let gemeenten = past.layer(AreaLevel.gemeente.rawValue)?.level
      for layer in past.layers {
        placed[layer.level] = records.lifted(
          from: smallest, to: layer, in: past.areas, areGemeenten: layer.level == gemeenten)
      }
    }
    return placed
  }
}
