/// The reference system that the obsolete member `crs` names.
struct DeclaredSystem {
  /// The name as it is written.
  let text: String
  /// The EPSG number, CRS84 as 4326; nil when the name is of another form.
  let epsg: Int?

  /// Understands `urn:ogc:def:crs:EPSG::28992`, `EPSG:28992`,
  /// `http://www.opengis.net/def/crs/EPSG/0/28992`, CRS84 in the same forms, and a bare number.
  init(_ text: String) {
    self.text = text
    let parts = text.uppercased().split(whereSeparator: { ":/#".contains($0) }).map(String.init)
    if parts.last == "CRS84" {
      epsg = 4326
    } else if parts.count == 1 || parts.contains("EPSG"), let last = parts.last,
      last.utf8.count <= 7, last.utf8.allSatisfy({ $0 &- 0x30 <= 9 })
    {
      epsg = Int(last)
    } else {
      epsg = nil
    }
  }
}

extension CollectionReading {
  /// Reads the value of `crs`; nil when it is `null`.
  mutating func declaredSystem() throws(GeoJSONError) -> DeclaredSystem? {
    guard try cursor.peek(.value) == UInt8(ascii: "{") else {
      switch try cursor.scalar() {
      case .null: return nil
      case .text(let text): return DeclaredSystem(text)
      default: throw .wrongMember("crs", feature: nil, expected: .object)
      }
    }
    var name: String?
    var more = try cursor.openObject()
    while more {
      if try cursor.memberName() == "properties", try cursor.peek(.value) == UInt8(ascii: "{") {
        name = try systemName() ?? name
      } else {
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
    return DeclaredSystem(name ?? "")
  }

  private mutating func systemName() throws(GeoJSONError) -> String? {
    var name: String?
    var more = try cursor.openObject()
    while more {
      switch try cursor.memberName() {
      case "name", "href":
        name = try cursor.scalar().text
      case "code":
        let code = try cursor.scalar()
        if case .integer(let number) = code { name = String(number) } else { name = code.text }
      default:
        try cursor.skipValue()
      }
      more = try cursor.nextMember()
    }
    return name
  }
}
