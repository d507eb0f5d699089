import KoineLexicon
import KoineText

/// Every form of every Italian word that the lexicons know.
///
/// Nouns, adjectives and closed classes are stored form by form; verbs as stems and endings, so that a hundred forms cost
/// one row.
struct ItalianForms: Sendable {
  private let table: MappedTable
  /// Rows under a key that starts so say how unlikely a reading of the form is.
  static let preferenceMark = "?"

  init(store: LexiconStore) throws(Diagnostics) {
    let files = [
      "it/paradigms.yaml", "it/nouns.tsv", "it/adjectives.tsv", "it/verbs.tsv", "it/adverbs.tsv", "it/closed.tsv",
      "it/forms.tsv", "it/preferences.tsv",
    ]
    table = try store.table("it-forms", version: 4, from: files) { sources throws(Diagnostics) in
      var builder = FormsBuilder(paradigms: try Paradigms(sources[0]))
      // Closed classes come first: readings keep this order.
      try builder.addForms(sources[5], TranslationLexicons.italianForms[0])
      try builder.addForms(sources[6], TranslationLexicons.italianForms[1])
      try builder.addNouns(sources[1])
      try builder.addAdjectives(sources[2])
      try builder.addVerbs(sources[3])
      try builder.addAdverbs(sources[4])
      try builder.addPreferences(sources[7])
      return try builder.finish()
    }
  }

  /// The readings of `form`, in lower case.
  func readings(of form: String) -> [Reading] {
    var readings: [Reading] = []
    for row in table.rows(form) {
      guard let tag = Tag.named[row[1]], let features = Features(code: row[2]) else { continue }
      readings.append(Reading(lemma: row[0], tag: tag, features: features, cost: Float(row[3]) ?? 0))
    }
    addVerbs(form, &readings)
    if readings.count > 1 {
      for row in table.rows(Self.preferenceMark + form) {
        guard let tag = Tag.named[row[1]], let cost = Float(row[3]) else { continue }
        for index in readings.indices where readings[index].tag == tag && readings[index].lemma == row[0] {
          readings[index].cost += cost
        }
      }
    }
    return readings
  }

  /// Whether the form is known at all.
  func knows(_ form: String) -> Bool { !readings(of: form).isEmpty }

  private func addVerbs(_ form: String, _ readings: inout [Reading]) {
    var key: [UInt8] = [UInt8(ascii: "^")]
    let bytes = Array(form.utf8)
    // Endings have at most 9 letters; whole forms such as *vado* stand on an empty stem.
    for end in stride(from: bytes.count, through: 0, by: -1) where end == 0 || bytes.count - end <= 12 {
      if end < bytes.count, bytes[end] & 0xC0 == 0x80 { continue }
      key.removeSubrange(1...)
      key += bytes[..<end]
      let stems = table.rows(key.span)
      if stems.isEmpty { continue }
      let ending = String(decoding: bytes[end...], as: UTF8.self)
      for stem in stems {
        for row in table.rows("\(stem[1])|\(ending)") {
          guard let tag = Tag.named[row[1]], let features = Features(code: row[2]) else { continue }
          readings.append(Reading(lemma: stem[0], tag: tag, features: features, auxiliary: stem[2]))
        }
      }
    }
  }

  /// The auxiliary of the verb `lemma`, if it is known.
  func endings(of form: String, paradigm: String) -> [(tag: Tag, features: Features)] {
    table.rows("\(paradigm)|\(form)").compactMap { row in
      guard let tag = Tag.named[row[1]], let features = Features(code: row[2]) else { return nil }
      return (tag, features)
    }
  }
}

/// Spells out forms from lemmas and patterns.
private struct FormsBuilder {
  private let paradigms: Paradigms
  private var builder = TableBuilder(columns: 4)
  private var problems: [Diagnostic] = []

  init(paradigms: Paradigms) {
    self.paradigms = paradigms
    for (name, paradigm) in paradigms.verbs.sorted(by: { $0.key < $1.key }) {
      for form in paradigm.forms {
        add("\(name)|\(form.ending)", "", form.tag, form.features, Origin(file: "it/paradigms.yaml", line: 1))
      }
    }
  }

  func finish() throws(Diagnostics) -> TableBuilder {
    if !problems.isEmpty { throw Diagnostics(problems) }
    return builder
  }

  private mutating func add(
    _ form: String,
    _ lemma: String,
    _ tag: Tag,
    _ features: Features,
    _ origin: Origin,
    cost: String = ""
  ) {
    let code = features.description
    builder.add(form, [lemma, String(describing: tag), code, cost], origin: origin)
  }

  private mutating func report(_ pattern: String, _ row: SourceTable.Row) {
    problems.append(
      Diagnostic(
        .error,
        "lexicon.paradigm",
        "'\(row[0])' does not follow the pattern '\(pattern)'",
        at: .init(file: row.origin.file, line: row.origin.line),
        hint: "patterns are listed in it/paradigms.yaml"
      )
    )
  }

  mutating func addForms(_ source: LexiconStore.SourceFile, _ schema: TableSchema) throws(Diagnostics) {
    for row in try source.rows(schema) {
      guard let tag = Tag.named[row[2]], let features = Features(code: row[3]) else {
        report(row[3], row)
        continue
      }
      add(row[0], row[1], tag, features, row.origin, cost: row[4])
    }
  }

  mutating func addNouns(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    for row in try source.rows(TranslationLexicons.italianNouns) {
      let lemma = row[0].lowercased()
      guard let paradigm = paradigms.nouns[row[1]], lemma.hasSuffix(paradigm.strip) else {
        report(row[1], row)
        continue
      }
      let stem = lemma.dropLast(paradigm.strip.count)
      for form in paradigm.forms {
        var features = form.features
        var text = String(stem + form.ending)
        if features.number == .plural, !row[2].isEmpty {
          // A plural may change its gender: `f=braccia`.
          let cell = row[2]
          if cell.hasPrefix("f=") { features.gender = .feminine }
          text = cell.hasPrefix("f=") ? String(cell.dropFirst(2)) : cell
          if text == "-" { continue }
        }
        if form.features.number == .plural, text == lemma, paradigm.strip.isEmpty, row[2].isEmpty {
          // One form for both: the number stays open.
          continue
        }
        if paradigm.strip.isEmpty, row[2].isEmpty { features.number = .any }
        add(text, row[0], .noun, features, row.origin)
      }
      for feminine in row[3].split(separator: ";") {
        var female = Features(gender: .feminine, number: .singular)
        add(String(feminine), row[0], .noun, female, row.origin)
        guard let plural = femininePlural(feminine) else { continue }
        female.number = .plural
        add(plural, row[0], .noun, female, row.origin)
      }
    }
  }

  private func femininePlural(_ singular: Substring) -> String? {
    if singular.hasSuffix("ca") || singular.hasSuffix("ga") { return singular.dropLast() + "he" }
    if singular.hasSuffix("a") { return singular.dropLast() + "e" }
    if singular.hasSuffix("e") { return singular.dropLast() + "i" }
    return nil
  }

  mutating func addAdjectives(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    for row in try source.rows(TranslationLexicons.italianAdjectives) {
      guard let paradigm = paradigms.adjectives[row[1]], row[0].hasSuffix(paradigm.strip) else {
        report(row[1], row)
        continue
      }
      let stem = row[0].dropLast(paradigm.strip.count)
      var seen: [String: Features] = [:]
      var order: [String] = []
      for form in paradigm.forms {
        let text = String(stem + form.ending)
        if var features = seen[text] {
          if features.gender != form.features.gender { features.gender = .any }
          if features.number != form.features.number { features.number = .any }
          seen[text] = features
        } else {
          seen[text] = form.features
          order.append(text)
        }
      }
      for text in order { add(text, row[0], .adjective, seen[text] ?? Features(), row.origin) }
    }
  }

  mutating func addVerbs(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    for row in try source.rows(TranslationLexicons.italianVerbs) {
      guard let paradigm = paradigms.verbs[row[1]], row[0].hasSuffix(paradigm.strip) else {
        report(row[1], row)
        continue
      }
      builder.add("^" + row[0].dropLast(paradigm.strip.count), [row[0], row[1], row[2]], origin: row.origin)
    }
  }

  mutating func addPreferences(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    for row in try source.rows(TranslationLexicons.italianPreferences) {
      builder.add(ItalianForms.preferenceMark + row[0], [row[1], row[2], "", row[3]], origin: row.origin)
    }
  }

  mutating func addAdverbs(_ source: LexiconStore.SourceFile) throws(Diagnostics) {
    for row in try source.rows(TranslationLexicons.italianAdverbs) {
      add(row[0], row[0], .adverb, Features(), row.origin)
    }
  }
}
