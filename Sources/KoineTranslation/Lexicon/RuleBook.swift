import KoineLexicon
import KoineText
import Yams

/// The rules of `it-en/rules/*.yaml`: what each says, and the lists of words that rules go by.
struct RuleBook: Sendable {
  /// One rule as it is written.
  struct Rule: Sendable {
    var id: String
    var says: String
    var words: [String]
    /// Italian and English, run as tests.
    var examples: [(italian: String, english: String)]
    var line: Int
  }

  /// The files that hold rules.
  static let files = ["clauses", "nouns", "prepositions", "verbs"].map { "it-en/rules/\($0).yaml" }

  private let table: MappedTable

  init(store: LexiconStore) throws(Diagnostics) {
    table = try store.table("it-en-rules", version: 1, from: Self.files) { sources throws(Diagnostics) in
      var builder = TableBuilder(columns: 0)
      for source in sources {
        for rule in try Self.rules(in: source) {
          let origin = Origin(file: source.name, line: rule.line)
          builder.add("rule:\(rule.id)", [], origin: origin)
          for word in rule.words { builder.add("\(rule.id):\(word)", [], origin: origin) }
        }
      }
      return builder
    }
  }

  /// Whether the rule `id` lists `word`.
  func has(_ id: String, _ word: String) -> Bool { table.contains("\(id):\(word)") }

  /// Where the rule `id` stands.
  func origin(_ id: String) -> [Origin] { table.rows("rule:\(id)").map(\.origin) }

  /// The first sense of a verb, adjective or participle, whose frame says which prepositions follow.
  func frame(_ unit: Unit, _ lexicon: BilingualLexicon) -> Sense {
    if let given = unit.reading.given { return given }
    let senses: [Sense] =
      switch unit.tag {
      case .adjective: lexicon.adjectives(unit.lemma)
      case .verb, .infinitive, .gerund, .participle: lexicon.verbs(unit.lemma)
      default: []
      }
    return senses.first ?? Sense(english: unit.lemma, source: .unknown)
  }

  /// Reads the rules of one file.
  ///
  /// - Throws: every rule that is not written as it should be.
  static func rules(in source: LexiconStore.SourceFile) throws(Diagnostics) -> [Rule] {
    func problem(_ message: String, _ line: Int) -> Diagnostic {
      Diagnostic(
        .error,
        "lexicon.rule",
        message,
        at: .init(file: source.name, line: line),
        hint: "a rule has the keys id, says, words, examples"
      )
    }
    let node: Node?
    do { node = try Yams.compose(yaml: source.text) } catch {
      throw Diagnostics([problem("cannot be read: \(error)", 1)])
    }
    var rules: [Rule] = []
    var problems: [Diagnostic] = []
    for item in node?.sequence.map(Array.init) ?? [] {
      let line = item.mark?.line ?? 1
      guard let mapping = item.mapping, let id = mapping["id"]?.string, let says = mapping["says"]?.string else {
        problems.append(problem("a rule without id or says", line))
        continue
      }
      for (key, _) in mapping where !["id", "says", "words", "examples"].contains(key.string) {
        problems.append(problem("unknown key '\(key.string ?? "")' in rule '\(id)'", key.mark?.line ?? line))
      }
      var examples: [(String, String)] = []
      for example in mapping["examples"]?.sequence.map(Array.init) ?? [] {
        let pair = example.sequence.map { $0.compactMap(\.string) } ?? []
        if pair.count == 2 {
          examples.append((pair[0], pair[1]))
        } else {
          problems.append(problem("an example is a pair of Italian and English", example.mark?.line ?? line))
        }
      }
      let words = mapping["words"]?.sequence.map { $0.compactMap(\.string) } ?? []
      rules.append(Rule(id: id, says: says, words: words, examples: examples, line: line))
    }
    if !problems.isEmpty { throw Diagnostics(problems) }
    return rules
  }
}
