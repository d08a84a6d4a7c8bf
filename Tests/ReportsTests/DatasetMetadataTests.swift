import Cartography
import Foundation
import FoundationXML
import Geometry
import Reports
import Testing

/// Metadata against the elements that the Dutch profile of ISO 19115 for geography requires.
///
/// Source of the list: Geonovum, Nederlands metadataprofiel op ISO 19115 voor geografie 2.1.0, chapter 2.
@Suite struct DatasetMetadataTests {
  static let full = DatasetMetadata(
    identifier: "0a1b2c3d-0000-8000-8000-000000000001",
    dataIdentifier: "0a1b2c3d-0000-8000-8000-000000000002", language: .nl,
    title: "Beeld <per> wijk & buurt",
    stamps: ["SYNTHETISCH", "CONCEPT"], abstract: "Kaarten.", purpose: "Een beeld.",
    date: "2024-12-31", metadataDate: "2026-11-30", isReleased: true,
    keywords: ["buurten", "wijken"], useLimitations: ["Niet voor besluiten.", "Verzonnen."],
    access: .open, scale: 25_000, extent: Box(minX: 4.2, minY: 51.5, maxX: 5.3, maxY: 52.4),
    places: ["Utrecht", "Tilburg"],
    formats: [DatasetMetadata.Format(name: "GeoPackage", version: "1.3")], lineage: "Gemaakt.",
    sources: ["CBS 2024"], organisation: "Gemeente Utrecht", email: "geo@voorbeeld.nl",
    licence: "https://creativecommons.org/licenses/by/4.0/deed.nl",
    address: "https://voorbeeld.nl/data")

  /// Each required element, and whether it holds a text or the value of a list.
  static let required: [(path: String, isCode: Bool)] = {
    let data = "identificationInfo/MD_DataIdentification/"
    let party = "CI_ResponsibleParty/"
    let mail = "contactInfo/CI_Contact/address/CI_Address/electronicMailAddress/CharacterString"
    let box = data + "extent/EX_Extent/geographicElement/EX_GeographicBoundingBox/"
    let scale = "spatialResolution/MD_Resolution/equivalentScale/MD_RepresentativeFraction/"
    let system = "referenceSystemInfo/MD_ReferenceSystem/referenceSystemIdentifier/RS_Identifier/"
    return [
      ("fileIdentifier/CharacterString", false), ("language/LanguageCode", true),
      ("hierarchyLevel/MD_ScopeCode", true),
      ("contact/" + party + "organisationName/CharacterString", false),
      ("contact/" + party + mail, false), ("contact/" + party + "role/CI_RoleCode", true),
      ("dateStamp/Date", false), ("metadataStandardName/CharacterString", false),
      ("metadataStandardVersion/CharacterString", false),
      (system + "code/CharacterString", false),
      (data + "citation/CI_Citation/title/CharacterString", false),
      (data + "citation/CI_Citation/date/CI_Date/date/Date", false),
      (data + "citation/CI_Citation/date/CI_Date/dateType/CI_DateTypeCode", true),
      (data + "citation/CI_Citation/identifier/MD_Identifier/code/CharacterString", false),
      (data + "abstract/CharacterString", false), (data + "status/MD_ProgressCode", true),
      (data + "pointOfContact/" + party + "organisationName/CharacterString", false),
      (data + "pointOfContact/" + party + mail, false),
      (data + "pointOfContact/" + party + "role/CI_RoleCode", true),
      (data + "descriptiveKeywords/MD_Keywords/keyword/CharacterString", false),
      (data + "resourceConstraints/MD_Constraints/useLimitation/CharacterString", false),
      (data + "resourceConstraints/MD_LegalConstraints/accessConstraints/MD_RestrictionCode", true),
      (data + "resourceConstraints/MD_LegalConstraints/otherConstraints/CharacterString", false),
      (data + scale + "denominator/Integer", false),
      (data + "language/LanguageCode", true), (data + "topicCategory/MD_TopicCategoryCode", false),
      (box + "westBoundLongitude/Decimal", false), (box + "eastBoundLongitude/Decimal", false),
      (box + "southBoundLatitude/Decimal", false), (box + "northBoundLatitude/Decimal", false),
      ("dataQualityInfo/DQ_DataQuality/scope/DQ_Scope/level/MD_ScopeCode", true),
      ("dataQualityInfo/DQ_DataQuality/lineage/LI_Lineage/statement/CharacterString", false),
    ]
  }()

  @Test func everyRequiredElementIsThere() throws {
    let tree = try XMLTree(Self.full.xml)
    for (path, isCode) in Self.required {
      let found = tree.elements["MD_Metadata/" + path] ?? []
      #expect(!found.isEmpty, "\(path)")
      for element in found {
        let value = isCode ? element.attributes["codeListValue"] ?? "" : element.text
        #expect(!value.isEmpty, "\(path)")
      }
    }
    #expect(Self.full.open.isEmpty)
    #expect(!tree.attributes.contains("gco:nilReason"))
  }

  @Test func valuesAreThoseOfTheProfile() throws {
    let tree = try XMLTree(Self.full.xml)
    func texts(_ path: String) -> [String] {
      (tree.elements["MD_Metadata/" + path] ?? []).map(\.text)
    }
    let data = "identificationInfo/MD_DataIdentification/"
    #expect(texts("metadataStandardName/CharacterString") == ["ISO 19115"])
    #expect(
      texts("metadataStandardVersion/CharacterString")
        == ["Nederlands metadata profiel op ISO 19115 voor geografie 2.1.0"])
    #expect(
      texts(data + "citation/CI_Citation/title/CharacterString")
        == ["SYNTHETISCH · CONCEPT · Beeld <per> wijk & buurt"])
    #expect(
      texts(data + "resourceConstraints/MD_LegalConstraints/otherConstraints/CharacterString") == [
        "Naamsvermelding verplicht, Gemeente Utrecht",
        "https://creativecommons.org/licenses/by/4.0/deed.nl",
      ])
    let box = data + "extent/EX_Extent/geographicElement/EX_GeographicBoundingBox/"
    #expect(texts(box + "westBoundLongitude/Decimal") == ["4.20000"])
    #expect(texts(box + "northBoundLatitude/Decimal") == ["52.40000"])
  }

  @Test func whatIsNotSaidIsMarkedAndNamed() throws {
    var metadata = Self.full
    metadata.organisation = nil
    metadata.email = nil
    metadata.licence = nil
    #expect(metadata.open == [.organisation, .email, .licence])
    let missing = try XMLTree(metadata.xml).elements.values.flatMap { $0 }.filter {
      $0.attributes["gco:nilReason"] == "missing"
    }
    // Twice a name and an address of mail, and the two parts of a licence.
    #expect(missing.count == 6)
    #expect(missing.allSatisfy { $0.text.isEmpty })
  }

  @Test(arguments: ["Alleen voor intern gebruik.", "Alleen voor partners."])
  func dataThatAreNotForEverybodyHaveNoLicence(words: String) throws {
    var metadata = Self.full
    metadata.access = .restricted(words)
    let text = String(decoding: metadata.xml, as: UTF8.self)
    #expect(!text.contains("creativecommons"))
    #expect(!text.contains("Naamsvermelding"))
    let path =
      "MD_Metadata/identificationInfo/MD_DataIdentification/resourceConstraints/MD_LegalConstraints/"
      + "otherConstraints/CharacterString"
    #expect(try XMLTree(metadata.xml).elements[path]?.map(\.text) == [words])
    metadata.licence = nil
    #expect(metadata.open.isEmpty)
  }

  @Test(arguments: [
    ("https://creativecommons.org/publicdomain/zero/1.0/deed.nl", "Geen beperkingen"),
    ("http://creativecommons.org/publicdomain/mark/1.0/", "Geen beperkingen"),
    (
      "https://creativecommons.org/licenses/by-sa/4.0/",
      "Gelijk Delen, Naamsvermelding verplicht, Gemeente Utrecht"
    ),
    (
      "https://creativecommons.org/licenses/by-nc-nd/4.0/",
      "Niet Commercieel, Geen Afgeleide Werken, Naamsvermelding verplicht, Gemeente Utrecht"
    ),
    ("https://voorbeeld.nl/licentie", "Geo Gedeeld licentie"),
  ])
  func licencesHaveTheWordsOfTheProfile(address: String, words: String) throws {
    var metadata = Self.full
    metadata.licence = address
    let path =
      "MD_Metadata/identificationInfo/MD_DataIdentification/resourceConstraints/MD_LegalConstraints/"
      + "otherConstraints/CharacterString"
    #expect(try XMLTree(metadata.xml).elements[path]?.map(\.text) == [words, address])
  }

  @Test func strangeTextStaysText() throws {
    var metadata = Self.full
    metadata.title = "a\u{0}b\u{7}<c>&amp;\"'\n\u{1F600}"
    metadata.keywords = ["]]>", ""]
    let tree = try XMLTree(metadata.xml)
    let path = "MD_Metadata/identificationInfo/MD_DataIdentification/citation/CI_Citation/title/"
    #expect(
      tree.elements[path + "CharacterString"]?.map(\.text)
        == ["SYNTHETISCH · CONCEPT · ab<c>&amp;\"'\n\u{1F600}"])
  }
}

/// The elements of a well-formed text of XML by their path, names without prefix.
final class XMLTree: NSObject, XMLParserDelegate {
  struct Element {
    var attributes: [String: String]
    var text = ""
  }
  struct NotWellFormed: Error {}

  private(set) var elements: [String: [Element]] = [:]
  private(set) var attributes: Set<String> = []
  private var path: [String] = []
  private var places: [Int] = []

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    guard parser.parse() else { throw parser.parserError ?? NotWellFormed() }
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?,
    qualifiedName: String?, attributes: [String: String]
  ) {
    path.append(name.split(separator: ":").last.map(String.init) ?? name)
    let key = path.joined(separator: "/")
    elements[key, default: []].append(Element(attributes: attributes))
    places.append((elements[key]?.count ?? 1) - 1)
    self.attributes.formUnion(attributes.keys)
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    guard let place = places.last else { return }
    elements[path.joined(separator: "/")]?[place].text += text
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    path.removeLast()
    places.removeLast()
  }
}
