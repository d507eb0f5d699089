import ArgumentParser

/// The command line.
@main
struct Koine: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "koine",
    abstract: "Turns mixed-language feeds and folders into uniform English records.",
    version: "0.1.0"
  )
}
