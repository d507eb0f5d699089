/// Works on several inputs at a time and hands the results on in the order of the inputs.
///
/// At most `window` inputs are taken before the first of them has been handed on, so memory stays bounded however slow one is.
public struct OrderedMap: Sendable {
  /// What a source of inputs answers.
  public enum Next<Input: Sendable>: Sendable {
    /// The next input.
    case input(Input)
    /// Nothing is there yet; asked again when a result has been handed on.
    case pause
    /// There are no more.
    case end
  }

  /// How many inputs are worked on at a time.
  public let width: Int
  /// How many inputs may wait for the one before them.
  public let window: Int

  /// Works on `width` inputs at a time.
  public init(width: Int) {
    self.width = max(1, width)
    window = max(1, width) * 8
  }

  /// Runs `work` on every input.
  ///
  /// - Parameters:
  ///   - next: gives the next input; it may wait for one only if its argument is `true`, which says that nothing is in hand.
  ///   - work: makes a result of an input; runs beside others.
  ///   - deliver: takes the results one at a time, in order.
  /// - Throws: what `next` or `deliver` throws; work that has begun is finished first and its results are dropped.
  public func run<Input: Sendable, Output: Sendable>(
    next: (_ mayWait: Bool) throws -> Next<Input>,
    work: @escaping @Sendable (Input) async -> Output,
    deliver: (Output) throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: (Int, Output).self) { group in
      var waiting: [Int: Output] = [:]
      var started = 0
      var delivered = 0
      var running = 0
      var isAtEnd = false
      while true {
        taking: while !isAtEnd, running < width, started - delivered < window {
          switch try next(running == 0) {
          case .input(let input):
            let index = started
            group.addTask { (index, await work(input)) }
            started += 1
            running += 1
          case .pause: break taking
          case .end: isAtEnd = true
          }
        }
        guard let (index, output) = try await group.next() else {
          if isAtEnd { break }
          continue
        }
        running -= 1
        waiting[index] = output
        while let output = waiting.removeValue(forKey: delivered) {
          try deliver(output)
          delivered += 1
        }
      }
    }
  }
}
