/// Numbers of 32 replicates.
///
/// In vectors of eight, since those become single instructions; longer ones would be worked on number
/// by number.
struct WideNumbers: Sendable {
  typealias Part = SIMD8<Int32>
  var a = Part.zero
  var b = Part.zero
  var c = Part.zero
  var d = Part.zero

  @inline(__always) static func + (x: WideNumbers, y: WideNumbers) -> WideNumbers {
    WideNumbers(a: x.a &+ y.a, b: x.b &+ y.b, c: x.c &+ y.c, d: x.d &+ y.d)
  }

  @inline(__always) static prefix func - (x: WideNumbers) -> WideNumbers {
    WideNumbers(a: .zero &- x.a, b: .zero &- x.b, c: .zero &- x.c, d: .zero &- x.d)
  }

  @inline(__always) func larger(_ y: WideNumbers) -> WideNumbers {
    WideNumbers(
      a: a.replacing(with: y.a, where: y.a .> a), b: b.replacing(with: y.b, where: y.b .> b),
      c: c.replacing(with: y.c, where: y.c .> c), d: d.replacing(with: y.d, where: y.d .> d))
  }

  subscript(lane: Int) -> Int32 {
    @inline(__always) get {
      switch lane >> 3 {
      case 0: a[lane & 7]
      case 1: b[lane & 7]
      case 2: c[lane & 7]
      default: d[lane & 7]
      }
    }
    @inline(__always) set {
      switch lane >> 3 {
      case 0: a[lane & 7] = newValue
      case 1: b[lane & 7] = newValue
      case 2: c[lane & 7] = newValue
      default: d[lane & 7] = newValue
      }
    }
  }

  /// Whether one of the numbers is at least `bound`.
  @inline(__always) func reaches(_ bound: Int32) -> Bool {
    let bounds = Part(repeating: bound)
    return any((a .>= bounds) .| (b .>= bounds) .| (c .>= bounds) .| (d .>= bounds))
  }
}

/// Deviations of 32 replicates beside each other, so that one instruction works on several.
protocol DeviationLanes: Sendable {
  static var zero: Self { get }
  static func sum(_ x: Self, _ y: Self) -> Self
  static func larger(_ x: Self, _ y: Self) -> Self
  static func smaller(_ x: Self, _ y: Self) -> Self
  /// The number in one replicate.
  subscript(lane lane: Int) -> Int32 { get set }
  var wide: WideNumbers { get }
  /// The largest absolute value that is kept.
  static var limit: Int32 { get }
}

/// Deviations up to 32,767, the usual case.
struct NarrowLanes: DeviationLanes {
  private typealias Part = SIMD8<Int16>
  private var a = Part.zero
  private var b = Part.zero
  private var c = Part.zero
  private var d = Part.zero

  static var zero: Self { @inline(__always) get { Self() } }

  @inline(__always) static func sum(_ x: Self, _ y: Self) -> Self {
    Self(a: x.a &+ y.a, b: x.b &+ y.b, c: x.c &+ y.c, d: x.d &+ y.d)
  }

  @inline(__always) static func larger(_ x: Self, _ y: Self) -> Self {
    Self(
      a: x.a.replacing(with: y.a, where: y.a .> x.a),
      b: x.b.replacing(with: y.b, where: y.b .> x.b),
      c: x.c.replacing(with: y.c, where: y.c .> x.c), d: x.d.replacing(with: y.d, where: y.d .> x.d)
    )
  }

  @inline(__always) static func smaller(_ x: Self, _ y: Self) -> Self {
    Self(
      a: x.a.replacing(with: y.a, where: y.a .< x.a),
      b: x.b.replacing(with: y.b, where: y.b .< x.b),
      c: x.c.replacing(with: y.c, where: y.c .< x.c), d: x.d.replacing(with: y.d, where: y.d .< x.d)
    )
  }

  subscript(lane lane: Int) -> Int32 {
    get { wide[lane] }
    set {
      let number = Int16(truncatingIfNeeded: newValue)
      switch lane >> 3 {
      case 0: a[lane & 7] = number
      case 1: b[lane & 7] = number
      case 2: c[lane & 7] = number
      default: d[lane & 7] = number
      }
    }
  }

  var wide: WideNumbers {
    @inline(__always) get {
      WideNumbers(
        a: .init(truncatingIfNeeded: a), b: .init(truncatingIfNeeded: b),
        c: .init(truncatingIfNeeded: c), d: .init(truncatingIfNeeded: d))
    }
  }

  static var limit: Int32 { Int32(Int16.max) }
}

/// Deviations beyond that.
struct WideLanes: DeviationLanes {
  private(set) var wide = WideNumbers()

  static var zero: Self { @inline(__always) get { Self() } }
  @inline(__always) static func sum(_ x: Self, _ y: Self) -> Self { Self(wide: x.wide + y.wide) }
  @inline(__always) static func larger(_ x: Self, _ y: Self) -> Self {
    Self(wide: x.wide.larger(y.wide))
  }
  @inline(__always) static func smaller(_ x: Self, _ y: Self) -> Self {
    Self(wide: -(-x.wide).larger(-y.wide))
  }
  subscript(lane lane: Int) -> Int32 {
    get { wide[lane] }
    set { wide[lane] = newValue }
  }
  static var limit: Int32 { Int32.max }
}

/// 32 replicates: by how much the count of each area and period differs from the expected one, and the
/// largest likelihood ratio found so far.
struct ReplicateBlock<Lanes: DeviationLanes>: Sendable {
  static var width: Int { 32 }

  /// The numbers of the replicates.
  let replicates: Range<Int>
  /// By period, then by area: the count less the whole number nearest to the expected one.
  private(set) var deviations: [[Lanes]]
  /// The largest absolute deviation of each period.
  private var spread: [Int32]
  /// The deviations summed over ``periods``.
  private(set) var running: [Lanes]
  private var periods = 0..<0
  /// The largest log likelihood ratio per replicate.
  var maxima: [Double]

  /// Takes the counts that `draw` gives for a replicate, by area and period.
  init(
    _ replicates: Range<Int>, bases: [Int32], areaCount: Int, periodCount: Int,
    draw: (_ replicate: Int, _ put: (_ place: Int, _ count: Int) -> Void) -> Void
  ) {
    self.replicates = replicates
    maxima = [Double](repeating: 0, count: replicates.count)
    running = []
    var table = [[Lanes]](
      repeating: [Lanes](repeating: .zero, count: areaCount), count: periodCount)
    var largest = [Int32](repeating: 0, count: periodCount)
    var counts = [Int32](repeating: 0, count: bases.count)
    for replicate in replicates {
      let lane = replicate - replicates.lowerBound
      for place in counts.indices { counts[place] = 0 }
      draw(replicate) { place, count in counts[place] += Int32(count) }
      for period in 0..<periodCount {
        for area in 0..<areaCount {
          let place = area * periodCount + period
          let deviation = counts[place] - bases[place]
          largest[period] = max(largest[period], abs(deviation))
          table[period][area][lane: lane] = deviation
        }
      }
    }
    deviations = table
    spread = largest
  }

  /// Whether the deviations of every stretch of periods fit in their numbers.
  var fits: Bool { spread.reduce(0) { $0 + Int($1) } <= Int(Lanes.limit) }

  /// How many areas can be summed without leaving the numbers.
  var safeLength: Int {
    let largest = periods.reduce(0) { $0 + Int(spread[$1]) }
    return largest == 0 ? .max : max(Int(Lanes.limit) / largest, 1)
  }

  /// The level of the smallest of the maxima, in ``ScanThresholds``.
  var lowestLevel: Int { ScanThresholds.level(maxima.min() ?? 0) }

  /// Sums the deviations over a stretch of periods; quick when it is one longer than before.
  mutating func take(_ wanted: Range<Int>) {
    if wanted == periods { return }
    if wanted.lowerBound == periods.lowerBound, wanted.upperBound == periods.upperBound + 1,
      !periods.isEmpty
    {
      let added = deviations[periods.upperBound]
      for area in running.indices { running[area] = Lanes.sum(running[area], added[area]) }
    } else {
      running = deviations[wanted.lowerBound]
      for period in wanted.dropFirst() {
        for area in running.indices {
          running[area] = Lanes.sum(running[area], deviations[period][area])
        }
      }
    }
    periods = wanted
  }
}
