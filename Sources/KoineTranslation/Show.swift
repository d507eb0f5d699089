import KoineLexicon
import KoineText

extension ItalianTranslator {
  /// A step of the translation that can be looked at.
  public enum Step: String, Sendable, CaseIterable {
    /// Tokens and the readings of each.
    case analysis
    /// The reading chosen for each unit.
    case readings
    /// Noun phrases, verb groups and the rest.
    case chunks
    /// Every rendering that the decoder could choose.
    case options
    /// The renderings that it chose.
    case path
  }

  /// One step of the translation of a sentence as text for people.
  public func shown(_ step: Step, of sentence: String, locks: [Lock] = []) -> String {
    let steps = steps(sentence, locks)
    switch step {
    case .analysis:
      return steps.tokens.enumerated().map { index, token in
        let arcs = steps.lattice.arcs[index].map { arc in
          "\(Self.shown(arc.reading))\(arc.end > index + 1 ? "+\(arc.end - index - 1)" : "")"
        }
        return "\(token.text)\t\(arcs.joined(separator: " | "))"
      }.joined(separator: "\n")
    case .readings:
      return steps.units.map { "\($0.text)\t\(Self.shown($0.reading))" }.joined(separator: "\n")
    case .chunks:
      return steps.chunks.map { chunk in
        let words = steps.units[chunk.units].map(\.text).joined(separator: " ")
        return "\(Self.name(chunk))\t\(words)"
      }.joined(separator: "\n")
    case .options:
      return steps.options.options.flatMap(\.self).map { Self.shown($0, steps.units) }.joined(separator: "\n")
    case .path: return steps.path.options.map { Self.shown($0, steps.units) }.joined(separator: "\n")
    }
  }

  private static func shown(_ reading: Reading) -> String {
    let features = reading.features.description
    let english = reading.given.map { " “\($0.english)”" } ?? ""
    return "\(reading.lemma)/\(reading.tag)\(features.isEmpty ? "" : ".\(features)")\(english)"
  }

  private static func shown(_ option: Option, _ units: [Unit]) -> String {
    let source = units[option.units].map(\.text).joined(separator: " ")
    let english = option.pieces.map(\.text).joined(separator: " ")
    let origins = option.pieces.flatMap { $0.origins.map(\.description) }.joined(separator: " ")
    let cost = (option.cost * 100).rounded() / 100
    return "\(option.source)\t\(cost)\t\(source)\t\(english)\t\(origins)"
  }

  private static func name(_ chunk: Chunk) -> String {
    switch chunk {
    case .noun: "noun"
    case .prepositional: "prepositional"
    case .verb: "verb"
    case .modifiers: "modifiers"
    case .word: "word"
    }
  }
}
