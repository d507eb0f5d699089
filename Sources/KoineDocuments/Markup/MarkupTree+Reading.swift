extension MarkupTree {
  /// The children of a node.
  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var number: Int32

    mutating func next() -> Int? {
      guard number >= 0 else { return nil }
      defer { number = nodes[Int(number)].next }
      return Int(number)
    }
  }

  func children(of node: Int) -> Children { Children(nodes: nodes, number: nodes[node].first) }

  /// The child elements of a node.
  func elements(of node: Int) -> some Sequence<Int> {
    children(of: node).lazy.filter { nodes[$0].kind == .element }
  }

  func name(of node: Int) -> String { names[Int(nodes[node].name)] }

  /// The value of an attribute without a namespace.
  func attribute(_ name: String, of node: Int, in space: MarkupSpace = .none) -> String? {
    let element = nodes[node]
    guard element.kind == .element else { return nil }
    for index in element.lower..<element.upper {
      let attribute = attributes[Int(index)]
      if attribute.space == space, names[Int(attribute.name)] == name {
        return String(decoding: text[Int(attribute.lower)..<Int(attribute.upper)], as: UTF8.self)
      }
    }
    return nil
  }

  /// The number after the last node inside `node`: nodes are in document order.
  func end(of node: Int) -> Int {
    var at = node
    while at >= 0 {
      if nodes[at].next >= 0 { return Int(nodes[at].next) }
      at = Int(nodes[at].parent)
    }
    return nodes.count
  }

  /// All text inside a node, as it stands.
  func bytes(in node: Int) -> [UInt8] {
    if nodes[node].kind == .text { return Array(text[Int(nodes[node].lower)..<Int(nodes[node].upper)]) }
    var out: [UInt8] = []
    for index in node..<end(of: node) where nodes[index].kind == .text {
      out.append(contentsOf: text[Int(nodes[index].lower)..<Int(nodes[index].upper)])
    }
    return out
  }

  /// All text inside a node, trimmed; `nil` if there is none.
  func string(in node: Int) -> String? {
    let bytes = bytes(in: node)
    guard let first = bytes.firstIndex(where: { !$0.isMarkupSpace }),
      let last = bytes.lastIndex(where: { !$0.isMarkupSpace })
    else { return nil }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// Whether a node has child elements.
  func hasElements(_ node: Int) -> Bool {
    var child = nodes[node].first
    while child >= 0 {
      if nodes[Int(child)].kind == .element { return true }
      child = nodes[Int(child)].next
    }
    return false
  }

  /// The elements and texts inside a node as markup, attributes as they came.
  func markup(inside node: Int) -> String {
    var out: [UInt8] = []
    let end = end(of: node)
    var open: [Int] = []
    var at = node + 1
    while at < end {
      while let last = open.last, nodes[at].parent != Int32(last) {
        appendEnd(of: open.removeLast(), to: &out)
      }
      if nodes[at].kind == .text {
        out.appendEscaped(text[Int(nodes[at].lower)..<Int(nodes[at].upper)], quotes: false)
      } else {
        appendStart(of: at, to: &out)
        if nodes[at].first >= 0 { open.append(at) } else { appendEnd(of: at, to: &out) }
      }
      at += 1
    }
    while let last = open.popLast() { appendEnd(of: last, to: &out) }
    return String(decoding: out, as: UTF8.self)
  }

  private func appendStart(of node: Int, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "<"))
    out.append(contentsOf: name(of: node).utf8)
    for index in nodes[node].lower..<nodes[node].upper {
      let attribute = attributes[Int(index)]
      out.append(0x20)
      if attribute.space == .xml { out.append(contentsOf: "xml:".utf8) }
      if attribute.space == .xlink { out.append(contentsOf: "xlink:".utf8) }
      out.append(contentsOf: names[Int(attribute.name)].utf8)
      out.append(contentsOf: "=\"".utf8)
      out.appendEscaped(text[Int(attribute.lower)..<Int(attribute.upper)], quotes: true)
      out.append(UInt8(ascii: "\""))
    }
    out.append(contentsOf: nodes[node].tag.isVoid ? " />".utf8 : ">".utf8)
  }

  private func appendEnd(of node: Int, to out: inout [UInt8]) {
    if nodes[node].tag.isVoid, nodes[node].first < 0 { return }
    out.append(contentsOf: "</".utf8)
    out.append(contentsOf: name(of: node).utf8)
    out.append(UInt8(ascii: ">"))
  }
}

extension [UInt8] {
  fileprivate mutating func appendEscaped(_ text: ArraySlice<UInt8>, quotes: Bool) {
    for byte in text {
      switch byte {
      case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where quotes: append(contentsOf: "&quot;".utf8)
      default: append(byte)
      }
    }
  }
}
