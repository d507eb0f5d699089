public import KoineLexicon
public import KoineText

/// Which stretch of an English text came from which stretch of the text it was made from.
public struct Alignment: Hashable, Sendable {
  /// One stretch with its source.
  public struct Link: Hashable, Sendable {
    /// The UTF-8 offsets in the English text.
    public var target: TextRange
    /// The UTF-8 offsets in the source; empty for words that have none there.
    public var source: TextRange
    /// Whether the target is the source letter by letter.
    public var isCopy: Bool
    /// The lexicon lines and rules that made it so.
    public var origins: [Origin]

    /// Links two stretches.
    public init(target: TextRange, source: TextRange, isCopy: Bool = false, origins: [Origin] = []) {
      self.target = target
      self.source = source
      self.isCopy = isCopy && target.count == source.count
      self.origins = origins
    }
  }

  /// The links in the order of the English text.
  public private(set) var links: [Link] = []

  /// An alignment without links.
  public init() {}

  /// The alignment of a text that was rewritten here and there.
  ///
  /// - Parameters:
  ///   - map: the way back.
  ///   - length: the size of the rewritten text in bytes.
  ///   - origins: the entry behind an edit, found by its range in the source.
  public init(_ map: OffsetMap, length: Int, origins: [TextRange: [Origin]] = [:]) {
    var target: UInt32 = 0
    var source: UInt32 = 0
    for edit in map.edits {
      copy(&target, &source, upTo: edit.target.lower)
      links.append(Link(target: edit.target, source: edit.source, origins: origins[edit.source] ?? []))
      (target, source) = (edit.target.upper, edit.source.upper)
    }
    copy(&target, &source, upTo: UInt32(length))
  }

  private mutating func copy(_ target: inout UInt32, _ source: inout UInt32, upTo end: UInt32) {
    guard target < end else { return }
    let count = end - target
    links.append(
      Link(
        target: TextRange(lower: target, upper: end),
        source: TextRange(lower: source, upper: source + count),
        isCopy: true
      )
    )
    (target, source) = (end, source + count)
  }

  /// Adds a link after all others.
  public mutating func append(_ link: Link) { links.append(link) }

  /// Returns the stretch of the source behind `target`, or `nil` if nothing there has a source.
  public func source(of target: TextRange) -> TextRange? {
    var found: TextRange?
    for link in links(overlapping: target) where !link.source.isEmpty {
      found = union(found, link.isCopy ? moved(target, within: link.target, to: link.source) : link.source)
    }
    return found
  }

  /// Returns the stretch of English that `source` became, or `nil` if it left no trace.
  public func target(of source: TextRange) -> TextRange? {
    var found: TextRange?
    for link in links where !link.target.isEmpty && link.source.overlaps(source) {
      found = union(found, link.isCopy ? moved(source, within: link.source, to: link.target) : link.target)
    }
    return found
  }

  /// The links that share a byte of English with `target`.
  public func links(overlapping target: TextRange) -> [Link] {
    var low = 0
    var high = links.count
    while low < high {
      let middle = (low + high) / 2
      if links[middle].target.upper <= target.lower { low = middle + 1 } else { high = middle }
    }
    return Array(links[low...].prefix { $0.target.lower < target.upper }.filter { $0.target.overlaps(target) })
  }

  private func union(_ a: TextRange?, _ b: TextRange) -> TextRange {
    guard let a else { return b }
    return TextRange(lower: min(a.lower, b.lower), upper: max(a.upper, b.upper))
  }

  private func moved(_ range: TextRange, within whole: TextRange, to other: TextRange) -> TextRange {
    let lower = max(range.lower, whole.lower) - whole.lower
    let upper = min(range.upper, whole.upper) - whole.lower
    return TextRange(lower: other.lower + lower, upper: other.lower + max(lower, upper))
  }
}
