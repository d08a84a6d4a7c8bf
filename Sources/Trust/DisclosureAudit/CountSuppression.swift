/// What must be hidden of a system before it can be said: found, then audited.
public struct CountSuppression: Sendable {
  /// Cells that are hidden so that others cannot be derived, ascending.
  public let complementary: [Int]
  /// Protected cells that the audit finds within their reach, ascending. Empty unless something was said
  /// before that cannot be taken back; what is left is not to be published.
  public let unsafe: [Int]

  /// Hides what must be.
  ///
  /// A large part that no flow describes is taken apart first, by hiding its totals. For what then is not proven safe
  /// more is hidden, until other counts show that it is; in small parts what is hidden for nothing is shown again. What
  /// still is in doubt is hidden with all that belongs to it, so a doubt costs figures and no safety.
  /// - Parameter lenient: protected cells that are left alone where what was said before tells them already,
  ///   since nothing that is hidden now can help it.
  public init(_ start: CountSystem, lenient: Set<Int> = []) {
    var system = start.without(lenient.intersection(start.told(among: lenient)))
    var bare = system.without(system.implied).withoutRepeated
    var hidden: Set<Int> = []
    func hide(_ cells: some Sequence<Int>) {
      for cell in cells where system.cells[cell].isPublished && !system.cells[cell].isFixed {
        system.cells[cell].isPublished = false
        bare.cells[cell].isPublished = false
        hidden.insert(cell)
      }
    }
    for part in bare.parts()
    where part.cells.count > CellProtector.smallPart && LaminarFamilies(part.system) == nil {
      hide(part.system.totals.map { part.cells[$0] }.filter { !bare.cells[$0].isFixed })
    }
    hide(CellProtector(bare.spoken).complementary)
    var unsafe = CountAudit(system.spoken).unsafe()
    while !unsafe.isEmpty {
      let more = system.spoken.helping(unsafe)
      guard !more.isEmpty else { break }
      hide(more)
      unsafe = CountAudit(system.spoken).unsafe()
    }
    if unsafe.isEmpty {
      for cell in system.shownAgain(hidden) {
        system.cells[cell].isPublished = true
        hidden.remove(cell)
      }
    } else {
      let doubtful = Set(unsafe)
      for part in system.parts() where part.cells.contains(where: doubtful.contains) {
        hide(part.cells)
      }
    }
    // Over all that is said now, whatever chose what is hidden.
    unsafe = CountAudit(system.spoken).unsafe()
    complementary = hidden.sorted()
    self.unsafe = unsafe
  }
}

extension CountSystem {
  /// The protected cells among some that can be derived from what was said before alone.
  fileprivate func told(among cells: Set<Int>) -> [Int] {
    guard !cells.isEmpty else { return [] }
    var known = without(Set(protected).subtracting(cells))
    for cell in known.cells.indices where !known.cells[cell].isFixed {
      known.cells[cell].isPublished = false
    }
    return CountAudit(known.spoken).unsafe()
  }

  /// Published cells that, when they are hidden too, bring doubtful ones to their goals.
  fileprivate func helping(_ doubtful: [Int]) -> Set<Int> {
    let doubtful = Set(doubtful)
    var found: Set<Int> = []
    for part in parts() where part.cells.contains(where: doubtful.contains) {
      let changer = part.system.changer()
      for goal in part.system.goals where doubtful.contains(part.cells[goal.cell]) {
        _ = changer.move(goal.cell, to: goal.sum) { found.formUnion($0.map { part.cells[$0] }) }
        changer.reset()
      }
    }
    return found
  }

  /// The cells among hidden ones that can be shown again in small parts that no flow describes, those that cost most
  /// first.
  /// - Precondition: nothing is unsafe.
  fileprivate func shownAgain(_ hidden: Set<Int>) -> Set<Int> {
    var shown: Set<Int> = []
    for part in parts()
    where part.cells.count <= CellProtector.smallPart && LaminarFamilies(part.system) == nil {
      var system = part.system
      let own = part.cells.indices.filter { hidden.contains(part.cells[$0]) }
      for cell in own.sorted(by: { (system.cells[$0].weight, $0) > (system.cells[$1].weight, $1) })
      {
        system.cells[cell].isPublished = true
        if CountAudit(system.spoken).unsafe().isEmpty {
          shown.insert(part.cells[cell])
        } else {
          system.cells[cell].isPublished = false
        }
      }
    }
    return shown
  }

  /// The cells that hold another of their group, and more.
  fileprivate var totals: [Int] {
    var largest: [Int: [Int32: Int]] = [:]
    for cell in cells {
      for member in cell.members {
        largest[cell.group, default: [:]][member] = min(
          largest[cell.group]?[member] ?? .max, cell.members.count)
      }
    }
    return cells.indices.filter { index in
      let cell = cells[index]
      return cell.members.contains { (largest[cell.group]?[$0] ?? 0) < cell.members.count }
    }
  }

  /// The system without cells that are neither said nor protected, which bind nothing together.
  fileprivate var spoken: CountSystem {
    without(
      Set(cells.indices.filter { !cells[$0].isPublished && cells[$0].reach == nil }))
  }
}
