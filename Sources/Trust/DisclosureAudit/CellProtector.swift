/// Hides more cells until no protected cell can be derived.
///
/// For each protected cell other counts are looked for that agree with all that is said and bring it to
/// its reach. Where there are none, the cells on the way that costs least are hidden too (shortest paths:
/// Kelly, Golden & Assad 1992, doi:10.1002/net.3230220407; Castro 2007, doi:10.1287/ijoc.1050.0155).
/// Hiding a cell never makes another less safe, so one round is enough. At last every cell that was hidden
/// for others is shown again when the others do not need it. Parts of the system that have nothing to do
/// with each other are protected apart; small ones in several ways, of which the one that hides least is
/// kept.
public struct CellProtector: Sendable {
  /// The system with the cells that were hidden.
  public let system: CountSystem
  /// The cells that were hidden for others, ascending.
  public let complementary: [Int]
  /// Protected cells that no hiding can protect, because of what was said before; publication fails.
  public let unprotected: [Int]

  /// The number of cells up to which a part is protected in several ways.
  static let smallPart = 150

  /// Protects a system.
  public init(_ start: CountSystem) {
    var complementary: [Int] = []
    var unprotected: [Int] = []
    for part in start.parts() {
      var best = PartProtection(part.system, part.system.changer())
      if part.system.cells.count <= Self.smallPart, !best.hidden.isEmpty, best.failed.isEmpty {
        best = best.improved()
      }
      complementary += best.hidden.map { part.cells[$0] }
      unprotected += best.failed.map { part.cells[$0] }
    }
    self.complementary = complementary.sorted()
    self.unprotected = unprotected.sorted()
    var system = start
    for cell in complementary { system.cells[cell].isPublished = false }
    self.system = system
  }
}

/// One way to protect a part.
private struct PartProtection {
  let start: CountSystem
  /// Of the system as it is to begin with.
  private let changer: any CountChanger
  private(set) var hidden: Set<Int>
  private(set) var failed: Set<Int> = []

  /// - Parameters:
  ///   - hidden: cells that are hidden to begin with, and shown again if they can be.
  ///   - kept: cells that may not be hidden.
  ///   - isReversed: begins with the cells that need least.
  ///   - isAmple: cells that cannot give all that is needed are hidden at once.
  init(
    _ start: CountSystem, _ changer: any CountChanger, hidden first: Set<Int> = [],
    kept: Set<Int> = [],
    isReversed: Bool = false,
    isAmple: Bool = false
  ) {
    self.start = start
    self.changer = changer
    let changer = changer.copy()
    changer.kept = kept
    (changer as? CountFlow)?.isAmple = isAmple
    let goals = start.goals
    let proofs = GoalProofs(goals, changer, hidden: first)
    for goal in isReversed ? Array(goals.indices.reversed()) : Array(goals.indices)
    where !proofs.meets(goal, isHiding: true) {
      failed.insert(goals[goal].cell)
    }
    for cell in proofs.hidden.sorted(by: start.costsMore) { proofs.show(cell) }
    hidden = proofs.hidden
  }

  var loss: Int { hidden.reduce(0) { $0 + start.cells[$1].weight } }

  /// The best of several ways, and of ways to do without one of its cells.
  func improved() -> PartProtection {
    var best = self
    func consider(_ other: PartProtection) -> Bool {
      guard other.failed.isEmpty, other.loss < best.loss else { return false }
      best = other
      return true
    }
    for isReversed in [false, true] {
      for isAmple in [false, true] {
        _ = consider(PartProtection(start, changer, isReversed: isReversed, isAmple: isAmple))
      }
    }
    var isBetter = true
    while isBetter {
      isBetter = false
      for cell in best.hidden.sorted(by: start.costsMore) {
        isBetter =
          consider(
            PartProtection(start, changer, hidden: best.hidden.subtracting([cell]), kept: [cell]))
          || consider(PartProtection(start, changer, kept: [cell], isAmple: true))
        if isBetter { break }
      }
    }
    return best
  }
}

extension CountSystem {
  /// Whether hiding the one costs more than hiding the other.
  fileprivate func costsMore(_ one: Int, _ other: Int) -> Bool {
    (cells[one].weight, one) > (cells[other].weight, other)
  }

  /// The parts that have no unknown in common, each with the places of its cells.
  func parts() -> [(system: CountSystem, cells: [Int])] {
    var roots = Array(values.indices)
    func root(_ unknown: Int) -> Int {
      var unknown = unknown
      while roots[unknown] != unknown {
        roots[unknown] = roots[roots[unknown]]
        unknown = roots[unknown]
      }
      return unknown
    }
    for cell in cells {
      guard let first = cell.members.first else { continue }
      let target = root(Int(first))
      for member in cell.members { roots[root(Int(member))] = target }
    }
    var numbers: [Int: Int] = [:]
    var unknowns: [[Int]] = []
    var places = [Int32](repeating: 0, count: values.count)
    for unknown in values.indices {
      let root = root(unknown)
      let number = numbers[root] ?? unknowns.count
      if number == unknowns.count {
        numbers[root] = number
        unknowns.append([])
      }
      places[unknown] = Int32(unknowns[number].count)
      unknowns[number].append(unknown)
    }
    var own = [[Int]](repeating: [], count: unknowns.count)
    for (index, cell) in cells.enumerated() {
      guard let first = cell.members.first else { continue }
      own[numbers[root(Int(first))]!].append(index)
    }
    return zip(unknowns, own).filter { !$0.1.isEmpty }.map { unknowns, own in
      let parts = own.map { index in
        let cell = cells[index]
        return Cell(
          members: cell.members.map { places[Int($0)] }, group: cell.group, bounds: cell.bounds,
          reach: cell.reach, depth: cell.depth, weight: cell.weight, isFixed: cell.isFixed,
          isPublished: cell.isPublished)
      }
      return (CountSystem(values: unknowns.map { values[$0] }, cells: parts), own)
    }
  }
}
