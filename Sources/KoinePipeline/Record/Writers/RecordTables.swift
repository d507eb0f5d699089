/// The table of records: a row a record.
enum RecordTable {
  static let columns = [
    "id", "url", "title", "summary", "language", "original_language", "date_published", "source", "names", "story",
    "duplicate_of", "flags", "failure",
  ]

  static func rows(_ record: RecordView) -> String {
    CSV.row([
      record.id, record.url ?? "", record.title ?? "", record.summary ?? "", record.language ?? "",
      record.koine.original?.language ?? "", record.published ?? "", record.sourceName ?? "",
      record.names(10).joined(separator: "; "), record.koine.story?.id ?? "", record.koine.story?.duplicateOf ?? "",
      (record.koine.quality?.flags ?? []).joined(separator: "; "), record.koine.failure?.message ?? "",
    ])
  }
}

/// The table of names: a row for each name of each record.
enum EntityTable {
  static let columns = ["article", "date_published", "id", "name", "type", "country", "mentions", "salience"]

  static func rows(_ record: RecordView) -> String {
    (record.koine.entities ?? []).map { entity in
      CSV.row([
        record.id, record.published ?? "", entity.id ?? "", entity.name, entity.type, entity.country ?? "",
        String(entity.mentions.count), JSONValue.share(entity.salience).line,
      ])
    }.joined()
  }
}

/// The table of mentions: a row for each place where a name stands; offsets in Unicode scalars.
enum MentionTable {
  static let columns = ["article", "id", "name", "type", "text", "in", "start", "end"]

  static func rows(_ record: RecordView) -> String {
    (record.koine.entities ?? []).flatMap { entity in
      entity.mentions.map { mention in
        CSV.row([
          record.id, entity.id ?? "", entity.name, entity.type, mention.text, mention.member, String(mention.start),
          String(mention.end),
        ])
      }
    }.joined()
  }
}
