public import KoineLexicon
import KoineText
import SystemPackage

/// The version of Koine.
public enum Version {
  /// The number, major.minor.patch.
  public static let number = "0.1.0"
}

/// The hash of each folder of lexicons, so that a record tells what it was made with.
public struct LexiconVersions: Sendable {
  /// The first digits of the SHA-256 hash of a folder's files, by the folder's name.
  public let hashes: [String: String]

  /// Reads every file under the lexicons.
  ///
  /// - Throws: what keeps a file from being read.
  public init(_ store: LexiconStore) throws {
    var hashes: [String: SHA256] = [:]
    for file in try FileTree(store.directory).files {
      let folder = file.split(separator: "/").first.map(String.init) ?? file
      let bytes = try FileTree.bytes("\(store.directory)/\(file)")
      var hash = hashes[folder] ?? SHA256()
      hash.update("\(file) \(bytes.count)\n")
      hash.update(bytes)
      hashes[folder] = hash
    }
    self.hashes = hashes.mapValues { hash in
      var hash = hash
      return String(hash.finish().prefix(16))
    }
  }
}
