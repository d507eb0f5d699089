import CXML

/// A document as a flat array of nodes; elements and texts refer to each other by their numbers.
struct MarkupTree: Sendable {
  /// What a node is.
  enum Kind: UInt8, Sendable {
    case element, text
  }

  /// An element or a stretch of text.
  struct Node: BitwiseCopyable, Sendable {
    var kind: Kind
    var tag: MarkupTag
    var space: MarkupSpace
    /// The number of the element's local name.
    var name: UInt32
    var parent: Int32
    var next: Int32 = -1
    var first: Int32 = -1
    var last: Int32 = -1
    /// Bytes of `text`, or attributes of an element.
    var lower: UInt32
    var upper: UInt32
    var line: UInt32
  }

  /// One attribute.
  struct Attribute: BitwiseCopyable, Sendable {
    var name: UInt32
    var space: MarkupSpace
    var lower: UInt32
    var upper: UInt32
  }

  /// The nodes in document order; the first is the document itself, an element without a name.
  private(set) var nodes: [Node]
  private(set) var attributes: [Attribute] = []
  private(set) var text: [UInt8] = []
  /// Local names and the names of attributes; number 0 is the empty name.
  private(set) var names: [String] = [""]
  private var spaces: [MarkupSpace] = [.none]
  private var tags: [MarkupTag] = [.other]
  // The nodes of XML that may be items of a feed, in their order, and where they stand in the input.
  private var itemNodes: [Int] = []
  private var itemPlaces: [Range<Int>] = []
  private var isItemName: [Bool] = [false]
  private(set) var problems = MarkupProblems()

  /// An empty document.
  init() {
    nodes = [
      Node(kind: .element, tag: .other, space: .none, name: 0, parent: -1, lower: 0, upper: 0, line: 1)
    ]
  }

  /// Reads UTF-8 markup as far as it goes.
  init(_ bytes: [UInt8], language: MarkupLanguage, limits: DocumentLimits) {
    self.init()
    let mended = MarkupMender.mended(bytes, language: language, limits: limits)
    problems = mended.problems
    text.reserveCapacity(mended.bytes.count / 2)
    itemPlaces = mended.items
    parse(mended.bytes, language: language, limits: limits)
  }

  /// The bytes of the input that an element named `item` or `entry` is made of, from its start tag to its end tag.
  func place(ofItem node: Int) -> Range<Int>? {
    var (lower, upper) = (0, min(itemNodes.count, itemPlaces.count))
    while lower < upper {
      let middle = (lower + upper) / 2
      if itemNodes[middle] < node { lower = middle + 1 } else { upper = middle }
    }
    return lower < min(itemNodes.count, itemPlaces.count) && itemNodes[lower] == node ? itemPlaces[lower] : nil
  }

  private mutating func parse(_ bytes: [UInt8], language: MarkupLanguage, limits: DocumentLimits) {
    let reader = MarkupReader(language: language, limits: limits)
    guard let reader else { return }
    var current: Int32 = 0
    var depth = 0
    reader.read(bytes) { batch in
      for name in batch.newNames {
        names.append(name)
        spaces.append(MarkupSpace(name))
        tags.append(MarkupTag(rawValue: name) ?? .other)
        isItemName.append(language == .xml && ["item", "entry"].contains(name.lowercased()))
      }
      for index in 0..<batch.count {
        let event = batch[index]
        switch event.kind {
        case CXML_START.rawValue:
          current = append(element: event, of: batch, to: current)
          depth += 1
        case CXML_END.rawValue:
          // Elements end in order; the document itself stays open.
          if depth > 0 {
            current = nodes[Int(current)].parent
            depth -= 1
          }
        default: append(text: event, of: batch, to: current)
        }
      }
    }
    // The mended markup has each of them once; what a limit cuts off is missing at the end only.
    if reader.status == CXML_GOING, itemNodes.count != itemPlaces.count { itemPlaces = [] }
    switch reader.status {
    case CXML_TOO_DEEP: problems.add(.tooDeep, line: Int(nodes.last?.line ?? 1))
    case CXML_GOING: break
    default: problems.add(.tooManyNodes, line: Int(nodes.last?.line ?? 1))
    }
    // Pages are seldom free of such errors, and nobody can act on them.
    if language == .xml, reader.errorCount > 0 { problems.add(.syntax, line: 1, times: reader.errorCount) }
  }

  private mutating func append(element event: cxml_event, of batch: MarkupReader.Batch, to parent: Int32) -> Int32 {
    if isItemName[Int(event.name)] { itemNodes.append(nodes.count) }
    let lower = UInt32(attributes.count)
    for number in batch.attributes(of: event) {
      let attribute = batch.attribute(number)
      let start = UInt32(text.count)
      batch.append(attribute.lower, attribute.upper, to: &text)
      attributes.append(
        Attribute(
          name: attribute.name,
          space: spaces[Int(attribute.space)],
          lower: start,
          upper: UInt32(text.count)
        )
      )
    }
    return append(
      Node(
        kind: .element,
        tag: tags[Int(event.name)],
        space: spaces[Int(event.space)],
        name: event.name,
        parent: parent,
        lower: lower,
        upper: UInt32(attributes.count),
        line: event.line
      )
    )
  }

  private mutating func append(text event: cxml_event, of batch: MarkupReader.Batch, to parent: Int32) {
    let lower = UInt32(text.count)
    batch.append(event.lower, event.upper, to: &text)
    let last = nodes[Int(parent)].last
    // libxml2 hands a text over in pieces; they are one as long as nothing came between them.
    if last == Int32(nodes.count - 1), nodes[Int(last)].kind == .text, nodes[Int(last)].upper == lower {
      nodes[Int(last)].upper = UInt32(text.count)
      return
    }
    _ = append(
      Node(
        kind: .text,
        tag: .other,
        space: .none,
        name: 0,
        parent: parent,
        lower: lower,
        upper: UInt32(text.count),
        line: event.line
      )
    )
  }

  private mutating func append(_ node: Node) -> Int32 {
    let number = Int32(nodes.count)
    let parent = Int(node.parent)
    if nodes[parent].last >= 0 { nodes[Int(nodes[parent].last)].next = number } else { nodes[parent].first = number }
    nodes[parent].last = number
    nodes.append(node)
    return number
  }
}
