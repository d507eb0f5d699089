import ArgumentParser
import KoineEntities
import KoinePipeline

struct NamesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "names",
    abstract: "Makes one canonical list of the names in documents, or of a list of names.",
    discussion: """
      'koine names INPUT…' makes the list, 'koine names list --help' shows its options; 'koine names review INPUT…' asks \
      about what the evidence leaves open. A file that is called 'review' is read as './review'.
      """,
    subcommands: [List.self, NamesReviewCommand.self],
    defaultSubcommand: List.self
  )
}

extension NamesCommand {
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "Makes the list; the word 'list' may be left out.",
      discussion: """
        Folders are read with all that is in them. Files of records that Koine wrote (.jsonl) are not read again: the \
        names in them are taken as they are.
        With --from names every line is a name; a tab and a type (Organization, Person, Place, Product, Event) may follow.
        With --list the names join a list that was made before: its identifiers and names stay.
        With --diff two lists (.jsonl) are compared: koine names --diff OLD NEW.
        """
    )

    @OptionGroup var global: GlobalOptions
    @OptionGroup var sources: NameSources

    @Option(help: ArgumentHelp("A file of decisions, which win over all evidence.", valueName: "file"))
    var decisions: String?

    @Option(help: "The shape of the list.")
    var format = NameList.Format.table

    @Flag(help: "Compare two lists instead: what was added, removed, renamed, merged, split and moved.")
    var diff = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Write to a file instead of standard output.", valueName: "file"))
    var output: String?

    func validate() throws {
      guard diff else { return }
      if sources.inputs.count != 2 { throw ValidationError("--diff takes two lists: koine names --diff OLD NEW") }
      if format != .table, format != .jsonl { throw ValidationError("--diff is written as table or jsonl") }
    }

    func run() async throws {
      Interrupt.watch()
      if diff { return try compare() }
      let clusterer = try sources.clusterer(global)
      let decided = try NameSources.decisions(decisions).decisions
      let earlier = try sources.earlier()
      let output = try Output(output)
      let names = try await sources.read(global).names
      try Interrupt.check()
      let list = clusterer.clusters(of: names, decisions: decided, joining: earlier)
      try output.write(NameList(list).text(format).utf8)
      try output.finish()
    }

    private func compare() throws {
      let lists = try sources.inputs.map { try NameListReader.names(try Input.required($0), file: $0) }
      let output = try Output(output)
      let changes = ListComparison(old: lists[0], new: lists[1]).changes
      for change in changes { try output.write(line: format == .jsonl ? change.json.line : change.text) }
      try output.finish()
    }
  }
}
