import ArgumentParser
import KoinePipeline

struct StagesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stages",
    abstract: "Lists the stages that a pipeline may have, and their options."
  )

  @OptionGroup var global: GlobalOptions

  @Flag(help: "Write the page docs/stages.md.")
  var markdown = false

  @Argument(help: "Show only this stage.")
  var name: String?

  func run() throws {
    var specs = StageRegistry.standard.specs
    if let name {
      specs = specs.filter { $0.name == name }
      if specs.isEmpty { throw CommandFailure(.usage, "there is no stage named '\(name)'") }
    }
    let output = try Output(nil)
    try output.write(StageGuide(specs).text(isMarkdown: markdown).utf8)
    try output.finish()
  }
}
