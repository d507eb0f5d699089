import KoineEntities
import KoineText
import KoineValues

/// The texts that a record shows, and where names and values stand in them.
struct ShownText {
  /// A name at a place in one of the record's texts.
  struct Place {
    let mention: Mention
    let start: Int
    let end: Int
    let text: String
    /// The member of the record that holds the text.
    let member: String

    /// The place as JSON.
    var json: JSONValue {
      ["start": .integer(start), "end": .integer(end), "text": .string(text), "in": .string(member)]
    }
  }

  let title: ScalarOffsets
  let body: ScalarOffsets
  private let document: Document

  init(_ document: Document) {
    self.document = document
    title = ScalarOffsets(document.title.shown)
    body = ScalarOffsets(document.body.shown)
  }

  /// The names, in the order of title and text; those that left no trace in the English are given in the original.
  var mentions: [Place] {
    [(document.title, "title", title), (document.body, "content_text", body)].flatMap { field, member, offsets in
      guard let english = field.english else {
        return field.mentions.map { place($0, $0.range, field.text, member, offsets) }
      }
      let shown = english.mentions.map { place($0, $0.range, english.text, member, offsets) }
      if english.untracedMentions.isEmpty { return shown }
      let read = ScalarOffsets(field.read)
      return shown
        + english.untracedMentions.map { index in
          let mention = field.mentions[index]
          return place(mention, field.readRange(of: mention.range), field.read, "original.\(member)", read)
        }
    }
  }

  /// The values of some kinds, in the order of title and text.
  func values(of kinds: Set<Value.Kind>) -> JSONValue {
    let list = [(document.title, "title", title), (document.body, "content_text", body)]
    return .array(
      list.flatMap { field, member, offsets in
        (field.english?.values ?? field.values).filter { kinds.contains($0.kind) }.map { value -> JSONValue in
          let range = offsets.scalars(value.range)
          var members: [String: JSONValue] = [
            "text": .optional(field.shown[value.range].map(String.init)),
            "value": .string(value.value),
            "type": .string(value.kind.rawValue),
            "start": .integer(range.lowerBound),
            "end": .integer(range.upperBound),
            "in": .string(member),
          ]
          if let unit = value.unit { members[value.kind == .money ? "currency" : "unit"] = .string(unit) }
          return .object(members)
        }
      }
    )
  }

  private func place(
    _ mention: Mention,
    _ range: TextRange,
    _ text: String,
    _ member: String,
    _ offsets: ScalarOffsets
  ) -> Place {
    let scalars = offsets.scalars(range)
    return Place(
      mention: mention,
      start: scalars.lowerBound,
      end: scalars.upperBound,
      text: text[range].map(String.init) ?? mention.text,
      member: member
    )
  }
}
