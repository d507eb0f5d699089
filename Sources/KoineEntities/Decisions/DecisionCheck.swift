import KoineText

/// Finds decisions that contradict each other.
struct DecisionCheck {
  /// Two names, whichever comes first.
  struct Pair: Hashable {
    let one: String
    let two: String

    init(_ a: String, _ b: String) { (one, two) = a < b ? (a, b) : (b, a) }

    init(_ decision: Decision) { self.init(decision.left, decision.right) }
  }

  /// What is wrong, in the order of the lines.
  private(set) var problems: [Diagnostic] = []
  private let file: String
  private var numbers: [String: Int] = [:]
  // For each name the names that it is the same as, with the lines that say so.
  private var links: [[(name: Int, line: Int)]] = []

  init(_ lines: [DecisionFile.Line], file: String) {
    self.file = file
    var first: [Pair: DecisionFile.Line] = [:]
    var twice: Set<Int> = []
    for line in lines {
      let own = line.decision
      if own.left == own.right {
        report("self", "a name is decided against itself", line, hint: "name two different names or identifiers")
        twice.insert(line.number)
        continue
      }
      let pair = Pair(own)
      if let known = first[pair] {
        // Saying the same once more does no harm, but a drop says which of the two goes.
        if known.decision.verdict == own.verdict, own.verdict != .drop || known.decision.left == own.left { continue }
        twice.insert(line.number)
        report(
          "twice",
          "'\(own.left)' and '\(own.right)' are '\(own.verdict.rawValue)' here, but "
            + "'\(known.decision.verdict.rawValue)' in line \(known.number)",
          line,
          hint: "keep one of the two lines"
        )
      } else {
        first[pair] = line
      }
    }
    var groups = UnionFind(count: 2 * lines.count)
    for line in lines where line.decision.verdict == .same && !twice.contains(line.number) {
      let (a, b) = (number(line.decision.left), number(line.decision.right))
      if a == b { continue }
      links[a].append((b, line.number))
      links[b].append((a, line.number))
      _ = groups.join(a, b)
    }
    for line in lines where [.different, .drop].contains(line.decision.verdict) && !twice.contains(line.number) {
      guard let a = numbers[line.decision.left], let b = numbers[line.decision.right], groups.root(a) == groups.root(b)
      else { continue }
      let path = path(from: a, to: b).map(String.init)
      let word = line.decision.verdict == .drop ? "is dropped from" : "and"
      let tail = line.decision.verdict == .drop ? "" : " are different"
      report(
        "contradiction",
        "'\(line.decision.left)' \(word) '\(line.decision.right)'\(tail) here, but they are the same by "
          + (path.count == 1 ? "line \(path[0])" : "lines \(path.joined(separator: ", "))"),
        line,
        hint: "change this line or one of those"
      )
    }
    problems.sort { ($0.location?.line ?? 0) < ($1.location?.line ?? 0) }
  }

  private mutating func number(_ name: String) -> Int {
    if let number = numbers[name] { return number }
    numbers[name] = links.count
    links.append([])
    return links.count - 1
  }

  /// The lines that make two names the same, the fewest there are.
  private func path(from start: Int, to end: Int) -> [Int] {
    var cameFrom: [Int: (name: Int, line: Int)] = [start: (start, 0)]
    var queue = [start]
    var next = 0
    while next < queue.count, cameFrom[end] == nil {
      let name = queue[next]
      next += 1
      for link in links[name] where cameFrom[link.name] == nil {
        cameFrom[link.name] = (name, link.line)
        queue.append(link.name)
      }
    }
    var lines: [Int] = []
    var at = end
    while at != start, let step = cameFrom[at] {
      lines.append(step.line)
      at = step.name
    }
    return lines.sorted()
  }

  private mutating func report(_ code: String, _ message: String, _ line: DecisionFile.Line, hint: String) {
    let place = Diagnostic.Location(file: file, line: line.number)
    problems.append(Diagnostic(.error, "decisions." + code, message, at: place, hint: hint))
  }
}
