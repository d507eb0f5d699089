import KoineText
import Yams

/// Reads the nodes of a definition and collects every problem on the way.
struct DefinitionReader {
  let file: String
  let registry: StageRegistry
  private(set) var problems: [Diagnostic] = []
  private(set) var name = ""
  private(set) var summary = ""
  private(set) var steps: [Definition.Step] = []
  private(set) var cases: [DefinitionCase] = []

  private static let keys = ["name", "summary", "stages", "tests"]

  init(file: String, registry: StageRegistry) {
    self.file = file
    self.registry = registry
  }

  mutating func read(_ root: Node?) {
    guard let root, let mapping = root.mapping else {
      let hint = "a definition has the keys \(Self.keys.joined(separator: ", "))"
      report("not-a-mapping", "a definition is a mapping", at: root, hint: hint)
      return
    }
    checkKeys(of: mapping, known: Self.keys, what: "a definition")
    name = word(mapping, "name", of: root)
    summary = word(mapping, "summary", of: root)
    readStages(mapping["stages"], of: root)
    if let tests = mapping["tests"] {
      guard let list = tests.sequence else {
        report("bad-tests", "'tests' is a list", at: tests)
        return
      }
      for test in list { readTest(test) }
    }
    problems.sort { a, b in
      (a.location?.line ?? 0, a.location?.column ?? 0) < (b.location?.line ?? 0, b.location?.column ?? 0)
    }
  }

  mutating func report(_ code: String, _ message: String, at node: Node?, hint: String? = nil) {
    let place = node?.location(in: file) ?? Diagnostic.Location(file: file, line: 1)
    problems.append(Diagnostic(.error, "pipeline.\(code)", message, at: place, hint: hint))
  }

  /// Reports keys that nobody reads.
  mutating func checkKeys(of mapping: Node.Mapping, known: [String], what: String) {
    for (key, _) in mapping where !known.contains(key.string ?? "") {
      let name = key.string ?? "?"
      report("unknown-key", "\(what) has no key '\(name)'", at: key, hint: KoinePipeline.hint(for: name, among: known))
    }
  }

  private mutating func word(_ mapping: Node.Mapping, _ key: String, of root: Node) -> String {
    guard let node = mapping[key] else {
      report("missing-key", "a definition needs the key '\(key)'", at: root)
      return ""
    }
    guard let text = node.string, !text.isEmpty, !node.isNull else {
      report("bad-value", "'\(key)' is a text", at: node)
      return ""
    }
    return text
  }

  private mutating func readStages(_ node: Node?, of root: Node) {
    guard let node, let list = node.sequence, !list.isEmpty else {
      report("no-stages", "a definition needs a list of stages", at: node ?? root, hint: "stages: [clean, detect, …]")
      return
    }
    var available: Layers = .text
    var seen: Set<String> = []
    let following = list.map { stageName($0) }
    for (index, item) in list.enumerated() {
      guard let name = stageName(item) else {
        report("bad-stage", "a stage is a name, or a name with options", at: item, hint: "- summarize: {words: 60}")
        continue
      }
      guard let entry = registry[name] else {
        let names = registry.specs.map(\.name)
        report("unknown-stage", "there is no stage named '\(name)'", at: item, hint: hint(for: name, among: names))
        // What was probably meant is taken as given, so that one slip is one message.
        if let near = nearest(to: name, in: names), let spec = registry.spec(near) {
          available.formUnion(spec.provides)
        }
        continue
      }
      let spec = entry.spec
      if !seen.insert(name).inserted { report("repeated-stage", "the stage '\(name)' stands twice", at: item) }
      checkOrder(of: spec, after: available, at: item, following: following[(index + 1)...].compactMap(\.self))
      available.formUnion(spec.provides)
      let options = item.mapping?.first?.value
      if checkOptions(options, of: spec, at: item) { prepare(entry, options, at: item) }
    }
  }

  private func stageName(_ item: Node) -> String? {
    if let mapping = item.mapping { return mapping.count == 1 ? mapping.first?.key.string : nil }
    return item.isNull ? nil : item.string
  }

  private mutating func checkOrder(of spec: StageSpec, after available: Layers, at item: Node, following: [String]) {
    for layer in spec.requires.subtracting(available).names {
      let suppliers = registry.specs.filter { $0.provides.names.contains(layer) }.map(\.name)
      let later = suppliers.first { following.contains($0) }
      report(
        "missing-layer",
        "'\(spec.name)' needs \(layer), which no stage before it supplies",
        at: item,
        hint: later.map { "move '\($0)' before '\(spec.name)'" }
          ?? suppliers.first.map { "put '\($0)' before '\(spec.name)'" }
      )
    }
    let bound = available.intersection(.bound)
    if spec.rewritesText, !bound.isEmpty {
      report(
        "late-rewrite",
        "'\(spec.name)' rewrites the text after earlier stages have found \(bound) in it",
        at: item,
        hint: "move '\(spec.name)' to the front"
      )
    }
  }

  private mutating func checkOptions(_ node: Node?, of spec: StageSpec, at item: Node) -> Bool {
    guard let node, !node.isNull else { return true }
    guard let mapping = node.mapping else {
      report("bad-options", "the options of '\(spec.name)' are a mapping", at: node)
      return false
    }
    let before = problems.count
    let known = spec.options.map(\.name)
    for (key, value) in mapping {
      let name = key.string ?? "?"
      guard let option = spec.options.first(where: { $0.name == name }) else {
        report(
          "unknown-option",
          "'\(spec.name)' has no option '\(name)'",
          at: key,
          hint: known.isEmpty ? "it takes no options" : KoinePipeline.hint(for: name, among: known)
        )
        continue
      }
      if !option.kind.accepts(value) {
        report("bad-option", "'\(name)' of '\(spec.name)' is \(option.kind)", at: value)
      }
    }
    return problems.count == before
  }

  private mutating func prepare(_ entry: StageRegistry.Entry, _ options: Node?, at item: Node) {
    let empty = Node.mapping(Node.Mapping([]))
    let node = options.flatMap { $0.isNull ? nil : $0 } ?? empty
    do {
      let make = try entry.prepare(node)
      steps.append(Definition.Step(spec: entry.spec, location: item.location(in: file), make: make))
    } catch let error as DecodingError {
      report("bad-option", "\(entry.spec.name): \(error.summary)", at: node.mark == nil ? item : node)
    } catch {
      report("bad-option", "\(entry.spec.name): \(error)", at: item)
    }
  }

  private mutating func readTest(_ node: Node) {
    var reader = CaseReader(definition: self, node: node)
    let test = reader.read()
    problems = reader.definition.problems
    if let test { cases.append(test) }
  }
}

extension StageSpec.Option.Kind {
  fileprivate func accepts(_ node: Node) -> Bool {
    switch self {
    case .integer(let range): node.int.map(range.contains) ?? false
    case .flag: ["true", "false"].contains(node.string ?? "")
    case .choice(let words): words.contains(node.string ?? "")
    case .path: node.string?.isEmpty == false
    case .words: node.sequence?.allSatisfy { $0.string?.isEmpty == false } ?? false
    }
  }
}

extension DecodingError {
  fileprivate var summary: String {
    switch self {
    case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
      context.debugDescription
    case .keyNotFound(let key, _): "the option '\(key.stringValue)' is missing"
    @unknown default: "\(self)"
    }
  }
}
