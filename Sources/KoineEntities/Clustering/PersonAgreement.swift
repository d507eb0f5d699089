/// Whether two names of persons leave nothing unexplained but one slip, one initial or one short form.
///
/// Lists are long, and among many names some are always alike by chance: `Jack Moyer`, `John Mayer`.
struct PersonAgreement {
  private let one: PersonName
  private let two: PersonName

  init(_ one: PersonName, _ two: PersonName) {
    self.one = one
    self.two = two
  }

  /// Whether the parts agree; one part alone, such as a surname, never tells.
  var mayBeOne: Bool {
    var a = one.parts.filter { !$0.isParticle }
    var b = two.parts.filter { !$0.isParticle }
    if one.isForeign != two.isForeign { return a.count > 1 && b.count > 1 }
    guard a.count > 1, b.count > 1 else { return one.letters == two.letters }
    var equal = 0
    for part in a where part.bytes.count > 1 {
      guard let match = b.firstIndex(where: { $0.bytes == part.bytes }),
        let own = a.firstIndex(where: { $0.bytes == part.bytes })
      else { continue }
      b.remove(at: match)
      a.remove(at: own)
      equal += 1
    }
    // The same letters cut differently: `Abdul Rahman`, `Abdulrahman`.
    if equal == 0 { return one.letters == two.letters }
    guard let x = a.first, let y = b.first else { return equal > 1 || a.isEmpty && b.isEmpty }
    guard min(a.count, b.count) == 1 else { return false }
    if x.isInitial || y.isInitial { return x.bytes.first == y.bytes.first }
    if a.count != b.count { return false }
    return !x.names.isDisjoint(with: y.names) || isSlip(x, y)
  }

  private func isSlip(_ x: PersonName.Part, _ y: PersonName.Part) -> Bool {
    if x.isGiven, y.isGiven { return false }
    let both = x.bytes + y.bytes
    let shorter = min(x.bytes.count, y.bytes.count)
    guard shorter >= 4 else { return false }
    let budget = shorter < 10 ? 1 : 2
    return Edits.count(both, 0..<x.bytes.count, x.bytes.count..<both.count, atMost: budget) != nil
  }
}
