/// Returns a hint that names what was probably meant, or lists what there is.
func hint(for name: String, among names: [String]) -> String? {
  if let near = nearest(to: name, in: names) { return "did you mean '\(near)'?" }
  return names.isEmpty ? nil : "one of \(names.sorted().joined(separator: ", "))"
}

/// Returns the name closest to `name`, if it is close enough to be a slip.
func nearest(to name: String, in names: [String]) -> String? {
  guard name.utf8.count <= 64 else { return nil }
  let allowed = min(2, max(1, name.utf8.count / 3))
  return names.map { ($0, distance(name, $0)) }.filter { $0.1 <= allowed }.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
}

/// The number of letters to add, drop, change or swap (optimal string alignment).
private func distance(_ a: String, _ b: String) -> Int {
  let (a, b) = (Array(a.utf8), Array(b.utf8))
  var before = [Int](repeating: 0, count: b.count + 1)
  var row = Array(0...b.count)
  for i in a.indices {
    var next = [i + 1]
    for j in b.indices {
      var cost = min(row[j] + (a[i] == b[j] ? 0 : 1), row[j + 1] + 1, next[j] + 1)
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      next.append(cost)
    }
    (before, row) = (row, next)
  }
  return row[b.count]
}
