import KoineText

extension NameSearch {
  /// Links what stands for the same thing in this text, and finds short forms of names that were given in full.
  mutating func acquaint() {
    dropTentative()
    for index in candidates.indices { candidates[index].leader = index }
    addStated()
    var known: [UInt64: Int] = [:]
    func strength(_ index: Int) -> (Int, Int) {
      let found = candidates[index]
      return (found.row == nil ? 0 : 1, found.words.count)
    }
    for index in candidates.indices where candidates[index].confidence >= 0.6 {
      for key in keys(of: candidates[index]) {
        if let other = known[key], strength(candidates[other].leader) >= strength(candidates[index].leader) { continue }
        known[key] = index
      }
    }
    var covered = coverage()
    for index in candidates.indices { extend(index, known, &covered) }
    for index in candidates.indices {
      let found = candidates[index]
      guard found.confidence >= 0, let other = known[key(found.words)], other != index else { continue }
      let full = candidates[other]
      if found.row != nil, found.row == full.row || !found.isWeak { continue }
      // `STM` is short for `STMicroelectronics`, whatever stands around it.
      let isAcronymOf =
        found.row == nil && found.words.count == 1 && isAcronym(found.words.lowerBound)
        && full.confidence >= 0.85 && key(full.words) != key(found.words)
      if found.confidence < 0.7 || full.words.count > found.words.count || isAcronymOf {
        link(index, to: other, isShort: full.words.count > found.words.count)
      }
    }
    addRepeated(known)
    // Leaders are numbers of candidates, so none goes before all are linked.
    candidates.removeAll { $0.confidence < 0 }
    candidates.sort { $0.words.lowerBound < $1.words.lowerBound }
  }

  /// A lone capitalized word is a name if the text writes it so again, and never with a small letter.
  private mutating func dropTentative() {
    var times: [UInt64: Int] = [:]
    for found in candidates where found.confidence <= 0.3 { times[key(found.words), default: 0] += 1 }
    if times.isEmpty { return }
    for word in words where !word.isCapital && times[word.hash] != nil { times[word.hash] = 0 }
    candidates = candidates.filter { $0.confidence > 0.3 || (times[key($0.words)] ?? 0) >= 2 }
  }

  /// For every word whether a candidate has it.
  func coverage() -> [Bool] {
    var covered = [Bool](repeating: false, count: words.count)
    for found in candidates { for index in found.words { covered[index] = true } }
    return covered
  }

  /// Takes in the words behind a name with which it is one that was given in full: `Orvane Wafer` where `Wafer` is common.
  private mutating func extend(_ index: Int, _ known: [UInt64: Int], _ covered: inout [Bool]) {
    let found = candidates[index]
    guard found.row == nil, found.legalWords == 0, (0..<0.85).contains(found.confidence) else { return }
    let lower = found.words.lowerBound
    for end in stride(from: min(count, found.words.upperBound + 2), to: found.words.upperBound, by: -1) {
      let more = found.words.upperBound..<end
      guard more.allSatisfy({ words[$0].isCapital && words[$0].gap.isTight && !covered[$0] }),
        known[key(lower..<end)] != nil
      else { continue }
      for word in more { covered[word] = true }
      candidates[index].words = lower..<end
      candidates[index].upper = words[end - 1].upper
      candidates[index].confidence = min(candidates[index].confidence, 0.6)
      return
    }
  }

  private mutating func link(_ index: Int, to other: Int, isShort: Bool) {
    let full = candidates[other]
    candidates[index].leader = full.leader
    candidates[index].type = full.type
    candidates[index].confidence = max(candidates[index].confidence, min(0.8, full.confidence))
    candidates[index].isWeak = false
    if isShort {
      candidates[index].why =
        full.type == .person ? "surname of a person named before" : "short for a name given in full"
    }
  }

  func key(_ range: Range<Int>) -> UInt64 {
    if range.count == 1 { return words[range.lowerBound].hash }
    return NameHash.of(folded[Int(words[range.lowerBound].foldLower)..<Int(words[range.upperBound - 1].foldUpper)])
  }

  /// The names by which a thing may be called again.
  private func keys(of found: NameCandidate) -> [UInt64] {
    var keys = [key(found.words)]
    let core = found.words.dropLast(found.legalWords)
    if found.legalWords > 0, !core.isEmpty { keys.append(key(core)) }
    if found.type == .organization, let head = core.first { keys += leadingCapitals(head) }
    guard core.count > 1 else { return keys }
    switch found.type {
    case .person:
      let last = core.upperBound - 1
      let isChinese = words[core.lowerBound].classes.contains(.pinyin) && found.why == "Chinese name"
      if !isChinese, words[last].length > 2, !words[last].shape.contains(.single) { keys.append(words[last].hash) }
    case .organization:
      var end = core.upperBound
      while end - 1 > core.lowerBound, isTrigger(words[end - 1], .orgLast) || isOrdinary(words[end - 1]) {
        end -= 1
        let head = core.lowerBound..<end
        if head.count > 1 || isDistinctive(core.lowerBound) { keys.append(key(head)) }
      }
      if isDistinctive(core.lowerBound) { keys.append(words[core.lowerBound].hash) }
      // `Valdorsa` for `Acciaierie Valdorsa`.
      let tail = core.dropFirst()
      if isTrigger(words[core.lowerBound], .orgFirst), tail.allSatisfy({ words[$0].isCapital }),
        tail.count < 3, isDistinctive(tail.lowerBound)
      {
        keys.append(key(tail))
      }
      if let initials = initials(of: core) { keys.append(initials) }
    default: break
    }
    return keys
  }

  /// `ST` and `STM` of `STMicroelectronics`.
  private func leadingCapitals(_ index: Int) -> [UInt64] {
    let surface = bytes[Int(words[index].lower)..<Int(words[index].upper)]
    let capitals = surface.prefix { $0 >= 0x41 && $0 <= 0x5A }.map { $0 + 0x20 }
    guard capitals.count < surface.count, surface.count >= 6 else { return [] }
    var keys: [UInt64] = []
    if capitals.count >= 2 { keys.append(NameHash.of(capitals)) }
    if capitals.count >= 3 { keys.append(NameHash.of(capitals.dropLast())) }
    return keys
  }

  /// The first letters of the capitalized words, three at least.
  private func initials(of range: Range<Int>) -> UInt64? {
    let letters = range.filter { words[$0].isCapital }.map { folded[Int(words[$0].foldLower)] }
    return letters.count >= 3 ? NameHash.of(letters) : nil
  }

  private func isDistinctive(_ index: Int) -> Bool {
    let word = words[index]
    if word.length < 3 || isOrdinary(word) || isTrigger(word, [.orgFirst, .orgLast, .placeFirst]) { return false }
    if !word.classes.isDisjoint(with: [.given, .demonym]) { return false }
    if let phrase = longestName(at: index), phrase.entry.kind == .place { return false }
    return true
  }

  /// Takes capitalized words that are known by now and that nothing covers.
  private mutating func addRepeated(_ known: [UInt64: Int]) {
    if known.isEmpty { return }
    var covered = coverage()
    for index in codeWords { covered[index] = true }
    var index = 0
    while index < count {
      defer { index += 1 }
      guard !covered[index], words[index].isCapital else { continue }
      if isOrdinary(words[index]), !words[index].shape.isDisjoint(with: [.initial, .headline]) { continue }
      for length in stride(from: 3, to: 0, by: -1) {
        let range = index..<(index + length)
        guard range.upperBound <= count, !range.contains(where: { covered[$0] }) else { continue }
        if length > 1, !range.dropFirst().allSatisfy({ words[$0].gap.isTight }) { continue }
        guard let other = known[key(range)] else { continue }
        let full = candidates[other]
        var found = candidate(range, full.type, min(0.8, full.confidence), "named before")
        found.leader = full.leader
        candidates.append(found)
        for word in range { covered[word] = true }
        break
      }
    }
  }
}
