import KoineText

/// Mends damaged text and brings it to one form.
struct CleanStage: Stage {
  struct Options: Decodable, Sendable {
    var house: Bool?
  }

  static let spec = StageSpec(
    "clean",
    "Mends text that was read in the wrong encoding, takes out what is invisible and brings the rest to NFC.",
    provides: .text,
    rewritesText: true,
    options: [
      .init(
        "house",
        .flag,
        standard: "false",
        "Whether quotes, dashes, blanks and line ends are brought to one plain form."
      )
    ]
  )

  private let cleaner: Cleaner

  init(options: Options, resources: Resources) {
    cleaner = Cleaner(house: options.house ?? false)
  }

  func process(_ document: inout Document) {
    for name in FieldName.allCases where !document[name].read.isEmpty {
      let field = document[name]
      let cleaned = cleaner.cleaned(field.text)
      if cleaned.text.map.isIdentity { continue }
      document[name].rewrite(cleaned.text)
      if cleaned.isRepaired { document.flags.insert(.mojibakeRepaired) }
      if document.trace == nil { continue }
      for change in cleaned.changes {
        document.note(
          Self.spec.name,
          name,
          "changed (\(change.kind.rawValue))",
          at: field.readRange(of: change.range),
          before: field.text[change.range].map(String.init) ?? "",
          after: change.replacement
        )
      }
    }
  }
}
