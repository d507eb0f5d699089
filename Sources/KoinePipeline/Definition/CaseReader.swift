import KoineText
import Yams

/// Reads one test of a definition.
struct CaseReader {
  var definition: DefinitionReader
  let node: Node

  private static let keys = ["name", "title", "text", "language", "expect"]

  mutating func read() -> DefinitionCase? {
    guard let mapping = node.mapping else {
      definition.report("bad-test", "a test is a mapping", at: node)
      return nil
    }
    definition.checkKeys(of: mapping, known: Self.keys, what: "a test")
    let name = text("name", in: mapping, isRequired: true)
    let body = text("text", in: mapping, isRequired: true)
    let title = text("title", in: mapping)
    let language = text("language", in: mapping)
    let expectations = readExpectations(mapping["expect"])
    guard let name, let body, !expectations.isEmpty else { return nil }
    return DefinitionCase(
      name: name,
      location: node.location(in: definition.file),
      title: title,
      text: body,
      language: language,
      expectations: expectations
    )
  }

  private mutating func text(_ key: String, in mapping: Node.Mapping, isRequired: Bool = false) -> String? {
    guard let value = mapping[key] else {
      if isRequired { definition.report("bad-test", "a test needs the key '\(key)'", at: node) }
      return nil
    }
    guard let text = value.string else {
      definition.report("bad-test", "'\(key)' is a text", at: value)
      return nil
    }
    return text
  }

  private mutating func readExpectations(_ expected: Node?) -> [DefinitionCase.Expectation] {
    guard let mapping = expected?.mapping, !mapping.isEmpty else {
      definition.report("bad-test", "a test says under 'expect' what must come out", at: expected ?? node)
      return []
    }
    let kinds = DefinitionCase.Expectation.Kind.allCases.map(\.rawValue)
    definition.checkKeys(of: mapping, known: kinds, what: "'expect'")
    return mapping.compactMap { key, value in
      guard let kind = key.string.flatMap(DefinitionCase.Expectation.Kind.init) else { return nil }
      let values = value.sequence.map { $0.map(\.string) } ?? [value.string]
      guard !values.contains(nil) else {
        definition.report("bad-test", "'\(kind.rawValue)' is a text or a list of texts", at: value)
        return nil
      }
      let place = key.location(in: definition.file)
      return DefinitionCase.Expectation(kind: kind, values: values.compactMap(\.self), location: place)
    }
  }
}
