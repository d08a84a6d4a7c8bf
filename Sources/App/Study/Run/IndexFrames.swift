internal import Areas
internal import Composites
internal import Disclosure
internal import Tabulation

/// With which areas each area of a level is compared, where gemeenten do not tell.
struct IndexFrames {
  /// The column with the density of addresses.
  static let urbanityColumn = "omgevingsadressendichtheid"

  /// The least number of addresses per km² of each class of urbanity, the most urban first: those of CBS.
  private static let urbanity: [(least: Double, name: String)] = [
    (2_500, "stedelijkheid 1"), (1_500, "stedelijkheid 2"), (1_000, "stedelijkheid 3"),
    (500, "stedelijkheid 4"), (0, "stedelijkheid 5"),
  ]

  /// The least number of inhabitants of each class of size, the largest first.
  private static let sizes: [(least: Double, name: String)] = [
    (250_000, "250.000 inwoners of meer"), (100_000, "100.000 tot 250.000 inwoners"),
    (50_000, "50.000 tot 100.000 inwoners"), (20_000, "20.000 tot 50.000 inwoners"),
    (0, "minder dan 20.000 inwoners"),
  ]

  private let published: [AreaLevel: PublishedTable]

  init(_ published: [AreaLevel: PublishedTable]) {
    self.published = published
  }

  /// The frame of each area of a level, nil for one of which it is not known; nil when gemeenten tell.
  func names(_ frame: IndexDefinition.Frame, level: AreaLevel) -> [String?]? {
    guard let table = published[level] else { return nil }
    switch frame {
    case .study, .gemeente, .country: return nil
    case .urbanity:
      let density = table.columns[Self.urbanityColumn]?.figures
      return table.codes.indices.map { place in
        density?[place].number.flatMap { Self.name(of: $0, in: Self.urbanity) }
      }
    case .size:
      let inhabitants = inhabitants(of: table)
      return table.gemeentecodes.map { code in
        inhabitants[code].flatMap { Self.name(of: $0, in: Self.sizes) }
      }
    }
  }

  /// The inhabitants of each gemeente, from its own row or else from those of its areas.
  private func inhabitants(of table: PublishedTable) -> [String: Double] {
    for source in [published[.gemeente], table].compactMap(\.self) {
      var sums: [String: Double] = [:]
      let figures = source.columns[StudyComparison.inhabitantsColumn]?.figures ?? []
      for (code, figure) in zip(source.gemeentecodes, figures) {
        if let number = figure.number { sums[code, default: 0] += number }
      }
      if !sums.isEmpty { return sums }
    }
    return [:]
  }

  private static func name(
    of number: Double, in classes: [(least: Double, name: String)]
  ) -> String? {
    classes.first { number >= $0.least }?.name
  }
}
