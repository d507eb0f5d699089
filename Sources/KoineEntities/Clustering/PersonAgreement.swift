/// Whether two names of persons leave nothing unexplained but one slip, one initial or one short form.
///
/// Lists are long, and among many names some are always alike by chance: `Jack Moyer`, `John Mayer`.
enum PersonAgreement {
  /// Whether the parts agree; one part alone, such as a surname, never tells.
  static func mayBeOne(_ one: PersonName, _ two: PersonName) -> Bool {
    if one.generation != two.generation { return false }
    let (countA, countB) = (count(one), count(two))
    if one.isForeign != two.isForeign { return countA > 1 && countB > 1 }
    guard countA > 1, countB > 1 else { return one.letters == two.letters }
    var openA = open(one)
    var openB = open(two)
    var equal = 0
    for i in one.parts.indices.prefix(64) where openA & (1 << UInt64(i)) != 0 && !one.parts[i].isInitial {
      let hash = one.parts[i].hash
      for j in two.parts.indices.prefix(64) where openB & (1 << UInt64(j)) != 0 && two.parts[j].hash == hash {
        openA &= ~(1 << UInt64(i))
        openB &= ~(1 << UInt64(j))
        equal += 1
        break
      }
    }
    // The same letters cut differently: `Abdul Rahman`, `Abdulrahman`.
    if equal == 0 { return one.letters == two.letters }
    let (restA, restB) = (openA.nonzeroBitCount, openB.nonzeroBitCount)
    if restA == 0 || restB == 0 { return equal > 1 || restA == restB }
    guard min(restA, restB) == 1 else { return false }
    let (i, j) = (openA.trailingZeroBitCount, openB.trailingZeroBitCount)
    return agree(one.parts[i], two.parts[j], areAlone: restA == restB)
  }

  private static func agree(_ x: PersonName.Part, _ y: PersonName.Part, areAlone: Bool) -> Bool {
    if x.isInitial || y.isInitial { return x.bytes.first == y.bytes.first }
    return areAlone && (x.sharesName(with: y) || isSlip(x, y))
  }

  private static func count(_ name: PersonName) -> Int { open(name).nonzeroBitCount }

  // The parts that are no particles, one bit each.
  private static func open(_ name: PersonName) -> UInt64 {
    var open: UInt64 = 0
    for index in name.parts.indices.prefix(64) where !name.parts[index].isParticle { open |= 1 << UInt64(index) }
    return open
  }

  private static func isSlip(_ x: PersonName.Part, _ y: PersonName.Part) -> Bool {
    if x.isGiven, y.isGiven { return false }
    let shorter = min(x.bytes.count, y.bytes.count)
    guard shorter >= 4 else { return false }
    let budget = shorter < 10 ? 1 : 2
    guard LetterMask.mayBeNear(x.mask, y.mask, edits: budget) else { return false }
    return Edits.count(x.bytes.span, y.bytes.span, atMost: budget) != nil
  }
}
