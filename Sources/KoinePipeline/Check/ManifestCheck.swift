public import KoineText
import Yams

/// Judges `lexicon.yaml`, which tells what a folder of lexicons holds, where it comes from and under which licence.
public struct ManifestCheck: Sendable {
  private static let keys = ["name", "summary", "licence", "source", "files", "digests"]

  private let file: String
  private var problems: [Diagnostic] = []

  /// Returns what is wrong with a manifest.
  ///
  /// - Parameters:
  ///   - bytes: the manifest.
  ///   - file: its path.
  ///   - folder: the name of its folder.
  ///   - present: the files of the folder, without the manifest.
  ///   - digest: gives the SHA-256 hash of a file of the folder; `nil` if it cannot be read.
  /// - Returns: the problems in the order of the file.
  public static func problems(
    in bytes: [UInt8],
    file: String,
    folder: String,
    present: [String],
    digest: (String) -> String? = { _ in nil }
  ) -> [Diagnostic] {
    var check = ManifestCheck(file: file)
    do throws(Diagnostics) {
      let root = try YAMLSource(bytes, file: file).root
      check.read(root, folder: folder, present: present)
      check.compare(root?.mapping?["digests"], digest)
      return check.problems
    } catch {
      return error.all
    }
  }

  private init(file: String) { self.file = file }

  private mutating func report(_ code: String, _ message: String, at node: Node?, hint: String? = nil) {
    let place = node?.location(in: file) ?? Diagnostic.Location(file: file, line: 1)
    problems.append(Diagnostic(.error, "lexicon.\(code)", message, at: place, hint: hint))
  }

  private mutating func read(_ root: Node?, folder: String, present: [String]) {
    guard let root, let mapping = root.mapping else {
      let keys = Self.keys.joined(separator: ", ")
      report("bad-manifest", "a manifest is a mapping", at: root, hint: "it has the keys \(keys)")
      return
    }
    for (key, _) in mapping where !Self.keys.contains(key.string ?? "") {
      let name = key.string ?? "?"
      report("bad-manifest", "a manifest has no key '\(name)'", at: key, hint: hint(for: name, among: Self.keys))
    }
    for key in ["name", "summary", "licence", "source"] where mapping[key]?.string?.isEmpty != false {
      report("bad-manifest", "the manifest does not tell the \(key)", at: mapping[key] ?? root)
    }
    if let name = mapping["name"], let text = name.string, text != folder {
      report("bad-manifest", "the manifest is named '\(text)' in the folder '\(folder)'", at: name)
    }
    guard let files = mapping["files"]?.sequence else {
      report("bad-manifest", "the manifest does not list its files", at: mapping["files"] ?? root)
      return
    }
    let listed = files.compactMap(\.string)
    for (node, name) in zip(files, listed) where !present.contains(name) {
      report("missing-file", "there is no file '\(name)'", at: node)
    }
    for name in present where !listed.contains(name) && name != "LICENSE" {
      report("unlisted-file", "the manifest does not list '\(name)'", at: mapping["files"])
    }
  }

  /// Large files that no person reads are listed with their digests, so that opening Koine does not mean hashing them.
  private mutating func compare(_ digests: Node?, _ digest: (String) -> String?) {
    guard let digests else { return }
    guard let mapping = digests.mapping else {
      report("bad-manifest", "'digests' is a mapping from files to SHA-256 hashes", at: digests)
      return
    }
    for (name, stated) in mapping {
      guard let found = digest(name.string ?? "") else {
        report("missing-file", "there is no file '\(name.string ?? "?")'", at: name)
        continue
      }
      if stated.string != found {
        report(
          "digest",
          "the file is not the one that the manifest states",
          at: stated,
          hint: "its SHA-256 hash is \(found)"
        )
      }
    }
  }
}
