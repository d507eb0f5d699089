public import KoineText
import SystemPackage

/// The folder of lexicons, and the cache of what has been compiled from it.
///
/// A compiled table is named after the hash of everything it was made from, so a change of any source makes a
/// new file, and two processes that start at once write the same bytes. Files appear by renaming, whole or not at all.
public final class LexiconStore: Sendable {
  /// The folder that holds the lexicons.
  public let directory: String
  /// The folder for compiled tables; without one, tables are compiled in memory at each start.
  public let cache: String?

  /// Opens the lexicons under `directory`.
  public init(directory: String, cache: String?) {
    self.directory = directory
    self.cache = cache
  }

  /// A file that a table is compiled from.
  public struct SourceFile: Sendable {
    /// The path under `Lexicons`, or the user's path.
    public var name: String
    /// Its text.
    public var text: String

    /// Takes a text as a file's.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }

    /// The rows of the file.
    ///
    /// - Throws: `Diagnostics` with every error in the file.
    public func rows(_ schema: TableSchema) throws(Diagnostics) -> [SourceTable.Row] {
      let table = SourceTable(text, file: name, schema: schema)
      let errors = table.diagnostics.filter { $0.severity == .error }
      if !errors.isEmpty { throw Diagnostics(errors) }
      return table.rows
    }
  }

  /// Whether the lexicons hold a file named `name`.
  public func contains(_ name: String) -> Bool {
    (try? FileDescriptor.open(FilePath(path(of: name)), .readOnly)).map { try? $0.close() } != nil
  }

  /// Reads one file; `name` is a path under `Lexicons`, or an absolute one, or one that starts with `./`.
  public func file(_ name: String) throws(Diagnostics) -> SourceFile {
    do {
      let bytes = try readWhole(path(of: name))
      guard let text = String(validating: bytes, as: UTF8.self) else {
        throw Diagnostics([
          Diagnostic(.error, "lexicon.encoding", "the file is not UTF-8", at: .init(file: name, line: 1))
        ])
      }
      return SourceFile(name: name, text: text)
    } catch let error as Diagnostics {
      throw error
    } catch {
      throw Diagnostics([
        Diagnostic(
          .error,
          "lexicon.unreadable",
          "cannot read the file (\(error))",
          at: .init(file: name, line: 1),
          hint: "lexicons are looked for in '\(directory)'"
        )
      ])
    }
  }

  /// Opens the table that `build` makes of the files named, from the cache if it is there.
  ///
  /// - Parameters:
  ///   - name: a short name for the kind of table, part of the file's name.
  ///   - version: raised when `build` changes what it makes of the same sources.
  ///   - files: the sources, as `file(_:)` takes them.
  ///   - build: makes the rows from the sources.
  /// - Returns: the compiled table.
  /// - Throws: `Diagnostics` with every problem of every source.
  public func table(
    _ name: String,
    version: Int,
    from files: [String],
    build: ([SourceFile]) throws(Diagnostics) -> TableBuilder
  ) throws(Diagnostics) -> MappedTable {
    var sources: [SourceFile] = []
    var problems: [Diagnostic] = []
    for file in files {
      do { sources.append(try self.file(file)) } catch { problems += error.all }
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    var hash = SHA256()
    hash.update("\(name) \(version) KLX1\n")
    for source in sources {
      hash.update("\(source.name) \(source.text.utf8.count)\n")
      hash.update(source.text)
    }
    let path = cache.map { "\($0)/\(name)-\(hash.finish().prefix(24)).klx" }
    if let path, let table = try? MappedTable(path: path) { return table }
    let bytes = try build(sources).compiled()
    if let path, let cache, save(bytes, at: path, in: cache), let table = try? MappedTable(path: path) { return table }
    do { return try MappedTable(bytes: bytes) } catch {
      throw Diagnostics([Diagnostic(.error, "lexicon.compile", "the table '\(name)' cannot be compiled: \(error)")])
    }
  }

  private func path(of name: String) -> String {
    name.hasPrefix("/") || name.hasPrefix("./") || name.hasPrefix("../") ? name : "\(directory)/\(name)"
  }

  /// Writes through a file of this process's own and renames it; a cache that cannot be written is no error.
  private func save(_ bytes: [UInt8], at path: String, in folder: String) -> Bool {
    do {
      try makeFolders(folder)
      let draft = "\(path).\(processID()).draft"
      let descriptor = try FileDescriptor.open(
        FilePath(draft),
        .writeOnly,
        options: [.create, .truncate],
        permissions: [.ownerReadWrite, .groupRead, .otherRead]
      )
      do {
        try descriptor.closeAfter { _ = try descriptor.writeAll(bytes) }
        try rename(draft, to: path)
        return true
      } catch {
        remove(draft)
        return false
      }
    } catch {
      return false
    }
  }
}
