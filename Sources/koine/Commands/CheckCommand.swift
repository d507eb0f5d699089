import ArgumentParser
import KoineLexicon
import KoinePipeline
import KoineText
import SystemPackage

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judges lexicons and pipelines, and runs the tests that pipelines carry."
  )

  @OptionGroup var global: GlobalOptions
  @OptionGroup var files: UserFiles

  @Argument(help: "Files and folders; without any, the lexicons and pipelines of Koine.")
  var paths: [String] = []

  func run() async throws {
    let store = try global.store()
    let all = paths.isEmpty ? [store.directory, try Installation.pipelines()] : paths
    var run = CheckRun(files.resources(store))
    for path in all {
      do { try await run.check(path) } catch let error as Errno {
        throw CommandFailure(.failed, "cannot read '\(path)': \(error)")
      }
    }
    let counts = run.counts
    if counts.lexicons + counts.pipelines == 0 {
      throw CommandFailure(.failed, "nothing checked: no lexicon and no pipeline under \(all.joined(separator: ", "))")
    }
    global.console.diagnostics(run.problems)
    let output = try Output(nil)
    let errors = run.problems.filter { $0.severity == .error }
    let result = errors.isEmpty ? "no errors" : "\(errors.count) \(errors.count == 1 ? "error" : "errors")"
    try output.write(
      line: "\(counts.lexicons) lexicon files, \(counts.pipelines) pipelines, \(counts.tests) tests: \(result)"
    )
    try output.finish()
    if errors.isEmpty { return }
    let isOnlyTests = errors.allSatisfy { $0.code == "pipeline.test-failed" }
    throw ExitCode((isOnlyTests ? CommandFailure.Status.failed : .usage).rawValue)
  }
}
