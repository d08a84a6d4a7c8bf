internal import Bytes
internal import Foundation

/// A folder beside another that is gone when nobody holds this any more, also when the program is stopped.
final class PassingFolder {
  let path: String

  init(beside target: String) {
    var target = target
    while target.count > 1, target.hasSuffix("/") { target.removeLast() }
    path = target + ".controle-\(ProcessInfo.processInfo.processIdentifier)"
    TemporaryFiles.register(path)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    TemporaryFiles.forget(path)
  }
}
