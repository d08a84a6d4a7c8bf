/// Why a file could not be fetched. Nothing but a part that can be resumed stays behind.
public enum FetchError: Error, Hashable, Sendable {
  /// The text is no address of `http` or `https`.
  case badAddress(String)
  /// The host did not answer; `code` is that of `URLError`.
  case unreachable(address: String, code: Int)
  /// The host answered with an error.
  case status(address: String, code: Int)
  /// The host sent the request on to another host, or from `https` to `http`.
  case otherHost(address: String, target: String)
  /// A page for people came in the place of data.
  case html(address: String)
  /// The first bytes are not those of the file that was asked for.
  case wrongContent(address: String, expected: DownloadRequest.Content)
  /// The host answered that all is well, and sent nothing.
  case empty(address: String)
  /// More than is taken.
  case tooLarge(address: String, limit: Int)
  /// The connection ended early, again after trying anew; `got` of `total` bytes are kept.
  case cutOff(address: String, got: Int, total: Int?)
  /// The file was replaced at the source while it was being fetched.
  case changed(address: String)
  /// The size is another than the source says.
  case wrongSize(address: String, got: Int, expected: Int)
  /// The SHA-256 is another than the source says.
  case wrongChecksum(address: String, got: String, expected: String)
  /// Another run is fetching the same file.
  case busy(path: String)
  /// The zip is damaged, or can only be read with a password.
  case damagedArchive(path: String)
  /// No file, or several, in the zip have the name that is looked for.
  case notInArchive(path: String, wanted: String, names: [String])
  /// The answer is no JSON of the kind that was asked for.
  case notPages(address: String)
  /// An answer without rows: a filter that fits nothing.
  case noRows(address: String)
  /// The link to the next page leads to one that was read.
  case pageLoop(address: String)
  /// The service said how many there are, and gave another number.
  case pagesIncomplete(address: String, got: Int, expected: Int)
  /// A page has other columns than the first.
  case otherColumns(address: String, column: String)
}
