import ArgumentParser
import KoineLexicon
import KoinePipeline
import KoineText

/// A pipeline that is ready to run, with what records say of it.
struct OpenPipeline {
  let pipeline: Pipeline
  let context: RecordContext
  /// The hash of the definition and of everything that it opens.
  let definition: String

  /// Opens the pipeline `name`: one that ships with Koine, or the path of a definition.
  init(_ name: String, store: LexiconStore, files: UserFiles) throws {
    let path = try Self.path(name)
    let read = try Definition(try Input.required(path), file: path, registry: .standard)
    let versions = try LexiconVersions(store).hashes
    var hash = SHA256()
    hash.update("\(Version.number) \(read.sha256)\n")
    for (folder, version) in versions.sorted(by: { $0.key < $1.key }) { hash.update("\(folder) \(version)\n") }
    for file in files.terms + ["-"] + files.registry {
      hash.update(file == "-" ? "-\n" : SHA256.hexadecimal(try Input.required(file)) + "\n")
    }
    definition = hash.finish()
    pipeline = try read.pipeline(files.resources(store))
    context = RecordContext(
      version: Version.number,
      pipeline: "\(read.name)@\(read.sha256.prefix(12))",
      lexicons: versions
    )
  }

  static func path(_ name: String) throws -> String {
    if name.contains("/") || name.hasSuffix(".yaml") || name.hasSuffix(".yml") { return name }
    let folder = try Installation.pipelines()
    let path = "\(folder)/\(name).yaml"
    if FileKind(path) == .file { return path }
    let known = try FileTree(folder).files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
    throw CommandFailure(.usage, "there is no pipeline '\(name)'; there are \(known.joined(separator: ", "))")
  }
}
