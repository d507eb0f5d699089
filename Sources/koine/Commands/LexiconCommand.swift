import ArgumentParser
import KoineLexicon
import KoinePipeline
import KoineText

struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Tools for lexicons.",
    subcommands: [Compile.self, Format.self, Stats.self, LookUp.self]
  )
}

extension LexiconCommand {
  struct Compile: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compiles every lexicon into a folder, for systems where nothing can be written later."
    )

    @OptionGroup var global: GlobalOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("The folder for compiled lexicons.", valueName: "folder"))
    var output: String

    func run() throws {
      let store = LexiconStore(directory: try Installation.lexicons(global.lexicons), cache: output)
      try EveryLexicon.open(Resources(store: store))
      let files = (try? FileTree(output).files.filter { $0.hasSuffix(".klx") }) ?? []
      if files.isEmpty { throw CommandFailure(.inputOutput, "cannot write to '\(output)'") }
      global.console.note("\(files.count) compiled lexicons in '\(output)'; use them with --cache or KOINE_CACHE")
    }
  }

  struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Writes lexicon files as they should be: NFC, sorted, without stray blanks."
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The files and folders.")
    var paths: [String]

    func run() throws {
      var changed = 0
      for path in paths {
        let files = try LexiconFiles(path).tables
        if files.isEmpty { throw CommandFailure(.failed, "there is no .tsv file at '\(path)'") }
        for file in files {
          let bytes = try Input.required(file)
          guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(.usage, "'\(file)' is not UTF-8")
          }
          let formatted = try LexiconFormat.formatted(text)
          if formatted == text, formatted.utf8.elementsEqual(bytes) { continue }
          changed += 1
          let output = try Output(file)
          try output.write(formatted.utf8)
          try output.finish()
          global.console.note(file)
        }
      }
      global.console.detail("\(changed) files changed")
    }
  }

  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Counts the rows of every lexicon file.")

    @OptionGroup var global: GlobalOptions

    func run() throws {
      let directory = try Installation.lexicons(global.lexicons)
      let output = try Output(nil)
      var total = 0
      for file in try LexiconFiles(directory).tables {
        let count = LexiconFormat.rows(String(decoding: try Input.required(file), as: UTF8.self)).count
        total += count
        try output.write(line: "\(file.dropFirst(directory.count + 1))\t\(count)")
      }
      try output.write(line: "total\t\(total)")
      try output.finish()
    }
  }

  struct LookUp: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "lookup",
      abstract: "Shows every row of every lexicon that has a word or phrase as one of its fields."
    )

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The word or phrase.")
    var word: String

    func run() throws {
      let directory = try Installation.lexicons(global.lexicons)
      let output = try Output(nil)
      let wanted = try Normalizer(form: .nfc).normalized(word).string.lowercased()
      var count = 0
      for file in try LexiconFiles(directory).tables {
        let rows = LexiconFormat.rows(String(decoding: try Input.required(file), as: UTF8.self))
        for row in rows where row.fields.contains(where: { $0.lowercased() == wanted }) {
          count += 1
          let place = "\(file.dropFirst(directory.count + 1)):\(row.line)"
          try output.write(line: ([place] + row.fields).joined(separator: "\t"))
        }
      }
      try output.finish()
      if count == 0 { throw CommandFailure(.failed, "no lexicon has '\(word)'") }
    }
  }
}

/// The tables at a path.
private struct LexiconFiles {
  let tables: [String]

  init(_ path: String) throws {
    switch FileKind(path) {
    case .folder: tables = try FileTree(path).files.filter { $0.hasSuffix(".tsv") }.map { "\(path)/\($0)" }
    case .nothing: throw CommandFailure(.failed, "there is no file '\(path)'")
    case .file, .other: tables = [path]
    }
  }
}
