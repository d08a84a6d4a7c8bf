extension StudyFile {
  /// All names of columns of files that the study writes down. A first line that has one of them holds
  /// names, and no record.
  var askedColumns: Set<String> {
    let ofRecords = records.flatMap { $0.columns.values.map(\.value) }
    let ofFigures = figures.flatMap { figures in
      [figures.key, figures.name, figures.gemeente, figures.value, figures.category]
        .compactMap { $0?.value } + Array(figures.conditions.keys)
        + (figures.category == nil ? figures.columns.map(\.column.value) : [])
    }
    return Set(ofRecords + ofFigures)
  }
}
