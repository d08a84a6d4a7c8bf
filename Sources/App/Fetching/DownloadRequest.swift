/// A file to fetch, and what is known of it beforehand.
public struct DownloadRequest: Hashable, Sendable {
  /// What a file is to be, by its first bytes.
  public enum Content: String, Hashable, Sendable, CaseIterable {
    /// A zip archive; an XLSX workbook is one too.
    case zip
    /// A GeoPackage.
    case gpkg
    /// Text in rows and columns.
    case csv
    /// Pages of JSON of an OData v3 service.
    case odata
    /// Pages of GeoJSON of an OGC API.
    case ogc
  }

  /// The address, `https://…`.
  public var address: String
  /// What it is to be.
  public var content: Content
  /// The size in bytes, when the source names it.
  public var size: Int?
  /// The SHA-256 in hexadecimal letters, when the source names it.
  public var sha256: String?
  /// The most that is taken, in bytes.
  public var maximumSize: Int

  /// Makes a request; at most 4 GiB unless told otherwise.
  public init(
    address: String, content: Content, size: Int? = nil, sha256: String? = nil,
    maximumSize: Int = 4 << 30
  ) {
    self.address = address
    self.content = content
    self.size = size
    self.sha256 = sha256
    self.maximumSize = maximumSize
  }
}
