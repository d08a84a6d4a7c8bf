internal import CGEOS
internal import Geometry

/// Overlay, validity and tessellation of surfaces with GEOS.
///
/// Values in, values out: surfaces are copied to GEOS and back. Not shared between tasks; making one
/// costs less than a microsecond.
@safe public struct TopologyEngine: ~Copyable {
  let context: GEOSContextHandle_t
  private let messages: MessageBox

  /// Starts GEOS.
  /// - Throws: ``TopologyError/noContext``.
  public init() throws(TopologyError) {
    guard let context = unsafe GEOS_init_r() else { throw .noContext }
    unsafe self.context = context
    self.messages = MessageBox()
    unsafe GEOSContext_setErrorMessageHandler_r(
      context,
      { message, box in
        guard let message = unsafe message, let box = unsafe box else { return }
        let text = unsafe String(cString: message)
        unsafe Unmanaged<MessageBox>.fromOpaque(box).takeUnretainedValue().last = text
      },
      Unmanaged.passUnretained(messages).toOpaque())
  }

  deinit { unsafe GEOS_finish_r(context) }

  /// The version of GEOS, for provenance.
  public static var libraryVersion: String { unsafe String(cString: GEOSversion()) }

  /// What GEOS said last.
  func failure(_ operation: String) -> TopologyError {
    .refused(operation: operation, message: messages.last)
  }

  /// Runs `work` on a GEOS copy of the surface.
  func with<Result>(
    _ surface: MultiPolygon, _ operation: String, _ work: (OpaquePointer) throws -> Result
  ) throws -> Result {
    let geometry = unsafe try made(surface, operation)
    defer { unsafe GEOSGeom_destroy_r(context, geometry) }
    return unsafe try work(geometry)
  }
}

/// Where GEOS leaves its messages; one per engine, used by one task at a time.
private final class MessageBox {
  var last = ""
}
