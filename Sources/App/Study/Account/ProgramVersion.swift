/// The version of the program, which provenance keeps and `verify` compares.
///
/// Raised with every change after which the same study gives other bytes.
public enum ProgramVersion {
  /// Major, minor, patch.
  public static let text = "0.9.0"
}
