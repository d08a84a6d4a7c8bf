/// The sentences for errors: where, what was given, what is allowed, what to do.
enum ErrorText {
  /// The sentence for an error of ours, or nil for one of the argument parser.
  static func sentence(_ error: any Error) -> String? {
    "\(error)"
  }
}
