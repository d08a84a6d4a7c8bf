/// The largest likelihood ratio of every replicate.
///
/// Middles are worked on in batches: their orders are made once and used for all replicates, which
/// are divided over the tasks in blocks of 32 whose tables stay in the cache of a processor.
struct ReplicateRun: Sendable {
  let model: ScanModel
  let source: ReplicateSource

  /// How many middles are in a batch.
  private static let batch = 256
  /// The most memory of the tables of one wave, in bytes.
  private static let memory = 1 << 30

  func maxima() async throws -> [Double] {
    let width = ReplicateBlock<NarrowLanes>.width
    let count = model.options.replicates
    let blocks = (0..<(count + width - 1) / width).map {
      $0 * width..<min(($0 + 1) * width, count)
    }
    let bytes = model.data.cases.count * width * 2
    let wave = max(Self.memory / max(bytes, 1), 1)
    var maxima: [Double] = []
    var start = 0
    while start < blocks.count {
      let end = min(start + wave, blocks.count)
      maxima += try await self.maxima(of: Array(blocks[start..<end]))
      start = end
    }
    return maxima
  }

  private func maxima(of ranges: [Range<Int>]) async throws -> [Double] {
    if let narrow: [ReplicateBlock<NarrowLanes>] = try await blocks(ranges) {
      return try await swept(narrow)
    }
    guard let wide: [ReplicateBlock<WideLanes>] = try await blocks(ranges) else {
      throw ScanError.tooManyCases
    }
    return try await swept(wide)
  }

  /// The tables of some replicates, or nil when their deviations do not fit in the numbers.
  private func blocks<Lanes>(_ ranges: [Range<Int>]) async throws -> [ReplicateBlock<Lanes>]? {
    let data = model.data
    let bases = model.weights.map { Int32(($0 * model.factor).rounded()) }
    let made = try await Tasks.map(ranges, tasks: model.options.tasks) { range in
      ReplicateBlock<Lanes>(
        range, bases: bases, areaCount: data.areaCount, periodCount: data.periodCount
      ) { source.draw($0, $1) }
    }
    return made.allSatisfy(\.fits) ? made : nil
  }

  private func swept<Lanes>(_ blocks: [ReplicateBlock<Lanes>]) async throws -> [Double] {
    var blocks = blocks
    let bases = model.weights.map { Int32(($0 * model.factor).rounded()) }
    let tasks = model.options.tasks
    for first in stride(from: 0, to: model.data.areaCount, by: Self.batch) {
      let centres = first..<min(first + Self.batch, model.data.areaCount)
      let orders = try await Tasks.map(centres.split(tasks * 4), tasks: tasks) { part in
        var scratch = NeighbourSorter.Scratch(count: model.data.areaCount)
        return part.map { model.sorter.order(around: $0, using: &scratch) }
      }.flatMap { $0 }
      for interval in model.intervals {
        let weights = model.sums(model.weights, over: interval)
        let bases = model.sums(bases.map(Int.init), over: interval).map { Int32($0) }
        blocks = try await Tasks.map(blocks, tasks: tasks) { block in
          var block = block
          block.take(interval)
          return block
        }
        let longest = blocks.map(\.safeLength).min() ?? OrderPiece.longest
        let cuts = try await Tasks.map(orders.indices.split(tasks * 4), tasks: tasks) { part in
          part.map {
            CutOrder(
              orders[$0], model: model, weights: weights, bases: bases, longest: longest)
          }
        }.flatMap { $0 }
        blocks = try await Tasks.map(blocks, tasks: tasks) { block in
          var block = block
          for cut in cuts { block.sweep(cut, model: model, weights: weights, bases: bases) }
          return block
        }
      }
    }
    return blocks.flatMap(\.maxima)
  }
}

/// Work divided over tasks.
package enum Tasks {
  /// The results for all items in their order, at most `tasks` worked on at the same time.
  package static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], tasks: Int, _ work: @escaping @Sendable (Item) -> Result
  ) async throws -> [Result] {
    if tasks <= 1 || items.count <= 1 {
      try Task.checkCancellation()
      return items.map(work)
    }
    return try await withThrowingTaskGroup(of: (Int, Result).self) { group in
      var results = [Result?](repeating: nil, count: items.count)
      var next = 0
      func add() {
        guard next < items.count else { return }
        let index = next
        let item = items[index]
        next += 1
        group.addTask { (index, work(item)) }
      }
      for _ in 0..<tasks { add() }
      while let (index, result) = try await group.next() {
        try Task.checkCancellation()
        results[index] = result
        add()
      }
      return results.compactMap(\.self)
    }
  }
}

extension Range<Int> {
  /// At most `parts` ranges of about the same length that make up this one.
  package func split(_ parts: Int) -> [Range<Int>] {
    let parts = Swift.max(1, Swift.min(parts, count))
    return (0..<parts).map {
      lowerBound + count * $0 / parts..<lowerBound + count * ($0 + 1) / parts
    }
  }
}
