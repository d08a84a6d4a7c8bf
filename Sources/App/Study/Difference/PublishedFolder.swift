internal import Bytes
internal import Comparison
internal import Exports
internal import Foundation
internal import GeoJSON
internal import Geometry

/// The folder of an earlier run, read back: its maps and what they were made of, each file as it is listed.
struct PublishedFolder {
  /// One map.
  struct Map {
    let id: String
    let title: String
    let unit: String
    let codes: [String]
    let names: [String]
    let gemeentecodes: [String]
    let figures: [PublishedFigure]
    let statuses: [String]
    let surfaces: [MultiPolygon]
    let classes: [Double]
    let isSynthetic: Bool
  }

  /// What the metadata of a map tells.
  private struct Header: Decodable {
    struct Metadata: Decodable {
      let indicator: String
      let title: String
      let unit: String
      let audience: String
      let edition: String
      let peildatum: String
      let language: String
      let classes: [Double]
    }
    let metadata: Metadata
  }

  private struct Record: Decodable {
    struct Input: Decodable {
      let role: String
      let name: String
      let sha256: String?
      let hmac: String?

      enum CodingKeys: String, CodingKey {
        case role, name, sha256
        case hmac = "hmac_sha256"
      }
    }
    let inputs: [Input]
    let provisional: [String]?
    let keyID: String?
    let concept: Bool?

    enum CodingKeys: String, CodingKey {
      case inputs, provisional, concept
      case keyID = "key_id"
    }
  }

  let path: String
  let maps: [Map]
  let audience: String
  let edition: String
  let peildatum: String
  let language: String
  /// Whether nobody has released the results, as far as they tell.
  let isConcept: Bool
  /// Whether the study said of some figures that their source may still change them.
  let isProvisional: Bool
  /// What has to be known about the folder, for people; nil when all that was read is as listed.
  let remark: String?
  /// The frozen scale of each index by the id of its layer, in a form that is the same for the same scale.
  let scales: [String: Data]
  private let definitions: [String: String]
  private let indexDefinitions: [String: String]
  /// How each index was made, by the id of its layer, without its classes; and its members.
  private let methods: [String: (method: String, members: [String])]
  private let study: String?
  /// By what each file is known that figures come from, by its role: also the study, which says what of a file
  /// is taken. Nil of one that is not known again by what is told.
  private let sources: [(role: String, identity: String?)]

  private static let columns: Set<String> = [
    "code", "naam", "gemeentecode", "waarde", "status", "teller", "noemer", "synthetisch",
  ]

  /// - Throws: ``StudyDifference/Failure``, ``VerifiedFolder/Failure`` or `FileError`.
  init(_ path: String) throws {
    guard PathTarget.exists("\(path)/\(StudyExport.mark)") else {
      throw StudyDifference.Failure.noResult(path)
    }
    let folder = try ListedFolder(path)
    let told = Data(try folder.contents(of: StudyExport.mark))
    guard let record = try? JSONDecoder().decode(Record.self, from: told) else {
      throw StudyDifference.Failure.noResult(path)
    }
    let names = PublishedFiles.maps(in: path)
    try folder.check(names, areAll: PublishedFiles.isMap)
    var maps: [Map] = []
    var first: Header.Metadata?
    for name in names {
      let (map, header) = try Self.map(try folder.contents(of: name), path: "\(path)/\(name)")
      maps.append(map)
      first = first ?? header
    }
    guard let first else { throw StudyDifference.Failure.noMaps(path) }
    self.path = path
    self.maps = maps
    audience = first.audience
    edition = first.edition
    peildatum = first.peildatum
    language = first.language
    isConcept = record.concept ?? true
    isProvisional = record.provisional?.isEmpty == false
    definitions = Dictionary(
      record.inputs.compactMap { input in
        PublishedFiles.indicator(role: input.role, name: input.name).map {
          ($0, input.sha256 ?? "")
        }
      }, uniquingKeysWith: { first, _ in first })
    indexDefinitions = Dictionary(
      record.inputs.filter { $0.role == "index" }.map {
        ("index_" + $0.name.replacing(".yaml", with: ""), $0.sha256 ?? "")
      }, uniquingKeysWith: { first, _ in first })
    study = record.inputs.first { $0.role == "study" }?.sha256
    let indices = try Self.indices(in: folder, path: path)
    scales = Self.scales(of: indices)
    methods = Self.methods(of: indices)
    remark = folder.remark
    sources = record.inputs.filter { !$0.role.hasPrefix("indicator") }.map { input in
      (
        input.role,
        input.sha256 ?? input.hmac.flatMap { hmac in record.keyID.map { "\($0) \(hmac)" } }
      )
    }
  }

  /// Whether figures of two runs come from other files; nil when of some of them that is not told, and the
  /// others are the same.
  static func areOther(_ before: PublishedFolder, _ after: PublishedFolder) -> Bool? {
    func way(_ identity: String) -> Substring {
      identity.firstIndex(of: " ").map { identity[..<$0] } ?? ""
    }
    let roles = Dictionary(
      grouping: before.sources.map { ($0.role, false, $0.identity) }
        + after.sources.map { ($0.role, true, $0.identity) }, by: \.0)
    var isKnown = true
    for (_, files) in roles {
      let identities = files.compactMap(\.2)
      guard files.contains(where: \.1), files.contains(where: { !$0.1 }) else { return true }
      guard identities.count == files.count, Set(identities.map(way)).count == 1 else {
        isKnown = false
        continue
      }
      if Set(files.filter(\.1).compactMap(\.2)) != Set(files.filter { !$0.1 }.compactMap(\.2)) {
        return true
      }
    }
    return isKnown ? false : nil
  }

  /// What defines an indicator, in a form that is the same for the same definition: the hash of its file;
  /// of an index its method, scale and weights with the files of its members; of what else is defined in
  /// the study the hash of that.
  func definition(of id: String) -> String? {
    if let file = definitions[id] { return file }
    guard let index = methods[id] else { return study }
    return index.members.reduce(index.method) { $0 + " " + (definitions[$1] ?? study ?? "") }
  }

  /// The hash of the file that defines an indicator or index; nil when the study itself does.
  func fileOfDefinition(of id: String) -> String? { definitions[id] ?? indexDefinitions[id] }

  private static func scales(of indices: [[String: Any]]) -> [String: Data] {
    var scales: [String: Data] = [:]
    for index in indices {
      guard let layer = index["layer"] as? String, let frames = index["frames"] else { continue }
      scales[layer] = try? JSONSerialization.data(withJSONObject: frames, options: .sortedKeys)
    }
    return scales
  }

  /// What `referentie.json` has of each index; nothing when the results have none.
  private static func indices(in folder: ListedFolder, path: String) throws -> [[String: Any]] {
    let name = StudyExport.reference
    let isThere = PathTarget.exists("\(path)/\(name)")
    try folder.check(isThere ? [name] : [], areAll: { $0 == name })
    guard isThere else { return [] }
    let bytes = try folder.contents(of: name)
    let root = try? JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
    return root?["indices"] as? [[String: Any]] ?? []
  }

  private static func methods(
    of indices: [[String: Any]]
  ) -> [String: (method: String, members: [String])] {
    var methods: [String: (method: String, members: [String])] = [:]
    for index in indices {
      var method = index
      method["breaks"] = nil
      guard let layer = index["layer"] as? String,
        let bytes = try? JSONSerialization.data(withJSONObject: method, options: .sortedKeys)
      else { continue }
      let members = (index["frames"] as? [[String: Any]] ?? []).flatMap { frame in
        (frame["members"] as? [[String: Any]] ?? []).compactMap { $0["indicator"] as? String }
      }
      methods[layer] = (String(decoding: bytes, as: UTF8.self), Set(members).sorted())
    }
    return methods
  }

  private static func map(_ bytes: [UInt8], path: String) throws -> (Map, Header.Metadata) {
    guard let collection = try? GeoJSONReader.read(bytes, propertyNames: columns),
      let header = try? JSONDecoder().decode(Header.self, from: Data(bytes)).metadata
    else { throw StudyDifference.Failure.badMap(path) }
    let count = collection.features.count
    let values = collection.numbers("waarde")
    let statuses = collection.texts("status")
    let numerators = collection.numbers("teller")
    let denominators = collection.numbers("noemer")
    return (
      Map(
        id: header.indicator, title: header.title, unit: header.unit,
        codes: collection.texts("code"),
        names: collection.texts("naam"), gemeentecodes: collection.texts("gemeentecode"),
        figures: (0..<count).map { place in
          PublishedFigure(
            value: statuses[place] == "ok" ? values[place] : nil, numerator: numerators[place],
            denominator: denominators[place])
        }, statuses: statuses,
        surfaces: (0..<count).map(collection.surface), classes: header.classes,
        isSynthetic: collection.column("synthetisch").contains(.bool(true))), header
    )
  }
}
