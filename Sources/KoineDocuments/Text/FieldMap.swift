/// Where the fields of an article are in a table or in JSON: columns or members by the names of the fields.
public struct FieldMap: Hashable, Sendable {
  /// The fields that an article has.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    case id, url, title, summary, content, html, published, modified, author, tags, language, base
    /// The media type of the content.
    case contentType = "content_type"
  }

  /// Why a mapping cannot be read.
  public struct Malformed: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for people.
    public let description: String
  }

  /// The sources of each field, in the order in which they are tried.
  private var sources: [Field: [String]] = [:]

  /// A map in which nothing is said.
  public init() {}

  /// Reads `title=Titel,content=Text,content=meta.body`: field, sign of equality, column or path of members.
  public init(_ text: String) throws(Malformed) {
    for part in text.split(separator: ",") {
      guard let sign = part.firstIndex(of: "=") else {
        throw Malformed(description: "'\(part)' has no '='; write FIELD=COLUMN")
      }
      let name = PlainText.trimmed(String(part[..<sign])).lowercased()
      let source = PlainText.trimmed(String(part[sign...].dropFirst()))
      guard let field = Field(rawValue: name) ?? Self.synonyms[name] else {
        let known = Field.allCases.map(\.rawValue).joined(separator: ", ")
        throw Malformed(description: "there is no field '\(name)'; there are \(known)")
      }
      guard !source.isEmpty else { throw Malformed(description: "'\(name)' has no column") }
      sources[field, default: []].append(source)
    }
  }

  /// Whether nothing is said.
  public var isEmpty: Bool { sources.isEmpty }

  /// The columns or paths that hold a field, in the order in which they are tried.
  public subscript(field: Field) -> [String] { sources[field] ?? [] }

  /// All columns and paths that are named.
  var named: Set<String> { Set(sources.values.flatMap(\.self)) }

  private static let synonyms: [String: Field] = [
    "text": .content, "content_text": .content, "body": .content, "content_html": .html, "date": .published,
    "date_published": .published, "date_modified": .modified, "updated": .modified, "authors": .author, "link": .url,
    "lang": .language, "description": .summary, "base_url": .base,
  ]
}

extension FieldMap {
  // Names of columns in lower case without blanks and signs; exports of several systems, in five languages.
  private static let columns: [(Field, String)] = [
    (.id, "id guid uid uuid articleid itemid docid documentid key chiave codice kennung identifiant"),
    (.url, "url link permalink href address indirizzo collegamento sourceurl articleurl lien enlace webadresse"),
    (.title, "title titolo headline titel titre titulo heading subject oggetto schlagzeile testata"),
    (
      .summary,
      "summary abstract description excerpt teaser lead sommario riassunto occhiello descrizione zusammenfassung "
        + "resume resumen deck snippet catenaccio"
    ),
    (
      .content,
      "content contenttext text body testo contenuto corpo article articolo articlebody fulltext story inhalt texte "
        + "texto contenu contenido testointegrale bodytext plaintext"
    ),
    (.html, "contenthtml html htmlbody bodyhtml contentencoded"),
    (
      .published,
      "date datepublished published publishedat pubdate publicationdate publishdate publishedon datum data "
        + "datapubblicazione pubblicato pubblicatoil fecha dateline created createdat veroffentlicht giorno"
    ),
    (.modified, "datemodified modified updated updatedat lastmodified modifiedat aggiornato modificato aktualisiert"),
    (.author, "author authors byline autore autori firma autor auteur creator writer verfasser autrice giornalista"),
    (
      .tags,
      "tags keywords categories category tag categoria categorie schlagworter parolechiave topics section sezione"
    ),
    (.language, "language lang lingua sprache langue idioma locale"),
    (.contentType, "contenttype mediatype mimetype"),
    (.base, "baseurl base"),
  ]

  private static let byColumn: [String: Field] = {
    var table: [String: Field] = [:]
    for (field, names) in columns { for name in names.split(separator: " ") { table[String(name)] = field } }
    return table
  }()

  /// The field that a column's name stands for; case, blanks, signs and accents do not count.
  static func field(named column: String) -> Field? {
    guard column.utf8.count <= 60 else { return nil }
    let folded = CalendarWords.folded(column).unicodeScalars.filter(\.properties.isAlphabetic)
    return byColumn[String(String.UnicodeScalarView(folded))]
  }
}
