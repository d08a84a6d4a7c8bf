internal import CGEOS

/// A geometry of GEOS with one owner, freed when the owner goes.
///
/// Must not outlive the engine that made it; handles therefore stay inside one function.
@safe
struct GeometryHandle: ~Copyable {
  private let context: OpaquePointer
  private let pointer: OpaquePointer

  @unsafe
  init(taking pointer: OpaquePointer, context: OpaquePointer) {
    unsafe self.pointer = pointer
    unsafe self.context = context
  }

  deinit {
    unsafe GEOSGeom_destroy_r(context, pointer)
  }

  /// Lends the pointer for one call.
  borrowing func lend<Result: ~Copyable, Failure: Error>(
    _ body: (OpaquePointer) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    unsafe try body(pointer)
  }

  /// Gives the geometry away; the receiver frees it.
  @unsafe
  consuming func release() -> OpaquePointer {
    let pointer = unsafe pointer
    discard self
    return unsafe pointer
  }

  /// A collection that takes over all `parts`.
  @unsafe
  static func collected(
    _ parts: [OpaquePointer], type: GEOSGeomTypes, context: OpaquePointer
  ) -> OpaquePointer? {
    var parts = unsafe parts.map { unsafe Optional($0) }
    return unsafe parts.withUnsafeMutableBufferPointer {
      unsafe GEOSGeom_createCollection_r(
        context, Int32(type.rawValue), $0.baseAddress, UInt32($0.count))
    }
  }

  /// Frees geometries that no one owns yet.
  @unsafe
  static func destroy(_ parts: [OpaquePointer], context: OpaquePointer) {
    for index in unsafe parts.indices { unsafe GEOSGeom_destroy_r(context, parts[index]) }
  }
}
