import KoineEntities
import KoineText
import KoineValues

/// Places names and values in the English text.
struct ProjectStage: Stage {
  typealias Options = NoOptions

  static let spec = StageSpec(
    "project",
    "Places the names and values of the source in the English text.",
    requires: [.names, .values, .english],
    provides: .projection
  )

  init(options: Options, resources: Resources) {}

  func process(_ document: inout Document) {
    for name in FieldName.allCases {
      guard var english = document[name].english else { continue }
      let field = document[name]
      var end: UInt32 = 0
      for (index, mention) in field.mentions.enumerated() {
        guard let range = place(of: mention.range, in: english), range.lower >= end, let text = english.text[range]
        else {
          english.untracedMentions.append(index)
          continue
        }
        end = range.upper
        var projected = mention
        projected.range = range
        projected.text = String(text)
        english.mentions.append(projected)
      }
      end = 0
      for value in field.values {
        guard let range = place(of: value.range, in: english), range.lower >= end else { continue }
        end = range.upper
        var projected = value
        projected.range = range
        english.values.append(projected)
      }
      english.mentions.sort { $0.range < $1.range }
      document[name].english = english
    }
  }

  /// What a stretch became, unless its words were scattered over the sentence.
  private func place(of range: TextRange, in english: EnglishText) -> TextRange? {
    guard let target = english.alignment.target(of: range), target.count <= range.count * 3 + 16 else { return nil }
    let isWhole = english.alignment.links(overlapping: target).allSatisfy { link in
      link.isCopy || link.source.isEmpty || link.source.overlaps(range)
    }
    return isWhole ? target : nil
  }
}
