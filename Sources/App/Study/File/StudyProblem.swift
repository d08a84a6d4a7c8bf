public import CSV

/// Something wrong in a YAML file, as facts; ``text`` makes the one sentence for people.
public struct StudyProblem: Error, Hashable, Sendable {
  /// What is wrong.
  public enum Fact: Hashable, Sendable {
    /// The file cannot be read at all.
    case unreadable(reason: String)
    /// The YAML itself is not well-formed.
    case notYAML(reason: String)
    /// The key is not known here.
    case unknownKey(String, nearest: String?, known: [String])
    /// The key is required.
    case missingKey(String)
    /// The value is of another kind.
    case wrongType(key: String, expected: String)
    /// The word is none of those allowed.
    case unknownWord(key: String, given: String, nearest: String?, allowed: [String])
    /// The same id twice.
    case duplicate(key: String, given: String)
    /// A file that is named does not exist.
    case missingFile(String)
    /// A file that is named cannot be used.
    case unusableFile(String, reason: String)
    /// A file lacks a column.
    case missingColumn(String, file: String, nearest: String?, known: ColumnNames)
    /// Several columns of a file have the same name; their places, counted from 1.
    case repeatedColumn(file: String, columns: [Int])
    /// No columns say where a record belongs.
    case noPlace(file: String, known: ColumnNames)
    /// Records are to be placed by address, and the study names no register.
    case missingRegister(records: String)
    /// The register is of another edition than the study, or does not say of which.
    case registerEdition(given: Int?, wanted: Int)
    /// No columns hold an address.
    case noAddress(file: String, known: ColumnNames)
    /// Two columns have names for the same part of an address.
    case severalAddressColumns(role: String, file: String, columns: [String])
    /// An address is for placing alone.
    case addressColumn(String, records: String)
    /// A column that says whose a record is, is not told, so no table can be by it.
    case contributorAsCategory(String, records: String)
    /// The key belongs to another way of placing.
    case otherPlace(key: String, isByAddress: Bool)
    /// Records that say the code of their area have no points.
    case pointsOfCodes(records: String)
    /// The figures or areas are of another edition than the study.
    case otherEdition(given: String, wanted: Int)
    /// Figures are of another edition, and no crosswalk is named.
    case noCrosswalk(given: Int, wanted: Int, command: String)
    /// Records say codes of areas of another edition than the study.
    case recordsOfOtherEdition(records: String, given: Int, wanted: Int, command: String)
    /// The crosswalk is not from the areas of the figures to those of the study.
    case otherCrosswalk(given: String, wanted: String)
    /// A figure that cannot be converted as it is given.
    case notConvertible(String, isMedian: Bool)
    /// The column holds data that may not be used as input.
    case blockedColumn(String, ground: String)
    /// The column of records holds personal data.
    case personalData(records: String, column: String, kind: String)
    /// A column of records that the study does not read holds personal data.
    case unreadPersonalData(records: String, column: String, kind: String)
    /// Words that go into results, under a key or in a file, hold personal data.
    case personInText(String, kinds: String)
    /// An indicator needs records that the study does not name.
    case missingRecords(indicator: String, records: String)
    /// An indicator needs a column of records that is not there.
    case missingRecordColumn(indicator: String, records: String, column: String)
    /// Two indicators, tables or heatmaps read one column of records as something else.
    case columnOfTwoKinds(String, records: String, uses: [ColumnUse])
    /// Records are counted at levels of which one is not made of the areas of the other, without being placed
    /// in both, for an audience from which counts are hidden.
    case levelsApart(records: String, first: String, second: String)
    /// The key has no meaning for the statistic of a pattern.
    case otherStatistic(key: String, statistic: String)
    /// The name of a file with words about an area is no code of an area of the study.
    case notNamedAfterArea(file: String, nearest: String?)
    /// A text is too long, or is not UTF-8.
    case unsuitableText(file: String, most: Int)
    /// A trend needs a table with years or quarters.
    case tableWithoutPeriods(table: String, isByMonth: Bool)
    /// A table with categories needs the name of one, and only such a table.
    case categoryOfTable(table: String, isMissing: Bool)
    /// What a heatmap is asked for is not possible or not allowed; the sentence says why.
    case heatmapSettings(String)
    /// A column shows that the records of a heatmap are homes or persons.
    case heatmapOfHomes(column: String, records: String)
    /// A heatmap needs coordinates.
    case heatmapWithoutCoordinates(records: String)
    /// Two heatmaps hold the same records, for an audience from which records are hidden.
    case overlappingHeatmaps(first: String, records: String)
    /// Two names for the same records, for an audience from which counts are hidden.
    case sameRecords(first: String, second: String)
    /// Figures said to be open are the table of counts or records of which small numbers are hidden.
    case countsAsOpen(hidden: String, open: String)
    /// Figures said to be open are a table of which an earlier publication hid counts.
    case toldAsCounts(figures: String, entry: Int, ledger: String)
    /// Names of areas in a file that are not those of one area.
    case doubtfulNames([DoubtfulAreaName], level: String, file: String)
    /// No row of a column with names has that of an area.
    case noNames(column: String, level: String, file: String)
    /// Areas with several rows in a delivery of counts.
    case repeatedAreas([String], file: String)
    /// Open figures that have different values for one area.
    case contradictoryRows([String], file: String)
    /// An indicator would be counted from records and from delivered counts.
    case countedTwice(indicator: String, records: String)
    /// Delivered counts are not what they may be, or not together.
    case deliveryRule(DeliveryRule)
    /// Distances to records that are not open, for an audience from which records are hidden.
    case pointsNotOpen(indicator: String, records: String)
    /// Distances need coordinates.
    case pointsWithoutCoordinates(indicator: String, records: String)
    /// A figure that neither the catalogue of columns nor the study knows.
    case unknownFigure(indicator: String, column: String, nearest: String?)
    /// Figures that an indicator cannot do without and nothing has.
    case absentFigures(AbsentFigures)
    /// No area has a figure for an indicator that is to be shown.
    case emptyIndicator(String, level: String, columns: [String])
    /// An indicator is made of what the catalogue has under another subject than the part of resilience
    /// that it says.
    case otherSubject(column: String, indicator: String, subject: String)
    /// All areas have the same figure for an indicator that is to be shown.
    case constantIndicator(String, level: String, count: Int, columns: [String])
    /// Numbers of different units are put together.
    case unitError(UnitError)
    /// Indicators that are made of each other.
    case cycle([String])
    /// An index is not what an index may be.
    case indexRule(IndexRule)
    /// A list of sectors is not what one may be.
    case sectorRule(SectorRule)
    /// The data may not be used so.
    case governance(GovernanceRule)
    /// The level is not among the areas.
    case missingLevel(String, known: [String])
  }

  /// The file, as the user named it.
  public let path: String
  /// The line, counted from 1; 0 when the problem is of the file as a whole.
  public let line: Int
  /// The column, counted from 1.
  public let column: Int
  /// What is wrong.
  public let fact: Fact

  /// States a problem.
  public init(path: String, line: Int, column: Int, fact: Fact) {
    self.path = path
    self.line = line
    self.column = column
    self.fact = fact
  }

  /// Where, what was given, what is allowed and what to do.
  public var text: String {
    let place = line > 0 ? "\(path):\(line):\(column)" : path
    return "\(place): \(sentence)"
  }
}

/// All that is wrong with a study, found before anything was written.
public struct StudyProblems: Error, Hashable, Sendable {
  /// The problems in order of place; at least one.
  public let problems: [StudyProblem]

  /// Whether the study file itself cannot be read at all.
  public var areUnreadable: Bool {
    problems.contains { if case .unreadable = $0.fact { true } else { false } }
  }

  init(_ problems: [StudyProblem]) {
    self.problems = problems.sorted {
      ($0.path, $0.line, $0.column) < ($1.path, $1.line, $1.column)
    }
  }
}
