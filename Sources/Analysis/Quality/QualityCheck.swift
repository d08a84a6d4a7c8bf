/// What is looked at. The raw value is the word in files, in Dutch.
public enum QualityCheck: String, Hashable, Sendable, CaseIterable {
  /// Cells of a column without anything in them.
  case emptyCells = "lege_cellen"
  /// Cells without anything in a column of which it is not known whether it has to be filled.
  case emptyOtherCells = "lege_cellen_overig"
  /// Areas without a figure.
  case missingFigures = "ontbrekende_cijfers"
  /// Records without an area.
  case unplaced = "niet_geplaatst"
  /// Rows that occur before in the same file, letter by letter.
  case duplicateRows = "dubbele_rijen"
  /// Areas with more than one row.
  case repeatedAreas = "dubbele_gebieden"
  /// Codes that the edition of the areas does not know.
  case unknownCodes = "onbekende_codes"
  /// Wholes that are smaller than their parts together, by more than rounding gives.
  case partsExceedWhole = "delen_boven_geheel"
  /// Wholes that are larger than their parts together, by more than rounding gives.
  case wholeExceedsParts = "geheel_boven_delen"
  /// Areas whose surface is not valid, or that overlap a neighbour or leave an opening.
  case boundaries = "grenzen"
  /// Numbers that cannot be, such as 104 percent, and codes that are none.
  case outsideDomain = "buiten_domein"
  /// Rows with more or fewer fields than the header.
  case raggedRows = "aantal_velden"
  /// Cells that are filled and cannot be read.
  case unreadableCells = "onleesbare_cellen"
  /// Rows of figures with something in the place of the code of an area that is none.
  case unreadableCodes = "onleesbare_codes"
  /// Cells with blanks before or behind what they hold.
  case paddedCells = "spaties_rondom"
  /// Records with a word that differs from a more frequent one in capitals or blanks alone.
  case spellings = "schrijfwijzen"
  /// Records whose place is found with a probability below the threshold.
  case doubtfulPlaces = "twijfelachtige_plaats"
  /// Records that are placed by less than a house number.
  case coarsePlaces = "grove_plaats"
  /// How precisely records are placed, by level.
  case placeLevels = "plaats_gevonden_op"
  /// How far records are expected to lie from their true places, by level.
  case placeErrors = "fout_van_plaats"
  /// Records at points that hold many.
  case stackedPoints = "gestapelde_punten"
  /// To which distance coordinates are rounded.
  case coordinateGrid = "raster_coordinaten"
  /// Records whose area may be another one, as far as their coordinates are rounded.
  case nearBoundary = "grens_binnen_afronding"
  /// Records that are expected to be in another area, by the rounding of their coordinates.
  case expectedElsewhere = "verwacht_in_ander_gebied"
  /// Records on points that hold much of the count of their area.
  case heapedPoints = "opeengehoopte_punten"
  /// Coordinates on whole hectometres.
  case roundCoordinates = "ronde_coordinaten"
  /// To which multiples counts of areas are rounded, as they tell themselves.
  case roundingBase = "afronding"
  /// Numbers that are multiples of ten.
  case roundNumbers = "ronde_getallen"
  /// Areas whose figure differs from those around it far more than others do.
  case unlikeNeighbours = "wijkt_af_van_buren"
  /// Areas whose figure changed far more than those of others.
  case unlikeEarlier = "wijkt_af_van_eerder"
  /// Dates on the first of January.
  case newYearDates = "datum_1_januari"
  /// Dates on the first of another month.
  case firstOfMonthDates = "datum_eerste_van_maand"
  /// Records that end before they begin.
  case endBeforeStart = "einde_voor_begin"
  /// Dates behind the peildatum.
  case futureDates = "datum_na_peildatum"
  /// Cells of columns with data of persons, or with where they come from or what they believe.
  case personalCells = "persoonsgegevens"
  /// How far the newest data lie before the peildatum.
  case age = "ouderdom"

  /// The element of quality that it is about.
  public var element: QualityElement {
    switch self {
    case .emptyCells, .emptyOtherCells, .missingFigures, .unplaced: .omission
    case .duplicateRows, .repeatedAreas: .commission
    case .unknownCodes, .partsExceedWhole, .wholeExceedsParts: .conceptualConsistency
    case .boundaries: .topologicalConsistency
    case .outsideDomain: .domainConsistency
    case .raggedRows, .unreadableCells, .unreadableCodes, .paddedCells, .spellings:
      .formatConsistency
    case .doubtfulPlaces, .coarsePlaces, .placeLevels, .heapedPoints, .roundCoordinates,
      .placeErrors, .stackedPoints, .coordinateGrid, .nearBoundary, .expectedElsewhere:
      .absoluteAccuracy
    case .roundingBase, .roundNumbers, .unlikeNeighbours, .unlikeEarlier: .quantitativeAccuracy
    case .newYearDates, .firstOfMonthDates: .timeAccuracy
    case .endBeforeStart: .temporalConsistency
    case .futureDates, .age: .temporalValidity
    case .personalCells: .usability
    }
  }

  /// The measure, by its name in ISO 19157 where it has one there.
  public var measure: String {
    switch element {
    case .omission: "rate of missing items"
    case .commission:
      self == .duplicateRows ? "number of duplicate feature instances" : "rate of excess items"
    case .conceptualConsistency:
      "non-compliance rate with respect to the rules of the conceptual schema"
    case .topologicalConsistency: "rate of items with a topological fault"
    case .domainConsistency: "value domain non-conformance rate"
    case .formatConsistency: "physical structure conflict rate"
    case .absoluteAccuracy:
      switch self {
      case .placeLevels: "level of placing"
      case .placeErrors: "positional uncertainties: median, 95 % and root mean square"
      case .coordinateGrid, .stackedPoints: "heaping of positions"
      default: "rate of positional uncertainties above a given threshold"
      }
    case .quantitativeAccuracy:
      self == .roundingBase ? "rounding base" : "rate of suspect attribute values"
    case .timeAccuracy: "heaping above expectation"
    case .temporalConsistency: "chronological order"
    case .temporalValidity: self == .age ? "age" : "rate of items outside the period"
    case .usability: "rate of items that may not be used"
    }
  }

  /// Whether it counts for a grade. What may well be right is pointed at only.
  public var isGraded: Bool {
    switch self {
    case .wholeExceedsParts, .roundNumbers, .unlikeNeighbours, .unlikeEarlier, .paddedCells,
      .heapedPoints, .emptyOtherCells, .placeLevels, .personalCells, .placeErrors, .stackedPoints,
      .coordinateGrid, .nearBoundary, .roundingBase:
      false
    default: true
    }
  }
}
