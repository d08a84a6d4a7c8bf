/// Why a record was not placed, or was placed with a remark: the column `match_reden`.
///
/// Never holds a value of the record.
public enum MatchReason: String, Hashable, Sendable, CaseIterable {
  /// Placed without remark; written as nothing.
  case placed = ""
  /// Outside all areas, but placed in the nearest within the snap distance.
  case snapped = "bij_dichtstbijzijnde_gebied"
  /// Outside all areas; the distance to the nearest is written behind it.
  case outsideAreas = "buiten_de_gebieden"
  /// In an area of a gemeente that the study leaves out.
  case otherMunicipality = "andere_gemeente"
  /// The coordinate fields, or the code field, are empty.
  case empty = "leeg"
  /// A coordinate field holds something that is no number.
  case notANumber = "geen_getal"
  /// A coordinate is NaN or infinite.
  case notFinite = "niet_eindig"
  /// x and y, or longitude and latitude, stand in each other's column.
  case swappedAxes = "assen_verwisseld"
  /// RD metres in columns for longitude and latitude.
  case rdInLonLat = "rd_in_lon_lat_kolommen"
  /// Degrees in columns for RD metres.
  case lonLatInRD = "lon_lat_in_rd_kolommen"
  /// Not in or near the European Netherlands.
  case outsideNetherlands = "buiten_nederland"
  /// The code is none of this edition.
  case unknownCode = "onbekende_code"
  /// At a point of the user's list of special points, to be left out.
  case specialPointLeftOut = "bijzonder_punt_weggelaten"
  /// At a point of the user's list of special points: in a row of its own, or in the gemeente only.
  case specialPoint = "bijzonder_punt"
  /// In a study: placed by address, with a probability below the threshold; not counted in an area.
  case doubtful = "twijfel"
  /// In a study: no buurt was found for the address.
  case notFound = "geen"
  /// The record has fewer or more fields than the header.
  case ragged = "aantal_velden_wijkt_af"

  /// Whether records with this reason have an area.
  public var isPlaced: Bool { self == .placed || self == .snapped }
}
