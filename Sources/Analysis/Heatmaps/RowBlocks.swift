/// Work on the rows of a grid, a block of rows at a time, on several processors.
enum RowBlocks {
  /// The rows that one piece of work takes.
  static let height = 32

  /// The cells of all rows, made block by block in `tasks` tasks.
  ///
  /// Each block is made by itself, so the result does not depend on the number of tasks.
  static func collect<Value: Sendable>(
    rows: Int, tasks: Int, _ work: @escaping @Sendable (Range<Int>) -> [Value]
  ) async -> [Value] {
    let blocks = stride(from: 0, to: rows, by: height).map { $0..<min($0 + height, rows) }
    guard tasks > 1, blocks.count > 1 else { return blocks.flatMap(work) }
    var parts = [[Value]](repeating: [], count: blocks.count)
    await withTaskGroup(of: (Int, [Value]).self) { group in
      var next = 0
      func start() {
        guard next < blocks.count else { return }
        let (number, block) = (next, blocks[next])
        next += 1
        group.addTask { (number, work(block)) }
      }
      for _ in 0..<tasks { start() }
      while let (number, part) = await group.next() {
        parts[number] = part
        start()
      }
    }
    return Array(parts.joined())
  }
}
