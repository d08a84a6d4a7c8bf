import Bytes
import Geometry
import TestSupport
import Testing

@testable import GeoPackage

/// GeoPackages and geometries that are almost right: features or an error, never a crash.
@Suite struct ChangedFileTests {
  /// A change that makes a geometry none is reported; one that is read holds closed rings.
  @Test func geometries() throws {
    let sound = try Sample.surfaces().map { surface in
      var encoder = GeometryEncoder()
      _ = encoder.encode(surface, epsg: 28992)
      return encoder.bytes
    }
    var mutation = Mutation(seed: 28992, bytes: [0x00, 0x01, 0x03, 0x06, 0x7F, 0x80, 0xF0, 0xFF])
    var (read, refused) = (0, 0)
    for _ in Mutation.rounds(20_000) {
      let bytes = mutation.changed(sound[mutation.choice(sound.count)])
      do {
        let geometry = try unsafe GeometryDecoder.decode(bytes.span.bytes)
        read += 1
        guard case .multiPolygon(let surface) = geometry else { continue }
        for ring in surface.rings {
          #expect(ring.positions.first == ring.positions.last)
          #expect(ring.positions.count >= 4)
        }
      } catch {
        refused += 1
      }
    }
    #expect(read > 1_000)
    #expect(refused > 1_000)
  }

  @Test func files() throws {
    let folder = try TestFolder()
    let path = folder.file("kaart.gpkg")
    try Sample.write(path)
    let sound = try InputFile.contents(of: path)
    var mutation = Mutation(seed: 3, bytes: [0x00, 0x01, 0x05, 0x0D, 0x7F, 0x80, 0xFF])
    var read = 0
    for _ in Mutation.rounds(300) {
      _ = try folder.write(mutation.changed(sound), to: "anders.gpkg")
      do {
        let reader = try GeoPackageReader(path: folder.file("anders.gpkg"))
        for layer in reader.layers where layer.geometryColumn != nil {
          try reader.forEachFeature(
            of: layer.name, columns: layer.columns, geometry: true
          ) { _ in read += 1 }
        }
      } catch {
        continue
      }
    }
    #expect(read > 0)
  }
}
