import KoineLexicon
import KoineText

/// Makes the finder's tables from the lexicons of names.
struct MentionTableCompiler: Sendable {
  let reader: WordReader
  let entities: EntityTables

  /// Names, places, roles and legal forms.
  func phrases(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 8)
    for row in entities.registry.all {
      guard let entry = RegistryEntry(row) else { continue }
      let note = entry.isWeak ? "weak" : ""
      add(
        entry.alias,
        [
          "R", entry.type.rawValue, entry.name, entry.id, entry.alias, note, entry.country,
          entry.sameAs.joined(separator: "|"),
        ],
        row.origin,
        to: &table
      )
    }
    for row in entities.places.all {
      let place = PlaceEntry(row)
      // CLDR has `world` among its regions, and adjectives in small letters.
      if place.name == "World" || place.written.unicodeScalars.first?.properties.isLowercase ?? true { continue }
      let note = place.isWeak ? "weak" : ""
      add(
        place.written,
        ["P", "Place", place.name, place.id, place.written, note, place.country, ""],
        row.origin,
        to: &table
      )
    }
    for file in files {
      switch file.name {
      case "entities/known-names.tsv":
        for row in try file.rows(EntityLexicons.knownNames) {
          add(row[0], ["N", row[1], row[2], "", row[0], row[3]], row.origin, to: &table)
        }
      case "entities/roles.tsv":
        for row in try file.rows(EntityLexicons.roles) {
          add(row[0], ["T", "Person", row[0], "", row[0], row[1]], row.origin, to: &table)
        }
      case "entities/legal-forms.tsv":
        for row in try file.rows(EntityLexicons.legalForms) {
          let country = row[1].contains(",") ? "" : row[1]
          add(row[0], ["L", "Organization", row[0], "", row[0], row[3], country], row.origin, to: &table)
        }
      default: break
      }
    }
    return table
  }

  private func add(_ phrase: String, _ fields: [String], _ origin: Origin, to table: inout TableBuilder) {
    let list = reader.words(in: phrase)
    guard list.words.count > 1 else { return }
    let key = String(decoding: list.folded, as: UTF8.self)
    table.add(key, fields + Array(repeating: "", count: 8 - fields.count), origin: origin)
    for word in list.words.dropLast(2) {
      table.addPrefix(String(decoding: list.folded[..<Int(word.foldUpper)], as: UTF8.self))
    }
  }

  /// Every word that means something to the finder, once, with all its classes.
  func words(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var classes: [String: (WordClass, Origin)] = [:]
    func add(_ key: String, _ more: WordClass, _ origin: Origin) {
      guard !key.isEmpty else { return }
      classes[key, default: ([], origin)].0.formUnion(more)
    }
    func addFirst(_ phrase: String, _ more: WordClass, _ origin: Origin) {
      let list = reader.words(in: phrase)
      guard list.words.count > 1 else { return }
      add(String(decoding: list.folded[..<Int(list.words[0].foldUpper)], as: UTF8.self), more, origin)
    }
    for row in entities.registry.all { addFirst(row[2], .phraseStart, row.origin) }
    for row in entities.places.all where !(row[5].unicodeScalars.first?.properties.isLowercase ?? true) {
      addFirst(row[5], .phraseStart, row.origin)
    }
    for file in files {
      switch file.name {
      case "entities/known-names.tsv":
        for row in try file.rows(EntityLexicons.knownNames) { addFirst(row[0], .phraseStart, row.origin) }
      case "entities/roles.tsv":
        for row in try file.rows(EntityLexicons.roles) { addFirst(row[0], .roleStart, row.origin) }
      case "entities/legal-forms.tsv":
        for row in try file.rows(EntityLexicons.legalForms) { addFirst(row[0], .legalStart, row.origin) }
      case "entities/person-names.tsv":
        for row in try file.rows(EntityLexicons.personNames) {
          let kind: WordClass = row[1] == "given" ? .given : row[1] == "surname" ? .surname : .pinyin
          add(reader.key(row[0]), kind, row.origin)
        }
      case "entities/triggers.tsv":
        for row in try file.rows(EntityLexicons.triggers) { add(reader.key(row[0]), trigger(row), row.origin) }
      case "entities/context.tsv":
        for row in try file.rows(EntityLexicons.context) { add(reader.key(row[0]), context(row), row.origin) }
      default: break
      }
    }
    var table = TableBuilder(columns: 1)
    for (key, value) in classes.sorted(by: { $0.key < $1.key }) {
      table.add(key, [String(value.0.rawValue)], origin: value.1)
    }
    return table
  }

  private func trigger(_ row: SourceTable.Row) -> WordClass {
    var classes: WordClass = row[3].hasPrefix("it") ? .italianTrigger : []
    switch row[1] {
    case "Organization":
      if row[2] != "last" { classes.insert(.orgFirst) }
      if row[2] != "first" { classes.insert(.orgLast) }
    case "Place":
      if row[2] != "last" { classes.insert(.placeFirst) }
      if row[2] != "first" { classes.insert(.placeLast) }
    default: break
    }
    return classes
  }

  private func context(_ row: SourceTable.Row) -> WordClass {
    let languages = row[2].split(separator: ",")
    switch row[1] {
    case "function", "common":
      let isFunction = row[1] == "function"
      var classes: WordClass = []
      for language in languages {
        switch language {
        case "en": classes.insert(isFunction ? .functionEnglish : .commonEnglish)
        case "it": classes.insert(isFunction ? .functionItalian : .commonItalian)
        default: classes.insert(isFunction ? .functionOther : .commonOther)
        }
      }
      return classes
    default: return WordClass.names.first { $0.0 == row[1] }?.1 ?? []
    }
  }
}
