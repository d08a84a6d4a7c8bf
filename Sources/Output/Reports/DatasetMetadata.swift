public import Cartography
public import Geometry

/// What a data set is, for catalogues: after the Dutch profile of ISO 19115 for geography, version 2.1.0.
///
/// Source: Geonovum, Nederlands metadataprofiel op ISO 19115 voor geografie 2.1.0 (2020); the encoding is
/// that of ISO/TS 19139. What only an organisation can say, and did not, is there as an element that is
/// marked missing, and named in ``open``.
public struct DatasetMetadata: Hashable, Sendable {
  /// Something that only the organisation can say. The raw value is its key in a study file.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The name of the organisation.
    case organisation
    /// Where it is reached, for instance a mailbox of a department.
    case email
    /// Under which licence others may use the data: an address of the text. Data that are not for everybody have none.
    case licence
  }

  /// For whom the data are.
  public enum Access: Hashable, Sendable {
    /// For everybody.
    case open
    /// For some, or for nobody but who made them, in words: no licence is given, since that would let others use
    /// and pass on what they may not have.
    case restricted(String)
  }

  /// A form in which the data come.
  public struct Format: Hashable, Sendable {
    /// Its name, such as `GeoPackage`.
    public let name: String
    /// Its version.
    public let version: String

    /// Names a form.
    public init(name: String, version: String) {
      self.name = name
      self.version = version
    }
  }

  /// The identity of this description, a UUID.
  public var identifier: String
  /// The identity of the data, a UUID or an address.
  public var dataIdentifier: String
  /// The language of the texts and the data.
  public var language: Language
  /// The title; stamps go before it.
  public var title: String
  /// What everything made from the study bears.
  public var stamps: [String]
  /// What the data are.
  public var abstract: String
  /// What they are for.
  public var purpose: String
  /// The day to which they refer, as `2024-12-31`.
  public var date: String
  /// The day of this description.
  public var metadataDate: String
  /// Whether somebody released the data.
  public var isReleased: Bool
  /// Words by which they are found.
  public var keywords: [String]
  /// What they are not fit for.
  public var useLimitations: [String]
  /// For whom they are.
  public var access: Access
  /// The scale at which they are meant to be seen: the number below the line.
  public var scale: Int
  /// The extent in degrees; nil without areas.
  public var extent: Box?
  /// The names of the gemeenten.
  public var places: [String]
  /// The forms.
  public var formats: [Format]
  /// How they were made.
  public var lineage: String
  /// What went in, one line each.
  public var sources: [String]
  /// The name of the organisation.
  public var organisation: String?
  /// Where it is reached.
  public var email: String?
  /// The address of the licence.
  public var licence: String?
  /// Where the data can be had.
  public var address: String?

  /// Describes data.
  public init(
    identifier: String, dataIdentifier: String, language: Language, title: String,
    stamps: [String], abstract: String, purpose: String, date: String, metadataDate: String,
    isReleased: Bool, keywords: [String], useLimitations: [String], access: Access, scale: Int,
    extent: Box?, places: [String], formats: [Format], lineage: String, sources: [String],
    organisation: String?, email: String?, licence: String?, address: String?
  ) {
    self.identifier = identifier
    self.dataIdentifier = dataIdentifier
    self.language = language
    self.title = title
    self.stamps = stamps
    self.abstract = abstract
    self.purpose = purpose
    self.date = date
    self.metadataDate = metadataDate
    self.isReleased = isReleased
    self.keywords = keywords
    self.useLimitations = useLimitations
    self.access = access
    self.scale = scale
    self.extent = extent
    self.places = places
    self.formats = formats
    self.lineage = lineage
    self.sources = sources
    self.organisation = organisation
    self.email = email
    self.licence = licence
    self.address = address
  }

  /// The fields that the organisation has to fill in.
  public var open: [Field] {
    Field.allCases.filter { field in
      switch field {
      case .organisation: organisation == nil
      case .email: email == nil
      case .licence: licence == nil && access == .open
      }
    }
  }

  /// The words that the profile has for a licence, beside its address.
  var licenceWords: String? {
    guard let licence else { return nil }
    let owner = organisation ?? "bronhouder"
    // The longer addresses go first: each of them begins as a shorter one.
    let kinds = [
      ("publicdomain/mark/", "Geen beperkingen"), ("publicdomain/zero/", "Geen beperkingen"),
      ("licenses/by-nc-sa/", "Niet Commercieel, Gelijk Delen, Naamsvermelding verplicht, \(owner)"),
      (
        "licenses/by-nc-nd/",
        "Niet Commercieel, Geen Afgeleide Werken, Naamsvermelding verplicht, \(owner)"
      ),
      ("licenses/by-nc/", "Niet Commercieel, Naamsvermelding verplicht, \(owner)"),
      ("licenses/by-nd/", "Geen Afgeleide Werken, Naamsvermelding verplicht, \(owner)"),
      ("licenses/by-sa/", "Gelijk Delen, Naamsvermelding verplicht, \(owner)"),
      ("licenses/by/", "Naamsvermelding verplicht, \(owner)"),
    ]
    let known = kinds.first { licence.contains("://creativecommons.org/" + $0.0) }
    return known?.1 ?? "Geo Gedeeld licentie"
  }
}
