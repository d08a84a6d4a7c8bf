internal import Quality

extension QualityFinding {
  /// How many areas or rows are named at most.
  static let mostNamed = 10

  /// The numbers of the result, each where it is one of its kind.
  var parts: (count: Int?, of: Int?, expected: Double?, months: Int?) {
    switch result {
    case .share(let count, let total): (count, total, nil, nil)
    case .heap(let count, let total, let expected): (count, total, expected, nil)
    case .months(let months): (nil, nil, nil, months)
    case .distance(_, let count, let total): (count, total, nil, nil)
    case .base: (nil, nil, nil, nil)
    }
  }

  /// The expected error of places; nil when it is about something else, or cannot be said.
  var error: PositionalError? {
    if case .distance(let error, _, _) = result { error } else { nil }
  }

  /// To multiples of what counts are rounded; nil when it is about something else.
  var base: Int? {
    if case .base(let base) = result { base } else { nil }
  }

  /// The codes of the first areas that are faulty.
  var namedAreas: ArraySlice<String> { areas.prefix(Self.mostNamed) }

  /// The numbers of the first rows that are faulty.
  var namedRows: ArraySlice<Int> { rows.prefix(Self.mostNamed) }

  /// How many more there are than those that are named; 0 when none is.
  var unnamed: Int {
    let named = max(namedAreas.count, namedRows.count)
    return named == 0 ? 0 : max((parts.count ?? named) - named, 0)
  }
}
