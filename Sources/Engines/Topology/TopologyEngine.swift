internal import CGEOS

/// Overlay, validity, repair and tessellation of surfaces, computed by GEOS.
///
/// Values go in and values come out; nothing of GEOS is visible outside. All surfaces of one call
/// lie in one plane: use RD New metres, not degrees. One engine serves one task at a time: it can be
/// neither copied nor shared, so each task makes its own.
///
/// Results have their rings and parts in GEOS's normal order, so that equal surfaces are equal
/// values. Of a mixed result only the polygons are returned; points and lines fall away.
///
/// Cost: making an engine takes about 60 ns. Each call copies its surfaces to GEOS and
/// back, a few nanoseconds per position.
@safe
public struct TopologyEngine: ~Copyable {
  private let context: OpaquePointer
  private let message: UnsafeMutablePointer<String>

  /// Makes an engine of its own for the calling task.
  public init() {
    unsafe context = GEOS_init_r()
    unsafe message = .allocate(capacity: 1)
    unsafe message.initialize(to: "")
    _ = unsafe GEOSContext_setErrorMessageHandler_r(
      context,
      { words, place in
        guard let words = unsafe words, let place = unsafe place else { return }
        unsafe place.assumingMemoryBound(to: String.self).pointee = String(cString: words)
      }, message)
  }

  deinit {
    unsafe GEOS_finish_r(context)
    unsafe message.deinitialize(count: 1)
    unsafe message.deallocate()
  }

  /// The version of GEOS in use, for instance `3.11.1-CAPI-1.17.1`.
  public static var libraryVersion: String { unsafe String(cString: GEOSversion()) }

  /// Runs calls to GEOS; the context must not leave `body`.
  func withContext<Result: ~Copyable, Failure: Error>(
    _ body: (OpaquePointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe message.pointee = ""
    return unsafe try body(context)
  }

  /// Owns the geometry that `body` makes.
  /// - Throws: ``TopologyError/refused(operation:message:)`` when it makes none.
  func make(
    _ operation: String, _ body: (OpaquePointer) -> OpaquePointer?
  ) throws(TopologyError) -> GeometryHandle {
    unsafe message.pointee = ""
    guard let pointer = unsafe body(context) else { throw refusal(operation) }
    return unsafe GeometryHandle(taking: pointer, context: context)
  }

  /// The error of a failed call, in GEOS's words.
  func refusal(_ operation: String) -> TopologyError {
    .refused(operation: operation, message: unsafe message.pointee)
  }

  /// What GEOS said last; empty when the last call went well.
  var words: String { unsafe message.pointee }
}
