/// What digests, pages and tables show of a record, read back from its JSON.
struct RecordView: Decodable {
  struct Extension: Decodable {
    struct Original: Decodable { let language: String? }
    struct Source: Decodable {
      let name: String?
      let file: String?
    }
    struct Entity: Decodable {
      let id: String?
      let name: String
      let type: String
      let country: String?
      let salience: Double
      let mentions: [Mention]
    }
    struct Mention: Decodable {
      let start: Int
      let end: Int
      let text: String
      let member: String

      private enum CodingKeys: String, CodingKey {
        case start, end, text
        case member = "in"
      }
    }
    struct Quality: Decodable { let flags: [String] }
    struct Story: Decodable {
      let id: String
      let duplicateOf: String?
      let similar: [String]

      private enum CodingKeys: String, CodingKey {
        case id, similar
        case duplicateOf = "duplicate_of"
      }
    }

    let original: Original?
    let source: Source?
    let entities: [Entity]?
    let quality: Quality?
    let story: Story?
    let failure: Document.Failure?
  }

  struct Author: Decodable { let name: String }

  let id: String
  let url: String?
  let title: String?
  let summary: String?
  let language: String?
  let content: String?
  let authors: [Author]?
  let published: String?
  let modified: String?
  let koine: Extension

  private enum CodingKeys: String, CodingKey {
    case id, url, title, summary, language, authors
    case content = "content_text"
    case published = "date_published"
    case modified = "date_modified"
    case koine = "_koine"
  }

  /// The title, or what else names the article.
  var heading: String { title ?? url ?? id }

  /// The day of publication, `YYYY-MM-DD`.
  var day: String? { published.map { String($0.prefix(10)) } }

  /// The names that say most about the article, at most `count`.
  func names(_ count: Int) -> [String] {
    let entities = koine.entities ?? []
    let ranked = entities.enumerated().sorted { a, b in
      a.element.salience != b.element.salience ? a.element.salience > b.element.salience : a.offset < b.offset
    }
    var seen: Set<String> = []
    return ranked.map(\.element.name).filter { seen.insert($0).inserted }.prefix(count).map { $0 }
  }

  /// The address, if a page may link to it.
  var link: String? {
    url.flatMap { $0.hasPrefix("https://") || $0.hasPrefix("http://") ? $0 : nil }
  }

  /// The name of the feed or file that it came from.
  var sourceName: String? { koine.source?.name ?? koine.source?.file }

  /// Where it came from and what was done to it, in a few words.
  var provenance: String {
    let original = koine.original?.language.map(LanguageNames.english)
    let way: String? =
      language == "en" && koine.original?.language != "en"
      ? original.map { "from \($0)" } : language == "en" ? nil : original.map { "in \($0), not translated" }
    return [sourceName, way].compactMap(\.self).joined(separator: ", ")
  }
}

/// Names of languages for readers.
enum LanguageNames {
  private static let names = [
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ru": "Russian", "und": "an unknown language",
    "zh": "Chinese",
  ]

  /// The English name of a language, or its code.
  static func english(_ code: String) -> String { names[code] ?? code }
}
