internal import CPROJ
public import Geometry

/// Brings positions from one reference system to another with PROJ.
///
/// East is always `x`. Offline: PROJ's network access is off. One operation is chosen for the whole of
/// the Netherlands, the most accurate one whose grids are installed, so that all positions are treated
/// alike.
/// Not guaranteed: better than ``accuracy``. Without the grid `nl_nsgi_rdtrans2018.tif` RD New to
/// WGS 84 is right to 0.25 m.
/// Cost: about 30 ms to make, then 1 to 2 µs a position. Use one per task.
@safe public struct Transformer: ~Copyable {
  /// What PROJ states as the accuracy of the operation in metres; nil when it states none.
  public let accuracy: Double?
  /// The name of the operation.
  public let operation: String
  /// Whether a more accurate operation exists whose grid is not installed.
  public let isBetterOperationMissing: Bool
  private let context: OpaquePointer
  private let pipeline: OpaquePointer

  /// Chooses the operation.
  /// - Throws: ``ProjectionError/noOperation(from:to:)``.
  public init(from: ReferenceSystem, to: ReferenceSystem) throws(ProjectionError) {
    guard let context = unsafe proj_context_create() else {
      throw .noOperation(from: from.epsg, to: to.epsg)
    }
    unsafe proj_context_set_enable_network(context, 0)
    unsafe proj_log_level(context, PJ_LOG_NONE)
    guard let choice = unsafe Self.choose(from, to, context: context) else {
      unsafe proj_context_destroy(context)
      throw .noOperation(from: from.epsg, to: to.epsg)
    }
    unsafe self.context = context
    unsafe self.pipeline = choice.pipeline
    self.accuracy = unsafe choice.accuracy
    self.operation = unsafe choice.name
    self.isBetterOperationMissing = unsafe choice.betterMissing
  }

  deinit {
    unsafe proj_destroy(pipeline)
    unsafe proj_context_destroy(context)
  }

  /// Transforms positions in place.
  /// - Throws: ``ProjectionError/notTransformable(index:)``; the positions then are partly
  ///   transformed and of no use.
  public func transform(_ positions: inout [Position]) throws(ProjectionError) {
    guard !positions.isEmpty else { return }
    let count = positions.count
    unsafe positions.withUnsafeMutableBytes { raw in
      let x = unsafe raw.baseAddress!.assumingMemoryBound(to: Double.self)
      let stride = MemoryLayout<Position>.stride
      unsafe proj_errno_reset(pipeline)
      _ = unsafe proj_trans_generic(
        pipeline, PJ_FWD, x, stride, count, x + 1, stride, count, nil, 0, 0, nil, 0, 0)
    }
    for index in positions.indices where !positions[index].isFinite {
      throw .notTransformable(index: index)
    }
  }

  /// The surface in the other system. Rings stay closed: equal positions stay equal.
  /// - Throws: ``ProjectionError/notTransformable(index:)``, counted over all positions.
  public func transform(_ surface: MultiPolygon) throws(ProjectionError) -> MultiPolygon {
    var positions: [Position] = []
    positions.reserveCapacity(surface.positionCount)
    for ring in surface.rings { positions += ring.positions }
    try transform(&positions)
    var next = positions.makeIterator()
    do {
      return try surface.mapPositions { _ in next.next()! }
    } catch {
      throw .notTransformable(index: 0)
    }
  }

  /// The version of PROJ, for provenance.
  public static var libraryVersion: String {
    let info = unsafe proj_info()
    return "\(unsafe info.major).\(unsafe info.minor).\(unsafe info.patch)"
  }

  @unsafe private struct Choice {
    let pipeline: OpaquePointer
    let accuracy: Double?
    let name: String
    let betterMissing: Bool
  }

  private static func choose(
    _ from: ReferenceSystem, _ to: ReferenceSystem, context: OpaquePointer
  ) -> Choice? {
    guard let source = unsafe proj_create(context, "EPSG:\(from.epsg)") else { return nil }
    defer { unsafe proj_destroy(source) }
    guard let target = unsafe proj_create(context, "EPSG:\(to.epsg)") else { return nil }
    defer { unsafe proj_destroy(target) }
    guard let factory = unsafe proj_create_operation_factory_context(context, nil) else {
      return nil
    }
    defer { unsafe proj_operation_factory_context_destroy(factory) }
    unsafe proj_operation_factory_context_set_spatial_criterion(
      context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    unsafe proj_operation_factory_context_set_grid_availability_use(
      context, factory, PROJ_GRID_AVAILABILITY_IGNORED)
    let land = ReferenceSystem.wgs84.netherlands
    unsafe proj_operation_factory_context_set_area_of_interest(
      context, factory, land.minX, land.minY, land.maxX, land.maxY)
    guard let operations = unsafe proj_create_operations(context, source, target, factory) else {
      return nil
    }
    defer { unsafe proj_list_destroy(operations) }
    var best: (index: Int32, accuracy: Double)?
    var bestOfAll = Double.infinity
    for index in 0..<(unsafe proj_list_get_count(operations)) {
      guard let operation = unsafe proj_list_get(context, operations, index) else { continue }
      defer { unsafe proj_destroy(operation) }
      let stated = unsafe proj_coordoperation_get_accuracy(context, operation)
      let accuracy = stated < 0 ? Double.greatestFiniteMagnitude : stated
      bestOfAll = min(bestOfAll, accuracy)
      guard unsafe proj_coordoperation_is_instantiable(context, operation) != 0 else { continue }
      if accuracy < best?.accuracy ?? .infinity { best = (index, accuracy) }
    }
    guard let best, let operation = unsafe proj_list_get(context, operations, best.index) else {
      return nil
    }
    defer { unsafe proj_destroy(operation) }
    let name = unsafe proj_get_name(operation).map { unsafe String(cString: $0) } ?? ""
    guard let pipeline = unsafe proj_normalize_for_visualization(context, operation) else {
      return nil
    }
    return unsafe Choice(
      pipeline: pipeline,
      accuracy: best.accuracy < 1e6 ? best.accuracy : nil, name: name,
      betterMissing: bestOfAll < best.accuracy)
  }
}
