internal import CSV
internal import Fetching
internal import Study

/// The sentences for errors: where, what was given, what is allowed, what to do.
enum ErrorText {
  /// The sentence for an error of ours, or nil for one of the argument parser.
  static func sentence(_ error: any Error) -> String? {
    if let problem = error as? PlacementOption.Problem { return problem.sentence }
    if let text = StatisticsProblem.sentence(error) { return text }
    if let problem = error as? ClusterProblem { return problem.sentence }
    if let problem = error as? NamedColumns.Problem { return problem.sentence }
    if let error = error as? FetchError { return error.sentence }
    if let failure = error as? SourceCatalogue.Failure { return failure.sentence }
    return ErrorSentence.text(error)
  }
}

extension PlacementOption.Problem {
  var sentence: String {
    switch self {
    case .malformed(let option):
      "--columns '\(option)': write x=…,y=… or lon=…,lat=… or buurtcode=…, with names of columns."
    case .oneColumnTwice(let option):
      "--columns '\(option)': one column cannot be both coordinates. Name two."
    case .malformedAddress(let option):
      "--columns '\(option)': write postcode=…,street=…,number=…,letter=…,addition=…,place=…,"
        + "address=…,bag=…, with names of columns; not all are needed."
    case .unknownColumn(let column, let known):
      "--columns: there is no column '\(column)'. \(known.sentence)"
    case .repeatedColumn(let column, let places):
      "--columns: \(places.count) columns are called '\(column)': column "
        + places.map { "\($0)" }.joined(separator: " and column ")
        + ". Give each a name of its own in the file."
    case .severalPlaces(let path, let columns):
      "\(path): columns \(columns.map { "\($0)" }.joined(separator: " and ")) have the same name, so that it is "
        + "not sure which says where a record belongs. Give each a name of its own in the file, or "
        + "name others with --columns x=…,y=…."
    case .notFound(let path, let known):
      "\(path): no columns say where a record belongs. Name them with --columns x=…,y=… "
        + known.sentence
    }
  }
}
