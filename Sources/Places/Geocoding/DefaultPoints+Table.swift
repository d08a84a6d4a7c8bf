public import Areas
internal import Bytes
internal import CSV
internal import Geometry
public import Registers

/// The work files of `--points`: points with their counts, separated by `;`.
extension DefaultPoints where Place == AddressPoint {
  /// A table of heaps at addresses.
  public static func table(_ heaps: [Heap], register: Register) -> [UInt8] {
    var bytes = Array(
      "gevonden_postcode;gevonden_huisnummer;x;y;buurtcode;aantal;aantal_buurt;aandeel\n".utf8)
    for heap in heaps {
      let point = heap.place
      let address = point.address >= 0 ? point.address : nil
      AddressText.append(key: point.key, address: address, register, delimiter: 0x3B, to: &bytes)
      let position =
        address.flatMap { register.position(ofAddress: $0, key: point.key) }
        ?? register.position(ofKey: point.key)
      bytes.append(0x3B)
      if let position { bytes.append(fixed: position.x, decimals: 2) }
      bytes.append(0x3B)
      if let position { bytes.append(fixed: position.y, decimals: 2) }
      append(heap, code: register.buurtcodes[heap.area], to: &bytes)
    }
    return bytes
  }
}

extension DefaultPoints where Place == CoordinatePoint {
  /// A table of heaps at coordinates, written with all their digits.
  public static func table(_ heaps: [Heap], layer: AreaLayer) -> [UInt8] {
    var bytes = Array("x;y;buurtcode;aantal;aantal_buurt;aandeel\n".utf8)
    for heap in heaps {
      bytes.append(contentsOf: text(heap.place.x).utf8)
      bytes.append(0x3B)
      bytes.append(contentsOf: text(heap.place.y).utf8)
      append(heap, code: layer.areas[heap.area].code, to: &bytes)
    }
    return bytes
  }

  private static func text(_ number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension DefaultPoints {
  /// Appends the columns that both tables have, and the end of the line.
  fileprivate static func append(_ heap: Heap, code: String, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: ";\(code);\(heap.count);\(heap.areaCount);".utf8)
    bytes.append(fixed: heap.share, decimals: 4)
    bytes.append(0x0A)
  }
}
