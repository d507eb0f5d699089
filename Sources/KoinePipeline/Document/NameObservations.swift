public import KoineEntities

extension Document {
  /// The names found in the document, for a canonical list.
  public var nameObservations: [NameObservation] {
    (title.mentions + body.mentions).map { mention in
      NameObservation(
        name: mention.text,
        type: mention.type,
        document: id,
        id: mention.id,
        fullName: mention.id == nil ? mention.name : nil
      )
    }
  }
}
