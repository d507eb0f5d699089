import ArgumentParser
import KoinePipeline
import KoineText

#if canImport(Glibc)
import Glibc
#endif

/// The command line.
struct Koine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koine",
    abstract: "Turns mixed-language feeds and folders into uniform English records.",
    subcommands: [
      NormalizeCommand.self,
      BatchCommand.self,
      NamesCommand.self,
      ReadCommand.self,
      CleanCommand.self,
      SegmentCommand.self,
      DetectCommand.self,
      TranslateCommand.self,
      EntitiesCommand.self,
      ValuesCommand.self,
      MatchCommand.self,
      SummarizeCommand.self,
      ExplainCommand.self,
      CheckCommand.self,
      StagesCommand.self,
      LexiconCommand.self,
      StreamCommand.self,
    ]
  )

  @OptionGroup var global: GlobalOptions

  @Flag(name: .customLong("version"), help: "Print the version of Koine and of its lexicons.")
  var printsVersion = false

  func run() async throws {
    guard printsVersion else { throw CleanExit.helpRequest(self) }
    let output = try Output(nil)
    try output.write(line: "koine \(Version.number)")
    for (name, hash) in try LexiconVersions(global.store()).hashes.sorted(by: { $0.key < $1.key }) {
      try output.write(line: "\(name) \(hash)")
    }
    try output.finish()
  }
}

/// Starts the command line and turns what it throws into exit codes.
@main
enum Main {
  static func main() async {
    Interrupt.ignoreBrokenPipes()
    exit(await status(Array(CommandLine.arguments.dropFirst())))
  }

  private static func status(_ arguments: [String]) async -> Int32 {
    let console = Console(.normal)
    do {
      var command = try Koine.parseAsRoot(arguments)
      if var async = command as? any AsyncParsableCommand { try await async.run() } else { try command.run() }
      return 0
    } catch let failure as CommandFailure {
      console.error(failure.description)
      return failure.status.rawValue
    } catch let problems as Diagnostics {
      console.diagnostics(problems.all)
      return CommandFailure.Status.usage.rawValue
    } catch let status as ExitCode {
      return status.rawValue
    } catch {
      return report(error, console)
    }
  }

  private static func report(_ error: any Error, _ console: Console) -> Int32 {
    let message = Koine.fullMessage(for: error)
    guard Koine.exitCode(for: error) == .success else {
      let isUsage = Koine.exitCode(for: error) == .validationFailure
      if isUsage { console.plain(message) } else { console.error("\(error)") }
      return (isUsage ? CommandFailure.Status.usage : .failed).rawValue
    }
    do {
      let output = try Output(nil)
      try output.write(line: message)
      try output.finish()
      return 0
    } catch {
      console.error(error.description)
      return error.status.rawValue
    }
  }
}
