internal import Disclosure
internal import Geocoding
internal import Governance
internal import Linkage

/// What the provenance of a linkage tells, beside what that of a study tells too.
struct LinkageRecord: Decodable {
  /// What a claim about the registers says of all of them.
  struct Claims: Decodable {
    let dataClass: String

    enum CodingKeys: String, CodingKey { case dataClass = "data_class" }
  }

  private enum Product: String, Decodable { case linkage }

  private let product: Product
  /// Who made it; nil when that is not said.
  let author: String?
  /// The first and last year, as `2019-2024`.
  let years: String
  /// The names of the schemes.
  let schemes: [String]
  /// The impact assessment under which it was made.
  let dpia: String
  /// The last day on which it may be made or released, as `2027-12-31`; nil when that is not said.
  let expires: String?
  /// Nil when nothing is claimed, because the registers are made up.
  let data: Claims?
}

extension LinkageRun.Request {
  /// What is released of the linkage.
  var work: ReleasedWork? {
    ReleasedWork(
      schemes: schemes.map(\.name), years: years.first...years.last,
      audience: (declaration?.audience ?? .openbaar).rawValue, author: author,
      expires: declaration?.expires?.text, dataClass: declaration?.dataClass, dpia: dpia)
  }
}

extension VerifiedFolder {
  /// What is released of the linkage whose results these are; nil of a study.
  var linkageWork: ReleasedWork? {
    guard let linkage else { return nil }
    let years = linkage.years.split(separator: "-").compactMap { Int($0) }
    guard let first = years.first, let last = years.last, first <= last else { return nil }
    return ReleasedWork(
      schemes: linkage.schemes, years: first...last, audience: audience, author: linkage.author,
      expires: linkage.expires,
      dataClass: linkage.data.flatMap { DataClass(rawValue: $0.dataClass) },
      dpia: linkage.dpia)
  }

  /// Which of the inputs may be the file at a path, of which provenance has the names alone.
  func neighbours(of path: String) -> [String] {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return inputs.contains { $0.name == name } ? [path] : []
  }
}

extension ReleasedWork {
  /// - Parameter dataClass: nil when nothing is claimed about the registers, because they are made up.
  fileprivate init?(
    schemes: [String], years: ClosedRange<Int>, audience: String, author: String?,
    expires: String?, dataClass: DataClass?, dpia: String
  ) {
    guard let last = RecordDate("\(years.upperBound)-12-31") else { return nil }
    self.init(
      kind: .linkage,
      name: "\(schemes.joined(separator: ", ")) \(years.lowerBound)-\(years.upperBound)",
      audience: audience, author: author, peildatum: last,
      expires: expires.flatMap { RecordDate($0) },
      dataClass: dataClass ?? .open, assessments: [dpia])
  }
}

extension StudyRelease {
  /// Releases the concept of a linkage in a folder.
  /// - Throws: ``Failure``, or `VerifiedFolder.Failure` when its provenance is not that of a linkage.
  public init(
    ofLinkage folder: VerifiedFolder, by: String, role: String, date: String, dpia: String?,
    advice: String
  ) throws {
    guard let work = folder.linkageWork else {
      throw VerifiedFolder.Failure.badProvenance("\(folder.path)/\(StudyResults.mark)")
    }
    try self.init(folder, of: work, by: by, role: role, date: date, dpia: dpia, advice: advice)
  }

  /// Makes sure that this releases what a linkage is, as far as that is known before registers are read.
  /// - Parameter path: where the release was read.
  /// - Throws: ``Failure``.
  func check(_ request: LinkageRun.Request, path: String) throws(Failure) {
    guard let work = request.work else { throw .otherLinkage(path) }
    try check(work, path: path, today: Today.latest)
  }
}
