internal import Fetching
internal import Foundation

extension FetchError {
  /// Where, what came, what is allowed, and what to do.
  var sentence: String {
    switch self {
    case .badAddress(let address): "\(address): this is no address of http or https."
    case .unreachable(let address, let code):
      "\(Self.host(address)) did not answer\(code == 0 ? "" : " (code \(code))"). Is there a "
        + "connection? All other commands work without one."
    case .status(let address, let code):
      "\(address): the host answers \(code)"
        + (code == 404 || code == 410
          ? ": the file is not there (any more). Look up its address, and name it in a file with --sources."
          : ". Try again later.")
    case .otherHost(let address, let target):
      "\(address): the host sends the request on to \(target). Nothing was taken from there; when it "
        + "is right, name that address in a file with --sources."
    case .html(let address):
      "\(address): a web page came in the place of data, as when a file was moved or one has to log in."
    case .wrongContent(let address, let expected):
      "\(address): what came is no \(expected.words)."
    case .empty(let address): "\(address): the host says that all is well, and sent nothing."
    case .tooLarge(let address, let limit):
      "\(address): more than \(limit >> 20) MB. When that is right, raise max_mb in a file with --sources."
    case .cutOff(let address, let got, let total):
      "\(address): the connection ended after \(got)\(total.map { " of \($0)" } ?? "") bytes, also when "
        + "tried again. Run it once more: it goes on from there when the host can."
    case .changed(let address):
      "\(address): the file was replaced at the source while it was being fetched. Run it again."
    case .wrongSize(let address, let got, let expected):
      "\(address): \(got) bytes, and the source is said to have \(expected). Another version? Then "
        + "correct size in a file with --sources."
    case .wrongChecksum(let address, let got, let expected):
      "\(address): SHA-256 \(got), and \(expected) is expected. It was not kept."
    case .busy(let path): "\(path): another run is fetching this file."
    case .damagedArchive(let path):
      "\(path): the zip is damaged, or can only be read with a password."
    case .notInArchive(let path, let wanted, let names):
      "\(path): one file whose name ends in '\(wanted)' is expected in the zip; it holds "
        + (names.isEmpty ? "nothing." : names.prefix(8).joined(separator: ", ") + ".")
    case .notPages(let address): "\(address): the answer is no JSON of the kind that is expected."
    case .noRows(let address):
      "\(address): the host says that all is well, and sent no rows. A filter that fits nothing does "
        + "that: look at codes, and at blanks behind keys."
    case .pageLoop(let address): "\(address): its pages lead back to one that was read."
    case .pagesIncomplete(let address, let got, let expected):
      "\(address): \(got) came, and the service says that there are \(expected). Run it again."
    case .otherColumns(let address, let column):
      "\(address): there is no column '\(column)'. When it was renamed, name the new one in a file with "
        + "--sources."
    }
  }

  private static func host(_ address: String) -> String {
    URL(string: address)?.host ?? address
  }
}

extension DownloadRequest.Content {
  fileprivate var words: String {
    switch self {
    case .zip: "zip archive or workbook"
    case .gpkg: "GeoPackage"
    case .csv: "text in rows and columns"
    case .odata, .ogc: "JSON"
    }
  }
}
