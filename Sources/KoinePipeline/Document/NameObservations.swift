public import KoineEntities
import KoineText

extension Document {
  /// The names found in the document, for a canonical list; their places are those in the text as it was read.
  public var nameObservations: [NameObservation] {
    [(title, "original.title"), (body, "original.content_text")].flatMap { field, member in
      let offsets = ScalarOffsets(field.read)
      return field.mentions.map { mention in
        let range = offsets.scalars(field.readRange(of: mention.range))
        return NameObservation(
          name: mention.text,
          type: mention.type,
          document: id,
          id: mention.id,
          fullName: mention.id == nil || mention.relation != nil ? mention.name : nil,
          relation: mention.relation,
          place: NamePlace(
            document: id,
            file: source.file,
            item: source.item,
            member: member,
            start: range.lowerBound,
            end: range.upperBound
          ),
          tickers: mention.tickers,
          confidence: mention.confidence
        )
      }
    }
  }
}
