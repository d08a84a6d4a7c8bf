/// Ways in the flow of a system that many goals have in common.
///
/// To raise a cell, what is added to its edge must find a way back from where the edge leads to where it begins. With
/// the edge itself, which can take back what it carries, as much must find a way as the cell must reach. That so
/// much gets from one node to another, and from there to a third, tells that it gets from the first to the third:
/// what parts the first and the third parts one of the two pairs. Hidden cells and unknowns take whatever comes. So
/// goals that lead through the same hidden cells are met by the same ways.
struct FlowShortcuts {
  private let families: LaminarFamilies
  /// For each cell whether it stays hidden.
  private let isOpen: [Bool]
  private let firstMembers: [Int32]
  private let roots: (Int32, Int32)

  init(_ system: CountSystem, _ families: LaminarFamilies) {
    self.families = families
    isOpen = system.cells.map { $0.reach != nil && !$0.isPublished }
    firstMembers = system.cells.map { $0.members.first ?? -1 }
    roots = (Int32(system.cells.count), Int32(system.cells.count + 1))
  }

  /// Ways that together raise a hidden cell that begins below its reach: one or the other choice of them.
  func ways(raising cell: Int, to reach: Int) -> [[CountFlow.Way]] {
    let isFirst = families.family[cell] == 0
    let above = parent(cell)
    let from = isFirst ? across(Int32(cell), to: 1) : rise(above)
    let to = isFirst ? rise(above) : across(Int32(cell), to: 0)
    if from == to { return [[]] }
    let direct = CountFlow.Way(from: from, to: to, width: reach)
    guard to < roots.0, families.family[Int(to)] == 0 else { return [[direct]] }
    // To a cell that is said by what holds it: the way there is the same for all that is in it.
    let holder = parent(Int(to))
    let hub = rise(holder)
    let last = CountFlow.Way(from: holder, to: to, width: reach)
    if hub == from { return [[last], [direct]] }
    return [[last, CountFlow.Way(from: from, to: hub, width: reach)], [direct]]
  }

  private func parent(_ cell: Int) -> Int32 {
    let parent = families.parent[cell]
    return parent >= 0 ? Int32(parent) : families.family[cell] == 0 ? roots.0 : roots.1
  }

  /// The widest cell that is joined with a node by hidden cells of its family.
  private func rise(_ node: Int32) -> Int32 {
    var node = node
    while node < roots.0, isOpen[Int(node)] { node = parent(Int(node)) }
    return node
  }

  /// From a cell through its first unknown to the other family, and up there; the cell itself when smaller ones stand
  /// between.
  private func across(_ node: Int32, to other: Int) -> Int32 {
    let unknown = Int(firstMembers[Int(node)])
    guard families.smallest[1 - other][unknown] == Int(node) else { return node }
    let cell = families.smallest[other][unknown]
    return cell >= 0 ? rise(Int32(cell)) : other == 0 ? roots.0 : roots.1
  }
}
