import KoineLexicon
import KoineText

/// Makes the tables of names from their sources.
struct EntityTableCompiler: Sendable {
  let folding: NameFolding

  /// Every alias of every organization; a key that is the beginning of longer ones is known as such.
  func registry(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 8)
    for file in files {
      for entry in try RegistryFile(file).entries {
        let weak = Set(entry.weak)
        var seen: Set<String> = []
        for alias in [entry.name] + entry.aliases {
          let folded = folding.folded(alias)
          guard !folded.tokens.isEmpty, seen.insert(folded.key + "\t" + alias).inserted else { continue }
          table.add(
            folded.key,
            [
              entry.id, entry.name, alias, entry.type.rawValue, entry.country,
              weak.contains(alias) ? "weak" : "", entry.sameAs.joined(separator: "|"),
              entry.tickers.joined(separator: "|"),
            ],
            origin: entry.origin
          )
          addPrefixes(of: folded, to: &table)
        }
      }
    }
    return table
  }

  private func addPrefixes(of folded: FoldedName, to table: inout TableBuilder) {
    for end in folded.tokens.indices.dropLast() { table.addPrefix(folded.text(0..<(end + 1))) }
  }

  /// The gazetteer, then every region of CLDR in the languages that names come in.
  func places(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 6)
    var seen: Set<String> = []
    func add(_ written: String, _ english: String, _ country: String, _ kind: String, _ note: String, _ from: Origin) {
      let folded = folding.folded(written)
      let id = kind == "country" && !country.isEmpty ? "place:\(country)" : "place:\(slug(english, country))"
      guard !folded.tokens.isEmpty, seen.insert("\(folded.key)\t\(id)\t\(written)").inserted else { return }
      table.add(folded.key, [english, country, kind, note, id, written], origin: from)
      addPrefixes(of: folded, to: &table)
    }
    for file in files {
      for row in try file.rows(EntityLexicons.places) {
        add(row[0], row[1], row[2], row[3], row[4], row.origin)
      }
    }
    for code in Self.regionCodes {
      guard let english = Regions.name(of: code, in: .english) else { continue }
      let kind = code.utf8.count == 2 ? "country" : "continent"
      let origin = Origin(file: "CLDR region \(code)", line: 1)
      let country = kind == "country" ? code : ""
      for language in ["en", "it", "de", "fr", "es", "zh", "ja", "ko"] {
        guard let name = Regions.name(of: code, in: Language(rawValue: language)) else { continue }
        add(name, english, country, kind, Self.weakRegions.contains(code) ? "weak" : "", origin)
      }
    }
    return table
  }

  // Names that are also first names, surnames or common words: Jordan, Chad, Georgia, Mali, Guinea, Niger.
  private static let weakRegions: Set<String> = ["JO", "TD", "ML", "001", "AQ"]

  private static let regionCodes: [String] = {
    let letters = (UInt8(ascii: "A")...UInt8(ascii: "Z")).map { String(UnicodeScalar($0)) }
    let numbers = [
      "001", "002", "003", "005", "009", "011", "013", "014", "015", "017", "018", "019", "021", "029", "030", "034",
      "035", "039", "053", "054", "057", "061", "142", "143", "145", "150", "151", "154", "155", "202", "419",
    ]
    return letters.flatMap { a in letters.map { a + $0 } } + numbers
  }()

  private func slug(_ english: String, _ country: String) -> String {
    let name = folding.folded(english).key.split(separator: " ").joined(separator: "-")
    return country.isEmpty ? name : "\(name)-\(country.lowercased())"
  }

  /// Legal forms, word classes and glosses; a gloss also gives its word the class of its English.
  func words(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 2)
    var marks: Set<String> = []
    var classes: [String: String] = [:]
    var english: [String: String] = [:]
    for file in files {
      if file.name == "entities/legal-forms.tsv" {
        for row in try file.rows(EntityLexicons.legalForms) {
          let folded = folding.folded(row[0])
          guard !folded.tokens.isEmpty else { continue }
          table.add(folded.key, ["L", "\(row[3]) \(row[2])"], origin: row.origin)
          table.add(folded.key, ["N", "\(row[1]) \(row[0])"], origin: row.origin)
          let count = folded.tokens.count
          for (mark, edge) in [("H", folded.text(0)), ("T", folded.text(count - 1))]
          where marks.insert("\(mark)\(count) \(edge)").inserted {
            table.add(edge, [mark, String(count)], origin: row.origin)
          }
        }
      } else if file.name == "entities/kanji-readings.tsv" {
        for row in try file.rows(EntityLexicons.kanjiReadings) {
          for reading in row[1].split(separator: "|") { table.add(row[0], ["R", String(reading)], origin: row.origin) }
        }
      } else if file.name == "entities/words.tsv" {
        for row in try file.rows(EntityLexicons.words) {
          let key = folding.folded(row[0]).key
          classes[key] = row[1]
          table.add(key, ["C", row[1]], origin: row.origin)
        }
      } else if file.name == "entities/name-glosses/en.tsv" {
        for row in try file.rows(EntityLexicons.glosses) {
          english[folding.folded(row[0]).key] = folding.folded(row[1]).key
        }
      }
    }
    for file in files where file.name.hasPrefix("entities/name-glosses/") {
      for row in try file.rows(EntityLexicons.glosses) {
        let key = folding.folded(row[0]).key
        if key.isEmpty { continue }
        let isStem = row[0].hasSuffix("-")
        for gloss in row[1].split(separator: "|") {
          let plain = folding.folded(String(gloss)).key.split(separator: " ").map(String.init)
          let common = plain.map { english[$0] ?? $0 }.filter { classes[$0] != "stop" }
          guard !common.isEmpty else { continue }
          table.add(key, [isStem ? "S" : "G", common.joined(separator: " ")], origin: row.origin)
        }
        if isStem { continue }
        if row[1].isEmpty { table.add(key, ["G", ""], origin: row.origin) }
        if classes[key] == nil {
          let first = row[1].split(separator: "|").first.map { folding.folded(String($0)).key } ?? ""
          classes[key] = classes[english[first] ?? first] ?? "field"
          table.add(key, ["C", classes[key] ?? "field"], origin: row.origin)
        }
      }
    }
    return table
  }

  /// First names, surnames, and short forms of first names.
  func people(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 2)
    for file in files {
      if file.name == "entities/nicknames.tsv" {
        for row in try file.rows(EntityLexicons.nicknames) {
          table.add(folding.folded(row[0]).key, ["nick", folding.folded(row[1]).key], origin: row.origin)
        }
      } else {
        for row in try file.rows(EntityLexicons.personNames) {
          let key = folding.folded(row[0]).key
          if !key.isEmpty { table.add(key, [row[1], row[2]], origin: row.origin) }
        }
      }
    }
    return table
  }

  /// Roles of people and words that tell what a name names.
  func triggers(_ files: [LexiconStore.SourceFile]) throws(Diagnostics) -> TableBuilder {
    var table = TableBuilder(columns: 3)
    for file in files {
      if file.name == "entities/roles.tsv" {
        for row in try file.rows(EntityLexicons.roles) {
          let folded = folding.folded(row[0])
          table.add(folded.key, ["role", "", row[1]], origin: row.origin)
          addPrefixes(of: folded, to: &table)
        }
      } else {
        for row in try file.rows(EntityLexicons.triggers) {
          table.add(folding.folded(row[0]).key, [row[1], row[2], row[3]], origin: row.origin)
        }
      }
    }
    return table
  }
}
