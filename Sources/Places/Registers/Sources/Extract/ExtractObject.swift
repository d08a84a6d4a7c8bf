internal import Geometry

/// What is taken of one voorkomen of an object in an extract.
struct ExtractObject {
  /// The kinds of objects that matter here, as the names of files have them.
  enum Kind: String, CaseIterable {
    case woonplaats = "WPL"
    case openbareRuimte = "OPR"
    case nummeraanduiding = "NUM"
    case verblijfsobject = "VBO"
    case ligplaats = "LIG"
    case standplaats = "STA"

    /// The kind of an element, by its name without prefix.
    init?(element: Substring) {
      switch element {
      case "Woonplaats": self = .woonplaats
      case "OpenbareRuimte": self = .openbareRuimte
      case "Nummeraanduiding": self = .nummeraanduiding
      case "Verblijfsobject": self = .verblijfsobject
      case "Ligplaats": self = .ligplaats
      case "Standplaats": self = .standplaats
      default: return nil
      }
    }
  }

  let kind: Kind
  var identification = ""
  var name = ""
  var shortName = ""
  var postcode = ""
  var number = ""
  var letter = ""
  var addition = ""
  var status = ""
  /// The voorkomen has an end or is no longer part of the register.
  var isPast = false
  /// The openbare ruimte and woonplaats in which the object lies; empty when the object names none.
  var street = ""
  var place = ""
  /// The main address first.
  var addresses: [String] = []
  /// The first pand.
  var pand = ""
  /// Metres in RD New; of a surface the mean of its corners.
  var position: Position?

  init(_ kind: Kind) { self.kind = kind }
}
