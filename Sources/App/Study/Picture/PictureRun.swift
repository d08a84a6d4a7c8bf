internal import Bytes
public import Pictures

/// Draws a published layer into a file.
public struct PictureRun {
  private let layer: String
  private let size: PictureSize
  private let style: HouseStyle

  /// Prepares a picture of the layer in the file `layer`.
  public init(layer: String, size: PictureSize, style: HouseStyle = HouseStyle()) {
    self.layer = layer
    self.size = size
    self.style = style
  }

  /// Writes the picture; the ending of `path` says in which form: `.svg`, `.png` or `.pdf`.
  ///
  /// SVG has the same bytes each time. PNG and PDF are made by the program `rsvg-convert`.
  /// - Returns: a remark for people when no list of checksums lies beside the layer; nil when it is as listed.
  /// - Throws: ``PictureFailure``, `LayerFile.Failure`, ``VerifiedFolder/Failure`` or `FileError`; nothing then was
  ///   written.
  public func write(to path: String) throws -> String? {
    let form = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["svg", "png", "pdf"].contains(form) else { throw PictureFailure.unknownForm(path: path) }
    let converter = form == "svg" ? nil : PictureConverter()
    guard form == "svg" || converter != nil else { throw PictureFailure.noConverter(path: path) }
    let parts = layer.split(separator: "/", omittingEmptySubsequences: false)
    let parent = parts.dropLast().joined(separator: "/")
    let folder = try ListedFolder(parts.count == 1 ? "." : parent.isEmpty ? "/" : parent)
    let bytes = try folder.contents(of: parts.last.map(String.init) ?? layer)
    let svg = Array(
      try LayerFile(bytes, path: layer).picture.svg(size: size, style: style).utf8)
    var file = try OutputFile(path: path)
    if let converter {
      try file.write(
        try converter.converted(
          svg, form: form, pixelsPerInch: size.pixelsPerInch, path: path))
    } else {
      try file.write(svg)
    }
    try file.commit()
    return folder.remark
  }
}
