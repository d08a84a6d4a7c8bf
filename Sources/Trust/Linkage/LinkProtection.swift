internal import Disclosure
internal import DisclosureAudit

/// What of the counts of one period must be hidden.
///
/// Three things an outsider may not derive: that fewer than the minimum are untraceable somewhere, that
/// fewer of them are paid by a scheme, and that fewer of them are not (group disclosure: who
/// knows that somebody is untraceable would know that he is paid). Each scheme is protected against one
/// who knows of every unit that at least so many are untraceable there as truly are; any counts that
/// agree with what is said of one scheme then agree with what is said of the others too, so that schemes
/// can be looked at one by one, and exactly.
struct LinkProtection: Sendable {
  /// Hidden numbers of untraceable persons, by row.
  private(set) var persons: Set<Int> = []
  /// Hidden numbers of those paid by each scheme, by row.
  private(set) var overlap: [Set<Int>] = []

  /// - Throws: ``LinkageError/notSafe(count:)``.
  init(
    _ period: LinkCounts.Period, rows: [[Int]], rule: DisclosureRule
  ) throws(LinkageError) {
    // What one scheme needs hidden of the persons is hidden for all, until none needs more.
    while true {
      var wanted = persons
      overlap = []
      for scheme in period.schemes {
        let system = SchemeSystem(
          persons: period.persons, overlap: scheme.overlap, rows: rows, hidden: persons, rule: rule)
        let suppression = CountSuppression(system.system)
        guard suppression.unsafe.isEmpty else {
          throw .notSafe(count: suppression.unsafe.count)
        }
        var own: Set<Int> = []
        for cell in suppression.complementary {
          switch system.subjects[cell] {
          case .persons(let row): wanted.insert(row)
          case .overlap(let row): own.insert(row)
          case .other: break
          }
        }
        overlap.append(own)
      }
      if wanted == persons { return }
      persons = wanted
    }
  }

  /// Which parts of a whole must be hidden against one who knows the whole.
  ///
  /// A part is hidden when it is too small, and when all others together are.
  static func hidden(
    parts: [Int], rule: DisclosureRule
  ) throws(LinkageError) -> Set<Int> {
    let whole = parts.reduce(0, +)
    guard whole >= rule.minimumCount else { return Set(parts.indices) }
    var cells = [
      CountSystem.Cell(
        members: parts.indices.map(Int32.init), group: 0, bounds: whole...whole, isFixed: true,
        isPublished: true)
    ]
    var hidden: Set<Int> = []
    for (part, count) in parts.enumerated() {
      let isShown = count >= rule.minimumCount && whole - count >= rule.minimumCount
      if !isShown { hidden.insert(part) }
      cells.append(
        CountSystem.Cell(
          members: [Int32(part)], group: 0,
          bounds: rule.bounds(isShown ? count : nil),
          reach: count < rule.minimumCount ? rule.minimumCount : nil, weight: 1000 + count,
          isPublished: isShown))
    }
    let suppression = CountSuppression(CountSystem(values: parts, cells: cells))
    guard suppression.unsafe.isEmpty else { throw .notSafe(count: suppression.unsafe.count) }
    for cell in suppression.complementary { hidden.insert(cell - 1) }
    return hidden
  }
}

/// All that is said of one scheme in one period.
private struct SchemeSystem {
  enum Subject {
    case persons(Int)
    case overlap(Int)
    case other
  }

  let system: CountSystem
  let subjects: [Subject]

  init(persons: [Int], overlap: [Int], rows: [[Int]], hidden: Set<Int>, rule: DisclosureRule) {
    // Unknowns: of each unit those who are paid and those who are not.
    let values = persons.indices.flatMap { [overlap[$0], persons[$0] - overlap[$0]] }
    var cells: [CountSystem.Cell] = []
    var subjects: [Subject] = []
    func add(
      _ subject: Subject, _ members: [Int], group: Int, isSaid: Bool, weight: Int,
      isProtected: Bool = true
    ) {
      let count = members.reduce(0) { $0 + values[$1] }
      let isShown = isSaid && count >= rule.minimumCount
      let isSmall = isProtected && count < rule.minimumCount
      cells.append(
        CountSystem.Cell(
          members: members.sorted().map(Int32.init), group: group,
          bounds: rule.bounds(isShown ? count : nil), reach: isSmall ? rule.minimumCount : nil,
          weight: weight * 1000 + min(count, 999), isPublished: isShown))
      subjects.append(subject)
    }
    for (row, units) in rows.enumerated() {
      let paid = units.map { $0 * 2 }
      let unpaid = units.map { $0 * 2 + 1 }
      let weight = units.count
      add(.persons(row), paid + unpaid, group: 0, isSaid: !hidden.contains(row), weight: weight * 3)
      add(.overlap(row), paid, group: 1, isSaid: true, weight: weight)
      // Where fewer than the minimum are untraceable it is that which is hidden.
      let isGroup = units.reduce(0) { $0 + persons[$1] } >= rule.minimumCount
      add(.other, unpaid, group: 1, isSaid: false, weight: 1, isProtected: isGroup)
    }
    for (unit, count) in persons.enumerated() {
      cells.append(
        CountSystem.Cell(
          members: [Int32(unit * 2), Int32(unit * 2 + 1)], group: 0, bounds: count...Int.max,
          isFixed: true, isPublished: true))
      subjects.append(.other)
    }
    system = CountSystem(values: values, cells: cells)
    self.subjects = subjects
  }
}

extension DisclosureRule {
  /// What a shown count says: it was rounded. Nothing is said of one that is not shown.
  func bounds(_ count: Int?) -> ClosedRange<Int> {
    guard let count else { return 0...Int.max }
    let shown = (count + roundingBase / 2) / roundingBase * roundingBase
    // Halves were rounded up.
    let least = max(minimumCount, shown - roundingBase / 2)
    return least...max(least, shown + (roundingBase - 1) / 2)
  }
}
