public import KoineText
import SystemPackage

/// Judges lexicons and pipelines wherever they lie.
public struct CheckRun: Sendable {
  /// What was judged.
  public struct Counts: Hashable, Sendable {
    /// Lexicon files, manifests among them.
    public var lexicons = 0
    /// Definitions of pipelines.
    public var pipelines = 0
    /// Tests that definitions carry.
    public var tests = 0
  }

  /// What was judged so far.
  public private(set) var counts = Counts()
  /// What is wrong.
  public private(set) var problems: [Diagnostic] = []
  private let resources: Resources

  /// Starts to judge; tests of pipelines run with `resources`.
  public init(_ resources: Resources) { self.resources = resources }

  /// Judges a file, or every file under a folder.
  ///
  /// - Throws: `Errno` if the path cannot be read.
  public mutating func check(_ path: String) async throws {
    guard let tree = try? FileTree(path) else {
      try await check(file: path, bytes: FileTree.bytes(path), others: nil)
      return
    }
    for file in tree.files {
      let whole = path.hasSuffix("/") ? path + file : "\(path)/\(file)"
      try await check(file: whole, bytes: FileTree.bytes(whole), others: tree)
    }
  }

  private mutating func check(file: String, bytes: [UInt8], others: FileTree?) async throws {
    let parts = file.split(separator: "/").map(String.init)
    guard let name = parts.last else { return }
    if name == "lexicon.yaml" {
      counts.lexicons += 1
      let folder = parts.dropLast().last ?? ""
      let path = String(file.dropLast(name.count))
      let present = try FileTree(path.isEmpty ? "." : path).files.filter { $0 != name }
      problems += ManifestCheck.problems(in: bytes, file: file, folder: folder, present: present) {
        (try? FileTree.bytes(path + $0)).map(SHA256.hexadecimal)
      }
    } else if name.hasSuffix(".tsv") {
      counts.lexicons += 1
      problems += LexiconCheck().problems(inTable: bytes, file: file)
    } else if name.hasSuffix(".yaml") || name.hasSuffix(".yml") {
      if isPartOfLexicon(file) {
        counts.lexicons += 1
        do { _ = try YAMLSource(bytes, file: file) } catch { problems += error.all }
      } else {
        await check(definition: bytes, file: file)
      }
    }
  }

  /// Whether a folder above the file has a manifest.
  private func isPartOfLexicon(_ file: String) -> Bool {
    var folder = FilePath(file)
    while folder.removeLastComponent(), !folder.components.isEmpty {
      if (try? FileTree.bytes("\(folder.string)/lexicon.yaml")) != nil { return true }
    }
    return false
  }

  private mutating func check(definition bytes: [UInt8], file: String) async {
    counts.pipelines += 1
    do throws(Diagnostics) {
      let definition = try Definition(bytes, file: file, registry: .standard)
      if definition.cases.isEmpty {
        let hint = "add a list 'tests' with a text and what must come out of it"
        problems.append(
          Diagnostic(
            .error,
            "pipeline.no-tests",
            "the definition has no tests",
            at: .init(file: file, line: 1),
            hint: hint
          )
        )
      }
      let pipeline = try definition.pipeline(resources)
      for test in definition.cases {
        counts.tests += 1
        problems += await test.problems(in: pipeline)
      }
    } catch {
      problems += error.all
    }
  }
}
