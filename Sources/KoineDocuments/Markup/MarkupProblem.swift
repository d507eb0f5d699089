import KoineText

/// A kind of fault in markup that was met and mended.
enum MarkupProblem: Int, CaseIterable, Sendable {
  case truncated, tooDeep, tooManyAttributes, tagTooLong, tooManyNodes, entityDeclaration
  case unknownEntity, bareAmpersand, bareLess, strayEndTag, missingEndTag, attributeSyntax
  case controlCharacter, textOutsideRoot, syntax

  var code: String {
    switch self {
    case .truncated: "markup.truncated"
    case .tooDeep: "markup.too-deep"
    case .tooManyAttributes: "markup.too-many-attributes"
    case .tagTooLong: "markup.tag-too-long"
    case .tooManyNodes: "markup.too-many-nodes"
    case .entityDeclaration: "markup.entity-declaration"
    case .unknownEntity: "markup.unknown-entity"
    case .bareAmpersand: "markup.bare-ampersand"
    case .bareLess: "markup.bare-less-than"
    case .strayEndTag: "markup.stray-end-tag"
    case .missingEndTag: "markup.missing-end-tag"
    case .attributeSyntax: "markup.attribute-syntax"
    case .controlCharacter: "markup.control-character"
    case .textOutsideRoot: "markup.text-outside-root"
    case .syntax: "markup.syntax"
    }
  }

  var message: String {
    switch self {
    case .truncated: "the input ends in the middle of an element"
    case .tooDeep: "elements nest deeper than the limit; those beyond it were opened up"
    case .tooManyAttributes: "a tag has more attributes than the limit; the rest was left out"
    case .tagTooLong: "a tag is longer than the limit and was left out"
    case .tooManyNodes: "there are more elements than the limit; the rest was not read"
    case .entityDeclaration:
      "an entity stands for other entities, for markup or for too much text, and was not expanded"
    case .unknownEntity: "an entity is not known and stays as it is written"
    case .bareAmpersand: "an '&' is not written as '&amp;'"
    case .bareLess: "a '<' is not written as '&lt;'"
    case .strayEndTag: "an end tag closes nothing"
    case .missingEndTag: "an element is not closed"
    case .attributeSyntax: "an attribute is not written as name=\"value\""
    case .controlCharacter: "a control character was left out"
    case .textOutsideRoot: "there is something before or after the root element"
    case .syntax: "the parser reports errors of syntax"
    }
  }

  /// Whether something of the input is missing in what was read.
  var losesContent: Bool { rawValue <= MarkupProblem.entityDeclaration.rawValue }
}

/// The problems met, each kind once with the line where it was first seen and how often.
struct MarkupProblems: Hashable, Sendable {
  private var counts = [Int](repeating: 0, count: MarkupProblem.allCases.count)
  private var lines = [Int](repeating: 0, count: MarkupProblem.allCases.count)

  mutating func add(_ problem: MarkupProblem, line: Int, times: Int = 1) {
    if counts[problem.rawValue] == 0 { lines[problem.rawValue] = line }
    counts[problem.rawValue] += times
  }

  func contains(_ problem: MarkupProblem) -> Bool { counts[problem.rawValue] > 0 }

  func diagnostics(file: String) -> [Diagnostic] {
    MarkupProblem.allCases.compactMap { problem in
      let count = counts[problem.rawValue]
      guard count > 0 else { return nil }
      return Diagnostic(
        problem.losesContent ? .warning : .note,
        problem.code,
        count == 1 ? problem.message : "\(problem.message) (\(count) times)",
        at: .init(file: file, line: lines[problem.rawValue])
      )
    }
  }
}
