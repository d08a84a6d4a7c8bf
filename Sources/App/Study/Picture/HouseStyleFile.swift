internal import Bytes
internal import Cartography
public import Pictures

/// Reads a house style: a YAML file with `font`, `title_color`, `accent_color` and `logo`.
public enum HouseStyleFile {
  /// The style in the file at `path`; the logo is looked for beside it.
  /// - Throws: ``StudyProblems`` with all that is wrong, ``PictureFailure`` or `FileError`.
  public static func read(_ path: String) throws -> HouseStyle {
    let document = YAMLDocument(path: path)
    guard let root = document.root() else { throw StudyProblems(document.problems) }
    root.allow(["font", "title_color", "accent_color", "logo"])
    var style = HouseStyle()
    if let font = root.text("font") { style.font = font }
    if let color = color(root, "title_color", least: 4.5) { style.titleColor = color }
    if let color = color(root, "accent_color", least: 3) { style.accentColor = color }
    let logo = root.text("logo")
    guard document.problems.isEmpty else { throw StudyProblems(document.problems) }
    if let logo { style.logo = try self.logo(Folder(ofFile: path).resolve(logo)) }
    return style
  }

  private static func color(_ root: YAMLMap, _ key: String, least: Double) -> Color? {
    guard let text = root.text(key) else { return nil }
    if let color = Color(hex: text), HouseStyle.contrast(color) >= least { return color }
    root.document.note(
      .wrongType(
        key: key,
        expected: "a colour as \"#154273\" with a contrast of \(least) or more with white"),
      root[key])
    return nil
  }

  private static func logo(_ path: String) throws -> HouseStyle.Logo {
    let bytes = try InputFile.contents(of: path)
    if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
      return HouseStyle.Logo(mediaType: "image/png", bytes: bytes)
    }
    guard path.lowercased().hasSuffix(".svg"), bytes.first == UInt8(ascii: "<") else {
      throw PictureFailure.unknownLogo(path: path)
    }
    return HouseStyle.Logo(mediaType: "image/svg+xml", bytes: bytes)
  }
}
