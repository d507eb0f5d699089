public import KoineLexicon
import KoineText
import SystemPackage
import Yams

/// The version of Koine.
public enum Version {
  /// The number, major.minor.patch.
  public static let number = "0.1.0"
}

/// The hash of each folder of lexicons, so that a record tells what it was made with.
public struct LexiconVersions: Sendable {
  /// The first digits of the SHA-256 hash of a folder's files, by the folder's name.
  public let hashes: [String: String]

  /// Reads every file under the lexicons, but those whose digest the folder's manifest states: `koine check` holds it to that.
  ///
  /// - Throws: what keeps a file from being read.
  public init(_ store: LexiconStore) throws {
    var hashes: [String: SHA256] = [:]
    let files = try FileTree(store.directory).files
    let stated = Self.statedDigests(files.filter { $0.hasSuffix("/lexicon.yaml") }, in: store.directory)
    for file in files {
      let folder = file.split(separator: "/").first.map(String.init) ?? file
      var hash = hashes[folder] ?? SHA256()
      if let digest = stated[file] {
        hash.update("\(file) \(digest)\n")
      } else {
        let bytes = try FileTree.bytes("\(store.directory)/\(file)")
        hash.update("\(file) \(bytes.count)\n")
        hash.update(bytes)
      }
      hashes[folder] = hash
    }
    self.hashes = hashes.mapValues { hash in
      var hash = hash
      return String(hash.finish().prefix(16))
    }
  }

  private static func statedDigests(_ manifests: [String], in directory: String) -> [String: String] {
    var stated: [String: String] = [:]
    for manifest in manifests {
      guard let bytes = try? FileTree.bytes("\(directory)/\(manifest)"),
        let digests = (try? YAMLSource(bytes, file: manifest))?.root?.mapping?["digests"]?.mapping
      else { continue }
      for (name, digest) in digests {
        if let name = name.string, let digest = digest.string {
          stated[manifest.dropLast("lexicon.yaml".count) + name] = digest
        }
      }
    }
    return stated
  }
}
