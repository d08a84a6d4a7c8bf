internal import Archives
internal import Bytes

/// The bytes of a file front to back: the file itself, what it packs, or one file of a zip.
final class ByteStream {
  /// What errors name.
  let name: String
  private let path: String
  private let storage: Storage
  private var offset = 0

  private enum Storage {
    case file(InputFile)
    case archive(ArchiveReader)
  }

  /// The bytes asked for at a time.
  static let blockSize = 1 << 18

  private init(path: String, name: String, storage: Storage) {
    self.path = path
    self.name = name
    self.storage = storage
  }

  /// Opens a file, plain or packed; of a zip the file named `member`.
  convenience init(path: String, member: String? = nil) throws(RegisterSourceError) {
    do throws(FileError) {
      let file = try InputFile(path: path)
      guard let packing = ArchiveReader.packing(try file.bytes(from: 0, count: 4)) else {
        self.init(path: path, name: path, storage: .file(file))
        return
      }
      do throws(Archives.Failure) {
        let archive = try ArchiveReader(path: path, packing: packing)
        while let entry = try archive.nextEntry() {
          guard member == nil || entry == member else { continue }
          let name = entry.isEmpty ? path : "\(path)/\(entry)"
          self.init(path: path, name: name, storage: .archive(archive))
          return
        }
        throw .damaged
      } catch {
        throw FileError.damagedArchive(path: path)
      }
    } catch {
      throw .file(error)
    }
  }

  /// Reads the present entry of an archive.
  convenience init(entry: String, of archive: ArchiveReader, path: String) {
    self.init(path: path, name: "\(path)/\(entry)", storage: .archive(archive))
  }

  /// The next bytes; empty at the end.
  func next() throws(RegisterSourceError) -> [UInt8] {
    switch storage {
    case .file(let file):
      do {
        let bytes = try file.bytes(from: offset, count: Self.blockSize)
        offset += bytes.count
        return bytes
      } catch {
        throw .file(error)
      }
    case .archive(let archive):
      do {
        return try archive.bytes(Self.blockSize)
      } catch {
        throw .file(.damagedArchive(path: path))
      }
    }
  }
}
