internal import Bytes
internal import Foundation
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
    let converter = form == "svg" ? nil : Self.converter
    guard form == "svg" || converter != nil else { throw PictureFailure.noConverter(path: path) }
    let svg = Array(try LayerFile(path: layer).picture.svg(size: size, style: style).utf8)
    var file = try OutputFile(path: path)
    if let converter {
      try file.write(try converted(svg, form: form, path: path, by: converter))
    } else {
      try file.write(svg)
    }
    try file.commit()
  }

  private static var converter: String? {
    let folders = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return folders.split(separator: ":").map { "\($0)/rsvg-convert" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  private func converted(
    _ svg: [UInt8], form: String, path: String, by converter: String
  ) throws -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
      "wijkzicht-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { try? FileManager.default.removeItem(at: folder) }
    let source = folder.appendingPathComponent("picture.svg")
    let target = folder.appendingPathComponent("picture." + form)
    try Data(svg).write(to: source)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: converter)
    process.arguments = [
      "--format", form, "--dpi-x", "\(size.pixelsPerInch)", "--dpi-y", "\(size.pixelsPerInch)",
      // A page of many areas is beyond the usual bound on elements.
      "--unlimited", "--output", target.path, source.path,
    ]
    // A day of its own, so that the same picture has the same bytes.
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["SOURCE_DATE_EPOCH": "0"]) { $1 }
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0, let bytes = try? Data(contentsOf: target) else {
      throw PictureFailure.converterFailed(path: path, code: process.terminationStatus)
    }
    return [UInt8](bytes)
  }
}
