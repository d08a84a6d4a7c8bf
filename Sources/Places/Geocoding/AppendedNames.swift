/// The names of columns that are appended to those of a file.
///
/// A name that the file has already, in whatever case, gets a number: `buurtcode_2` behind a file with
/// `buurtcode`, so that nothing of the input is lost and no name stands twice.
public struct AppendedNames: Hashable, Sendable {
  /// The names in their order.
  public let names: [String]
  /// Those that got a number: what they are called otherwise, and here.
  public let renamed: [Renamed]

  /// A column that is called otherwise than usual.
  public struct Renamed: Hashable, Sendable {
    /// The usual name, which the file has too.
    public let usual: String
    /// The name of the appended column.
    public let name: String
  }

  /// Names for `usual` behind the columns of `header`.
  public init(_ usual: [String], behind header: [String]) {
    var taken = Set(header.map { $0.lowercased() })
    var names: [String] = []
    var renamed: [Renamed] = []
    for column in usual {
      var name = column
      var number = 2
      while !taken.insert(name.lowercased()).inserted {
        name = "\(column)_\(number)"
        number += 1
      }
      names.append(name)
      if name != column { renamed.append(Renamed(usual: column, name: name)) }
    }
    self.names = names
    self.renamed = renamed
  }
}
