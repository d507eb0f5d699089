import KoineText

/// The lines of an input in UTF-8, some at a time.
struct TextLines {
  /// Some lines, or what stands in the place of one.
  enum Piece {
    /// Whole lines with their ends; only the last line of the input may have none.
    case text(ArraySlice<UInt8>, [Trouble])
    /// A line of more bytes than the limit, which was passed over.
    case tooLong(bytes: Int)
  }

  /// Something odd in the bytes of a line.
  struct Trouble {
    /// The line, counted from 1.
    var line: Int
    var diagnostic: Diagnostic
  }

  private let stream: any ByteStream
  private let name: String
  private let encoding: String
  /// The size of a code unit in bytes, and whether its lowest byte comes first.
  private let unit: Int
  private let isLittle: Bool
  /// Whether a carriage return alone ends a line.
  private let countsReturns: Bool
  private let pieceSize: Int
  private let limit: Int
  private var raw: [UInt8] = []
  /// The place of `raw` in the input.
  private var offset: Int
  /// Where the lines of the last piece stand in the input.
  private(set) var places = LinePlaces()
  /// How many bytes at the start of the input are a mark of its encoding.
  private var markLength: Int
  /// How many bytes of `raw` are known to hold no line end.
  private var searched = 0
  private var isAtEnd = false
  /// The bytes passed over of a line that is too long.
  private var skipped: Int?
  /// The number of the next line.
  private(set) var line = 1
  /// Whether there was anything but blanks so far.
  private(set) var sawText = false

  /// Reads `stream` from its first byte.
  init(
    _ stream: any ByteStream,
    start: InputStart,
    name: String,
    countsReturns: Bool,
    pieceSize: Int,
    limit: Int
  ) {
    self.stream = stream
    self.name = name
    self.countsReturns = countsReturns
    self.pieceSize = pieceSize
    self.limit = limit
    encoding = start.encoding
    unit = encoding.hasPrefix("utf-16") ? 2 : encoding.hasPrefix("utf-32") ? 4 : 1
    isLittle = encoding.hasSuffix("le")
    markLength = start.markLength
    offset = start.markLength
  }

  /// Returns the next lines, `nil` at the end.
  ///
  /// - Throws: what keeps the input from being read.
  mutating func next() throws(ReadError) -> Piece? {
    while true {
      let found = lastLineEnd(before: raw.count) ?? (isAtEnd && !(raw.isEmpty && skipped == nil) ? raw.count : nil)
      if let end = found {
        if skipped == nil {
          // The lines before one that is too long are taken by themselves.
          if let fitting = end > limit ? lastLineEnd(before: limit) : end { return take(fitting) }
        }
        let first = firstLineEnd() ?? end
        let bytes = (skipped ?? 0) + first
        skipped = nil
        line += 1
        drop(first)
        return .tooLong(bytes: bytes)
      }
      if isAtEnd { return nil }
      // A carriage return at the end may be half of a line end.
      searched = max(0, (raw.count / unit - 1) * unit)
      if raw.count > limit || skipped != nil {
        skipped = (skipped ?? 0) + searched
        drop(searched)
      }
      let more = try stream.read(pieceSize)
      isAtEnd = more.isEmpty
      raw.append(contentsOf: more.dropFirst(markLength))
      markLength = max(0, markLength - more.count)
    }
  }

  private mutating func drop(_ count: Int) {
    raw = Array(raw[count...])
    offset += count
    searched = 0
  }

  // MARK: line ends

  /// The code unit at an offset, or one that ends no line for whatever is not ASCII.
  private func value(at index: Int) -> UInt8 {
    if unit == 1 { return raw[index] }
    let low = isLittle ? index : index + unit - 1
    for other in index..<(index + unit) where other != low && raw[other] != 0 { return 0xFF }
    return raw[low]
  }

  /// The offset behind the last line end of `raw` that is not behind `bound`.
  private func lastLineEnd(before bound: Int) -> Int? {
    var index = (bound / unit - 1) * unit
    while index >= searched {
      let isHalf = index + unit * 2 > raw.count && value(at: index) == 13 && !isAtEnd
      // What follows a carriage return must be known, or the line end would be counted twice.
      if !isHalf, isLineEnd(index) { return index + unit }
      index -= unit
    }
    return nil
  }

  private func firstLineEnd() -> Int? {
    var index = searched / unit * unit
    while index + unit <= raw.count {
      if isLineEnd(index) { return index + unit }
      index += unit
    }
    return nil
  }

  /// Whether a line ends with the unit at an offset; the first half of two that belong together does not.
  private func isLineEnd(_ index: Int) -> Bool {
    switch value(at: index) {
    case 10: true
    case 13: countsReturns && (index + unit * 2 > raw.count || value(at: index + unit) != 10)
    default: false
    }
  }

  // MARK: decoding

  private mutating func take(_ end: Int) -> Piece {
    places = LinePlaces()
    defer { drop(end) }
    if encoding == "utf-8", isValid(end) {
      let text = raw[..<end]
      sawText = sawText || text.contains { !$0.isMarkupSpace }
      line += lineEnds(end)
      places.mark(0, offset)
      return .text(text, [])
    }
    var text: [UInt8] = []
    var troubles: [Trouble] = []
    text.reserveCapacity(end + end / 8)
    var start = 0
    var index = 0
    while index < end {
      let step = min(unit, end - index)
      if step < unit || isLineEnd(index) || index + step == end {
        places.mark(text.count, offset + start)
        decode(raw[start..<(index + step)], into: &text, &troubles)
        start = index + step
        if step == unit, isLineEnd(index) { line += 1 }
      }
      index += step
    }
    places.mark(text.count, offset + end)
    sawText = sawText || text.contains { !$0.isMarkupSpace }
    return .text(text[...], troubles)
  }

  private func isValid(_ end: Int) -> Bool { (try? UTF8Span(validating: raw.span.extracting(0..<end))) != nil }

  private func lineEnds(_ end: Int) -> Int {
    if !countsReturns { return raw[..<end].count { $0 == 10 } }
    var count = 0
    for index in 0..<end where isLineEnd(index) { count += 1 }
    return count
  }

  private func decode(_ bytes: ArraySlice<UInt8>, into text: inout [UInt8], _ troubles: inout [Trouble]) {
    // Escape sequences, too, are ASCII.
    let isPlain = unit == 1 && bytes.allSatisfy { $0 < 0x80 && $0 != 0x1B } && encoding != "replacement"
    if isPlain {
      text.append(contentsOf: bytes)
      return
    }
    let decoded = TextDecoder().decode(bytes, as: encoding)
    text.append(contentsOf: decoded.string.utf8)
    for var diagnostic in decoded.diagnostics {
      diagnostic.location = .init(file: name, line: line)
      diagnostic.range = nil
      troubles.append(Trouble(line: line, diagnostic: diagnostic))
    }
  }
}
