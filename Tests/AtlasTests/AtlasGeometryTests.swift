import Foundation
import Testing

@Suite struct AtlasGeometryTests {
  /// Reads the numbers of a compact text, as the page says they are written.
  private struct Reader {
    private var letters: [UInt8]
    private static let order = Array(
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)

    init(_ text: String) { letters = text.utf8.reversed() }

    mutating func next() -> Int {
      var (sum, factor, digit) = (0, 1, 32)
      while digit > 31 {
        digit = Self.order.firstIndex(of: letters.removeLast()) ?? 0
        sum += (digit & 31) * factor
        factor *= 32
      }
      return sum % 2 == 0 ? sum / 2 : -(sum + 1) / 2
    }

    var isAtEnd: Bool { letters.isEmpty }
  }

  @Test func `lines and surfaces are read back`() throws {
    let data = try data(of: SmallStudy().page())
    let step = try #require(data["step"] as? Double)
    #expect(step == 1)
    var reader = Reader(try #require(data["lines"] as? String))
    var lines: [[[Int]]] = []
    var start = [0, 0]
    for _ in 0..<(try #require(data["lineCount"] as? Int)) {
      var position = start
      var line: [[Int]] = []
      for _ in 0..<reader.next() {
        position = [position[0] + reader.next(), position[1] + reader.next()]
        line.append(position)
      }
      start = line[0]
      lines.append(line)
    }
    #expect(reader.isAtEnd)
    // Four squares in a row: three common sides, and two ends with the rest of each square.
    #expect(lines.count == 3 + 2 + 2 * 2)
    let level = try #require((data["levels"] as? [[String: Any]])?.first)
    var surfaces = Reader(try #require(level["surfaces"] as? String))
    var reference = 0
    for place in 0..<4 {
      #expect(surfaces.next() == 1)
      #expect(surfaces.next() == 1)
      var ring: [[Int]] = []
      for _ in 0..<surfaces.next() {
        reference += surfaces.next()
        let line = lines[reference / 2]
        ring += (reference % 2 == 1 ? line.reversed() : line).dropLast()
      }
      #expect(Set(ring.map { $0[0] }) == [place * 1000, (place + 1) * 1000])
      #expect(Set(ring.map { $0[1] }) == [0, 1000])
      #expect(ring.count == 4)
    }
    #expect(surfaces.isAtEnd)
  }
}
