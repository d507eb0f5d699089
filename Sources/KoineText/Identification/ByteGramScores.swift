#if canImport(Glibc)
import Glibc
#endif

/// Scores texts in every class of a byte model, with working memory that serves one text after the other.
struct ByteGramScores: Sendable {
  /// The score of each class.
  private(set) var scores: [Float]
  private var counts: [UInt16]
  private var touched: [Int] = []
  // ln(1 + n), by which repeated n-grams count less and less.
  private let logs: [Float]

  /// Prepares for `model`.
  init(_ model: ByteGramModel) {
    scores = [Float](repeating: 0, count: ByteGramModel.classLimit)
    counts = [UInt16](repeating: 0, count: model.slotCount)
    logs = (0..<1024).map { log1pf(Float($0)) }
    touched.reserveCapacity(4096)
  }

  /// Fills in the score of each class and returns how many n-grams were found.
  mutating func read(_ bytes: Span<UInt8>, _ model: ByteGramModel) -> Int {
    Self.read(bytes, model, logs, counts: &counts, touched: &touched, scores: &scores)
  }

  private static func read(
    _ bytes: Span<UInt8>,
    _ model: ByteGramModel,
    _ logs: [Float],
    counts: inout [UInt16],
    touched: inout [Int],
    scores: inout [Float]
  ) -> Int {
    model.withTables { slots, entries in
      var counts = counts.mutableSpan
      var scores = scores.mutableSpan
      let visits = count(bytes, slots, &counts, &touched)
      let classes = model.languages.count
      for index in 0..<classes { scores[index] = model.priors[index] }
      var total: Float = 0
      for state in touched {
        let weight = logs[Int(counts[state])]
        counts[state] = 0
        total += weight
        let found = slots[state].entries
        let half = weight / 2
        let first = Int(found >> 8)
        for index in first..<(first + Int(found & 255)) {
          // Opening the model checked every range of entries, and there are 128 scores.
          let entry = unsafe entries[unchecked: index]
          unsafe scores[unchecked: Int(entry & 127)] += half * Float(entry >> 7)
        }
      }
      touched.removeAll(keepingCapacity: true)
      for index in 0..<classes { scores[index] += total * model.floors[index] }
      return visits
    }
  }

  /// Counts the n-grams of `bytes` and returns how many there are.
  @inline(__always)
  private static func count(
    _ bytes: Span<UInt8>,
    _ slots: Span<ByteGramModel.Slot>,
    _ counts: inout MutableSpan<UInt16>,
    _ touched: inout [Int]
  ) -> Int {
    var visits = 0
    var state = 0
    var at = 0
    while let token = TokenShape.next(in: bytes, from: at) {
      at = token.upper
      if token.isCode {
        state = ByteGramModel.state(after: 0x20, from: 0, in: slots)
        continue
      }
      // The white space behind the token belongs to it: ends of words tell much.
      for index in token.lower..<min(token.upper + 1, bytes.count) {
        state = ByteGramModel.state(after: bytes[index], from: state, in: slots)
        // Opening the model checked that no state is beyond the slots, of which there are as many as counts.
        guard unsafe slots[unchecked: state].entries != 0 else { continue }
        visits += 1
        let known = unsafe counts[unchecked: state]
        if known == 0 { touched.append(state) }
        if known < 1023 { unsafe counts[unchecked: state] = known + 1 }
      }
    }
    return visits
  }
}
