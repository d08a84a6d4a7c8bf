internal import CPROJ
public import Geometry

/// Transforms positions from one reference system to another, computed by PROJ.
///
/// `x` is east and `y` is north on both sides. The longitudes and latitudes are those of ETRS89, the
/// European realisation in which the Netherlands publish their positions; as is usual in Dutch
/// practice they stand for WGS 84 as well. The two drift apart by 2.5 cm a year and differ by less
/// than a metre. GDAL's direct way (EPSG:28992 to EPSG:4326) gives the same to about a millimetre.
///
/// One operation is chosen when the transformer is made and serves all positions: the most accurate
/// one that can run here. So the same grids give the same result for a position, whatever positions
/// are around it. The network is off and PROJ logs nothing.
///
/// The transformer can be neither copied nor shared: each task makes its own.
/// Cost: making one takes 5 to 30 ms, each position about 1 µs.
@safe
public struct Transformer: ~Copyable {
  /// What the positions are in; nil for a system that a file describes.
  public let source: ReferenceSystem?
  /// What the results are in.
  public let target: ReferenceSystem
  /// The accuracy in metres that PROJ states for the operation, relative to ETRS89; `nil` when it
  /// states none. Holds within ``ReferenceSystem/netherlands`` only.
  public let accuracy: Double?
  /// The name of the operation, for instance `Inverse of RD New + Amersfoort to ETRS89 (8)`.
  public let operation: String
  /// Whether PROJ knows a more accurate operation whose grid is not installed: the official
  /// procedure RDNAPTRANS 2018, accurate to 0.001 m, needs `nl_nsgi_rdtrans2018.tif`.
  public let betterOperationUnavailable: Bool

  private let context: OpaquePointer
  private let pipeline: OpaquePointer

  /// Finds the operation.
  /// - Throws: ``ProjectionError/referenceSystemUnknown(_:)`` or
  ///   ``ProjectionError/noOperation(from:to:)``.
  public init(
    from source: ReferenceSystem, to target: ReferenceSystem
  ) throws(ProjectionError) {
    guard let context = unsafe proj_context_create() else {
      throw .noOperation(from: source, to: target)
    }
    _ = unsafe proj_log_level(context, PJ_LOG_NONE)
    _ = unsafe proj_context_set_enable_network(context, 0)
    let choice: OperationChoice
    do throws(ProjectionError) {
      unsafe choice = try OperationChoice(from: source, to: target, context: context)
    } catch {
      _ = unsafe proj_context_destroy(context)
      throw error
    }
    unsafe self.init(choice, from: source, to: target, context: context)
  }

  /// Finds the operation from a system that a file describes.
  /// - Throws: ``ProjectionError/descriptionUnknown(name:)``.
  public init(
    from source: DescribedSystem, to target: ReferenceSystem
  ) throws(ProjectionError) {
    guard case .other(let definition, let name) = source else {
      guard case .known(let system) = source else { throw .descriptionUnknown(name: "") }
      try self.init(from: system, to: target)
      return
    }
    guard let context = unsafe proj_context_create() else { throw .descriptionUnknown(name: name) }
    _ = unsafe proj_log_level(context, PJ_LOG_NONE)
    _ = unsafe proj_context_set_enable_network(context, 0)
    guard
      let choice = unsafe try? OperationChoice(
        from: definition, to: target.definition, context: context)
    else {
      _ = unsafe proj_context_destroy(context)
      throw .descriptionUnknown(name: name)
    }
    // A description without a known datum may still be joined to one, tens of metres off.
    guard let accuracy = unsafe choice.accuracy, accuracy <= Self.worstAccuracy else {
      _ = unsafe proj_destroy(choice.pipeline)
      _ = unsafe proj_context_destroy(context)
      throw .descriptionUnknown(name: name)
    }
    unsafe self.init(choice, from: nil, to: target, context: context)
  }

  /// The accuracy in metres that a transformation from a described system must state at least.
  static let worstAccuracy = 5.0

  @unsafe
  private init(
    _ choice: OperationChoice, from source: ReferenceSystem?, to target: ReferenceSystem,
    context: OpaquePointer
  ) {
    self.source = source
    self.target = target
    accuracy = unsafe choice.accuracy
    operation = unsafe choice.name
    betterOperationUnavailable = unsafe choice.betterOneLacksGrid
    unsafe pipeline = choice.pipeline
    unsafe self.context = context
  }

  deinit {
    _ = unsafe proj_destroy(pipeline)
    _ = unsafe proj_context_destroy(context)
  }

  /// The version of PROJ in use, for instance `9.1.1`.
  public static var libraryVersion: String {
    unsafe String(cString: proj_info().version)
  }

  /// Transforms `positions` in place.
  ///
  /// A position outside ``ReferenceSystem/netherlands`` is transformed back as well, and refused
  /// when it does not return to within a metre: the formulas give numbers far beyond their reach.
  /// - Throws: ``ProjectionError/notTransformable(index:)`` with the first index that fails; the
  ///   positions are then unchanged.
  /// Cost: about 1 µs per position; a copy of the positions is held meanwhile.
  public func transform(_ positions: inout [Position]) throws(ProjectionError) {
    var results = positions
    apply(PJ_FWD, to: &results)
    let box = source?.netherlands
    for index in positions.indices {
      guard positions[index].isFinite, results[index].isFinite,
        box?.contains(positions[index]) ?? false || returns(results[index], to: positions[index])
      else { throw .notTransformable(index: index) }
    }
    positions = results
  }

  /// Transforms every position of a surface.
  /// - Throws: ``ProjectionError/notTransformable(index:)``; the index counts the positions of all
  ///   rings in the order of ``MultiPolygon/rings``.
  public func transform(_ area: MultiPolygon) throws(ProjectionError) -> MultiPolygon {
    let rings = area.rings
    var positions = rings.flatMap(\.positions)
    try transform(&positions)
    var next = 0
    // Equal positions give equal results, so rings stay closed and keep their length.
    let moved = try? area.mapPositions { _ in
      defer { next += 1 }
      return positions[next]
    }
    guard let moved else { throw .notTransformable(index: 0) }
    return moved
  }

  /// Transforms in place; what fails becomes infinite.
  private func apply(_ direction: PJ_DIRECTION, to positions: inout [Position]) {
    let count = positions.count
    let stride = MemoryLayout<Position>.stride
    unsafe positions.withUnsafeMutableBytes { bytes in
      // A position is two doubles, x before y.
      guard let x = unsafe bytes.assumingMemoryBound(to: Double.self).baseAddress else { return }
      _ = unsafe proj_trans_generic(
        pipeline, direction, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
  }

  private func returns(_ result: Position, to position: Position) -> Bool {
    var back = [result]
    apply(PJ_INV, to: &back)
    // Of a described system it is not known whether it counts degrees; those go up to 360.
    let isDegrees = source == .wgs84 || source == nil && abs(position.x) <= 360
    let metre = isDegrees ? 1e-5 : 1
    return abs(back[0].x - position.x) <= metre && abs(back[0].y - position.y) <= metre
  }
}
