/// Counts that nobody but their owner knows, and all that is said of sums of them.
///
/// The unknowns are counts of the smallest units: an area and a kind of record. A cell is the sum of some
/// of them, such as a wijk and a category. A published cell says between which bounds its sum lies: a
/// value that is rounded to 5 says `[value - 2, value + 2]`. From all that is said, and from counts being
/// no less than nothing, an outsider derives an interval for what was not said.
public struct CountSystem: Sendable {
  /// A sum of unknowns.
  public struct Cell: Hashable, Sendable {
    /// The unknowns that are added up, ascending.
    public let members: [Int32]
    /// Cells of one group are nested or disjoint, such as one category over a hierarchy of areas.
    public let group: Int
    /// What publishing says of the sum; the true sum lies in it.
    public let bounds: ClosedRange<Int>
    /// For a cell that must be protected: an outsider may not be able to derive that the sum is
    /// smaller than this.
    public let reach: Int?
    /// For a cell that is protected to both sides: an outsider may not be able to derive either that the sum
    /// is larger than this.
    public let depth: Int?
    /// What is lost when the cell is hidden.
    public let weight: Int
    /// Whether it was said already, as a total that is known or in an earlier release: it cannot be
    /// taken back.
    public internal(set) var isFixed: Bool
    /// Whether it is said.
    public internal(set) var isPublished: Bool

    /// Makes a cell.
    public init(
      members: [Int32], group: Int, bounds: ClosedRange<Int>, reach: Int? = nil,
      depth: Int? = nil, weight: Int = 1, isFixed: Bool = false, isPublished: Bool
    ) {
      self.members = members
      self.group = group
      self.bounds = bounds
      self.reach = reach
      self.depth = depth
      self.weight = weight
      self.isFixed = isFixed
      self.isPublished = isPublished
    }
  }

  /// The true values of the unknowns, none below zero.
  public let values: [Int]
  /// The cells.
  public internal(set) var cells: [Cell]

  /// Makes a system.
  /// - Precondition: members are places in `values`, and the true sum of every cell lies in its bounds.
  public init(values: [Int], cells: [Cell]) {
    precondition(values.allSatisfy { $0 >= 0 }, "counts are not negative")
    self.values = values
    self.cells = cells
    precondition(
      cells.allSatisfy { $0.bounds.contains(sum(of: $0)) }, "what is said of a cell is true")
  }

  /// Makes a system of which some cells may say what is not so of the values.
  init(values: [Int], supposing cells: [Cell]) {
    self.values = values
    self.cells = cells
  }

  /// The true sum of a cell.
  public func sum(of cell: Cell) -> Int {
    cell.members.reduce(0) { $0 + values[Int($1)] }
  }

  /// Where the sum of a hidden cell must be able to lie.
  struct Goal: Hashable {
    let cell: Int
    let isUp: Bool
    let sum: Int

    /// Whether a sum is as far.
    func isMet(by other: Int) -> Bool { isUp ? other >= sum : other <= sum }
  }

  /// The system with some cells that neither say nor protect anything.
  func without(_ cells: Set<Int>) -> CountSystem {
    var system = self
    for cell in cells {
      system.cells[cell] = Cell(
        members: [], group: self.cells[cell].group, bounds: 0...Int.max, isPublished: false)
    }
    return system
  }

  /// How far the protected cells must reach, those that need most first; downwards after upwards.
  var goals: [Goal] {
    protected.map { Goal(cell: $0, isUp: true, sum: cells[$0].reach!) }
      + protected.compactMap { cell in
        cells[cell].depth.map { Goal(cell: cell, isUp: false, sum: $0) }
      }
  }

  /// The cells that are hidden and must be protected, those that need most first.
  var protected: [Int] {
    cells.indices.filter { cells[$0].reach != nil && !cells[$0].isPublished }
      .map { (cell: $0, need: cells[$0].reach! - sum(of: cells[$0])) }
      .sorted { ($0.need, $1.cell) > ($1.need, $0.cell) }.map(\.cell)
  }
}
