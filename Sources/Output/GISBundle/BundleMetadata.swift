internal import Areas
internal import Cartography
internal import Disclosure
internal import Exports
internal import GeoJSON
internal import Geometry

/// What the files are, for programs: the study, its gemeenten, and each layer with file, table and column.
struct BundleMetadata {
  private let bundle: GISBundle

  init(_ bundle: GISBundle) {
    self.bundle = bundle
  }

  var json: [UInt8] {
    let document = bundle.document
    var text = JSONText()
    text.openObject()
    text.member("titel", .text(document.title))
    text.member("doel", .text(bundle.purpose))
    text.member("peildatum", .text(document.peildatum))
    text.member("doelgroep", .text(document.audience.rawValue))
    text.name("stempels")
    text.array(document.stamps)
    text.member("grenzen", .text(document.areas.edition.description))
    text.member("taal", .text(document.language.rawValue))
    let box = bundle.frames.degrees
    if !box.isEmpty {
      text.name("bbox")
      text.openArray()
      for edge in [box.minX, box.minY, box.maxX, box.maxY] { text.appendJSON(edge, decimals: 7) }
      text.closeArray()
    }
    text.name("gemeenten")
    text.openArray()
    for gemeente in bundle.frames.gemeenten {
      text.openObject()
      text.member("gemeentecode", .text(gemeente.code))
      text.member("gemeentenaam", .text(gemeente.name))
      text.closeObject()
    }
    text.closeArray()
    text.name("kaarten")
    text.openArray()
    for layer in bundle.layers { self.layer(layer, &text) }
    text.closeArray()
    text.member("herkomst", .text(StudyExport.mark))
    text.closeObject()
    return text.bytes + [0x0A]
  }

  private func layer(_ layer: StyledLayer, _ text: inout JSONText) {
    text.openObject()
    text.member("id", .text(layer.id))
    text.member("titel", .text(layer.style.title))
    text.member("eenheid", .text(layer.style.unit))
    text.member("toelichting", .text(layer.style.abstract))
    text.name("stempels")
    text.array(layer.style.stamps)
    if bundle.hasGeoPackage {
      text.name("geopackage")
      text.openObject()
      text.member("laag", .text(layer.table))
      text.member("crs", .text("EPSG:28992"))
      text.member("waarde", .text(layer.style.field))
      text.member("status", .text(layer.style.statusField))
      text.closeObject()
    }
    if bundle.hasGeoJSON, let file = layer.file {
      text.name("geojson")
      text.openObject()
      text.member("bestand", .text(file + ".geojson"))
      text.member("crs", .text("OGC:CRS84"))
      text.member("waarde", .text(layer.fileStyle.field))
      text.member("status", .text(layer.fileStyle.statusField))
      text.closeObject()
    }
    text.name("legenda")
    text.legend(layer.style)
    text.closeObject()
  }
}
