internal import CPROJ
internal import Geometry

/// The operation that PROJ shall use between two systems.
@unsafe
struct OperationChoice {
  /// The operation, x east and y north; whoever holds the choice frees it.
  let pipeline: OpaquePointer
  let name: String
  let accuracy: Double?
  let betterOneLacksGrid: Bool

  /// Takes the most accurate operation that can run, the first in PROJ's order among equals.
  /// Operations without any datum transformation ("ballpark") are left out.
  init(
    from source: ReferenceSystem, to target: ReferenceSystem, context: OpaquePointer
  ) throws(ProjectionError) {
    do throws(Failure) {
      unsafe self = try OperationChoice(
        from: source.definition, to: target.definition, context: context)
    } catch {
      switch error {
      case .sourceUnknown: throw .referenceSystemUnknown(source)
      case .targetUnknown: throw .referenceSystemUnknown(target)
      case .noOperation: throw .noOperation(from: source, to: target)
      }
    }
  }

  /// Why there is no operation.
  enum Failure: Error {
    case sourceUnknown, targetUnknown, noOperation
  }

  /// The same for systems as PROJ knows them: an EPSG number or WKT.
  init(
    from source: String, to target: String, context: OpaquePointer
  ) throws(Failure) {
    let from = unsafe proj_create(context, source)
    defer { _ = unsafe proj_destroy(from) }
    guard unsafe from != nil else { throw .sourceUnknown }
    let to = unsafe proj_create(context, target)
    defer { _ = unsafe proj_destroy(to) }
    guard unsafe to != nil else { throw .targetUnknown }

    let factory = unsafe proj_create_operation_factory_context(context, nil)
    defer { unsafe proj_operation_factory_context_destroy(factory) }
    let area = ReferenceSystem.wgs84.netherlands
    unsafe proj_operation_factory_context_set_area_of_interest(
      context, factory, area.minX, area.minY, area.maxX, area.maxY)
    unsafe proj_operation_factory_context_set_spatial_criterion(
      context, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
    unsafe proj_operation_factory_context_set_grid_availability_use(
      context, factory, PROJ_GRID_AVAILABILITY_IGNORED)
    unsafe proj_operation_factory_context_set_allow_ballpark_transformations(context, factory, 0)

    let list = unsafe proj_create_operations(context, from, to, factory)
    defer { unsafe proj_list_destroy(list) }
    var best: (operation: OpaquePointer, accuracy: Double)?
    var bestWithoutGrid = Double.infinity
    for index in 0..<(unsafe list == nil ? 0 : proj_list_get_count(list)) {
      guard let operation = unsafe proj_list_get(context, list, index) else { continue }
      let stated = unsafe proj_coordoperation_get_accuracy(context, operation)
      let accuracy = stated < 0 ? Double.infinity : stated
      guard unsafe proj_coordoperation_is_instantiable(context, operation) == 1 else {
        bestWithoutGrid = min(bestWithoutGrid, accuracy)
        _ = unsafe proj_destroy(operation)
        continue
      }
      if let former = unsafe best, unsafe former.accuracy <= accuracy {
        _ = unsafe proj_destroy(operation)
        continue
      }
      if let former = unsafe best { _ = unsafe proj_destroy(former.operation) }
      unsafe best = (operation, accuracy)
    }
    guard let best = unsafe best else { throw .noOperation }
    defer { _ = unsafe proj_destroy(best.operation) }
    guard let pipeline = unsafe proj_normalize_for_visualization(context, best.operation) else {
      throw .noOperation
    }
    unsafe self.pipeline = pipeline
    unsafe name = proj_get_name(best.operation).map { unsafe String(cString: $0) } ?? ""
    unsafe accuracy = best.accuracy.isFinite ? best.accuracy : nil
    unsafe betterOneLacksGrid = bestWithoutGrid < best.accuracy
  }
}

extension ReferenceSystem {
  /// What PROJ is asked for: ETRS89 stands for WGS 84, see ``Transformer``.
  var definition: String {
    switch self {
    case .rdNew: "EPSG:28992"
    case .wgs84: "EPSG:4258"
    }
  }
}
