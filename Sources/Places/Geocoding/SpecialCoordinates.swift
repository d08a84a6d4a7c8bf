internal import Bytes
public import CSV
internal import Geometry

/// The user's list of coordinates at which records do not belong to their buurt, and what to do.
public struct SpecialCoordinates: Sendable {
  /// The largest distance in metres that a row may give.
  public static let largestRadius = 1_000.0

  private struct Circle {
    let middle: Position
    let radius: Double
    let point: SpecialPoint
  }

  private let circles: [Circle]
  /// The circles that touch each square.
  private let squares: [Square: [Int]]

  /// A square of ``largestRadius``, by its column and row.
  private struct Square: Hashable {
    let column: Int32
    let row: Int32

    init(_ x: Double, _ y: Double) {
      column = Int32((x / largestRadius).rounded(.down))
      row = Int32((y / largestRadius).rounded(.down))
    }
  }

  /// How many there are.
  public var count: Int { circles.count }

  /// Reads a list with the columns `x`, `y` (RD New), `wat` and perhaps `straal` (metres) and `naam`.
  /// - Throws: ``UserListError``, `CSVError`.
  public init(_ file: CSVFile) throws {
    let list = try UserList(file)
    let found = (list.column("x"), list.column("y"), list.column("wat"))
    guard case (let x?, let y?, let action?) = found else {
      throw list.missing(["x": found.0, "y": found.1, "wat": found.2])
    }
    let radius = list.column("straal")
    let name = list.column("naam")
    var circles: [Circle] = []
    var rows: [CoordinatePoint: Int] = [:]
    try list.forEachRow { row, records, record in
      func text(_ column: Int) -> String { records.text(record, column).trimmed }
      do throws(UserListError.Fault) {
        let middle = try Self.position(text(x), text(y))
        let point = try SpecialPoint(text(action), name: name.map(text) ?? "", row: row)
        let place = CoordinatePoint(x: middle.x, y: middle.y)
        if let earlier = rows[place] { throw .repeats(row: earlier) }
        rows[place] = row
        circles.append(
          Circle(
            middle: middle, radius: try Self.radius(radius.map(text) ?? ""), point: point))
      } catch {
        throw list.fault(error, row)
      }
    }
    var squares: [Square: [Int]] = [:]
    for (index, circle) in circles.enumerated() {
      let (middle, radius) = (circle.middle, circle.radius)
      let touched = Set(
        [-radius, radius].flatMap { east in
          [-radius, radius].map { north in Square(middle.x + east, middle.y + north) }
        })
      for square in touched { squares[square, default: []].append(index) }
    }
    self.circles = circles
    self.squares = squares
  }

  private static func number(_ text: String) -> Double? {
    DecimalNumber.parse(text) ?? DecimalNumber.parse(text, comma: true)
  }

  private static func position(_ x: String, _ y: String) throws(UserListError.Fault) -> Position {
    guard let x = number(x), let y = number(y) else { throw .coordinate }
    let position = Position(x: x, y: y)
    guard CoordinateCheck.problem(position, in: .rdNew) == nil else { throw .outsideNetherlands }
    return position
  }

  private static func radius(_ text: String) throws(UserListError.Fault) -> Double {
    if text.isEmpty { return 0 }
    guard let radius = number(text), 0...largestRadius ~= radius else { throw .radius }
    return radius
  }

  /// The special point within whose distance a position lies, the nearest first, of equals the one
  /// that is listed first; nil when there is none.
  func point(at position: Position) -> SpecialPoint? {
    guard let near = squares[Square(position.x, position.y)] else { return nil }
    var best: (distance: Double, index: Int)?
    for index in near {
      let circle = circles[index]
      let (east, north) = (position.x - circle.middle.x, position.y - circle.middle.y)
      let distance = (east * east + north * north).squareRoot()
      if distance <= circle.radius, distance < best?.distance ?? .infinity {
        best = (distance, index)
      }
    }
    return best.map { circles[$0.index].point }
  }
}
