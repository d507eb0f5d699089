import CXML

/// Runs libxml2's push parser for XML or HTML over mended markup and hands over its events in batches.
@safe final class MarkupReader {
  /// The events of one stretch of input; valid only inside the call that receives it.
  @safe struct Batch {
    private let raw: cxml_batch
    /// The names that were met for the first time, in the order of their numbers.
    let newNames: [String]

    fileprivate init(_ raw: cxml_batch, newNames: [String]) {
      unsafe self.raw = unsafe raw
      self.newNames = newNames
    }

    /// How many events there are.
    var count: Int { Int(unsafe raw.event_count) }

    subscript(index: Int) -> cxml_event {
      precondition(index < count, "the batch has no such event")
      return unsafe raw.events[index]
    }

    /// The attributes of a start tag, as numbers.
    func attributes(of event: cxml_event) -> Range<Int> { Int(event.lower)..<Int(event.upper) }

    func attribute(_ number: Int) -> cxml_attribute {
      precondition(number < Int(unsafe raw.attribute_count), "the batch has no such attribute")
      return unsafe raw.attributes[number]
    }

    /// Appends bytes of the batch's heap.
    func append(_ lower: UInt32, _ upper: UInt32, to text: inout [UInt8]) {
      precondition(lower <= upper && upper <= (unsafe raw.heap_count), "the batch has no such bytes")
      guard lower < upper else { return }
      let count = Int(upper - lower)
      unsafe text.append(contentsOf: UnsafeBufferPointer(start: raw.heap + Int(lower), count: count))
    }
  }

  private let parser: OpaquePointer
  private(set) var status = CXML_GOING

  /// Opens a parser; `nil` when there is no memory for one.
  init?(language: MarkupLanguage, limits: DocumentLimits) {
    let opened = unsafe cxml_open(
      language == .xml ? CXML_XML : CXML_HTML,
      cxml_limits(
        // HTML elements that nobody closes nest deep in honest pages, and nothing here recurses.
        depth: UInt32(clamping: limits.depth * 4),
        names: 20_000,
        events: UInt64(clamping: limits.nodes)
      )
    )
    guard let opened = unsafe opened else { return nil }
    unsafe parser = opened
  }

  deinit { unsafe cxml_close(parser) }

  /// How many errors libxml2 has reported.
  var errorCount: Int { Int(unsafe cxml_error_count(parser)) }

  /// Parses `bytes` and calls `body` with the events of one stretch after the other, until the end or a limit.
  func read(_ bytes: [UInt8], _ body: (Batch) -> Void) {
    let stretch = 1 << 16
    var start = 0
    var known: UInt32 = 0
    while status == CXML_GOING {
      let end = cut(bytes, after: min(start + stretch, bytes.count))
      let isLast = end == bytes.count
      status = unsafe bytes.withUnsafeBufferPointer { buffer in
        unsafe cxml_push(parser, buffer.baseAddress.map { unsafe $0 + start }, Int32(end - start), isLast)
      }
      let raw = unsafe cxml_take(parser)
      let names = unsafe cxml_name_count(parser)
      let newNames = (known..<names).map { unsafe String(cString: cxml_name(parser, $0 + 1)) }
      known = names
      unsafe body(Batch(raw, newNames: newNames))
      if isLast { break }
      start = end
    }
  }

  /// A place at or after `place` where no character and, if possible, no tag is cut in two.
  private func cut(_ bytes: [UInt8], after place: Int) -> Int {
    var at = place
    while at < bytes.count, at < place + 4096 {
      if bytes[at - 1] == UInt8(ascii: ">") { return at }
      at += 1
    }
    while at < bytes.count, bytes[at] & 0xC0 == 0x80 { at += 1 }
    return at
  }
}
