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
  /// - Throws: ``PictureFailure``, `LayerFile.Failure` or `FileError`; nothing then was written.
  public func write(to path: String) throws {
    let form = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    guard ["svg", "png", "pdf"].contains(form) else { throw PictureFailure.unknownForm(path: path) }
    let converter = form == "svg" ? nil : PictureConverter()
    guard form == "svg" || converter != nil else { throw PictureFailure.noConverter(path: path) }
    let svg = Array(try LayerFile(path: layer).picture.svg(size: size, style: style).utf8)
    var file = try OutputFile(path: path)
    if let converter {
      try file.write(
        try converter.converted(
          svg, form: form, pixelsPerInch: size.pixelsPerInch, path: path))
    } else {
      try file.write(svg)
    }
    try file.commit()
  }
}
