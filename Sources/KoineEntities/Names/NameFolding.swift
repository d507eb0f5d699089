import KoineText

/// Folds names; made once, shared.
struct NameFolding: Sendable {
  /// Scalars beyond this many are left out: no name is that long, and hostile input is.
  static let limit = 400

  private let latin = LatinLetters()
  private let compatibility = Normalizer(form: .nfkc)

  /// Returns `name` as it is compared.
  func folded(_ name: String) -> FoldedName {
    var out = FoldedName()
    fold(name.utf8Span.span, into: &out)
    return out
  }

  /// Folds a name in UTF-8 into `out`, whose memory is used again.
  func fold(_ name: Span<UInt8>, into out: inout FoldedName) {
    out.removeAll()
    // Code points from U+2000 on, which begin with E2, may have simpler equivalents.
    var end = name.count
    var hasLarge = false
    var scalars = 0
    if name.count > Self.limit {
      end = 0
      while end < name.count, scalars < Self.limit {
        scalars += 1
        end += Self.width(name[end])
      }
      end = min(end, name.count)
    }
    let whole = name.extracting(0..<end)
    for index in whole.indices where whole[index] >= 0xE2 {
      hasLarge = true
      break
    }
    if hasLarge {
      let text = unsafe whole.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
      if let plain = try? compatibility.normalized(text).string {
        read(plain.utf8Span.span, into: &out)
        return
      }
    }
    read(whole, into: &out)
  }

  @inline(__always)
  private static func width(_ lead: UInt8) -> Int { lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4 }

  /// The code point at `index` of valid UTF-8, and how many bytes it has.
  @inline(__always)
  private static func scalar(_ bytes: Span<UInt8>, _ index: Int) -> (value: UInt32, width: Int) {
    let lead = bytes[index]
    if lead < 0x80 { return (UInt32(lead), 1) }
    let width = width(lead)
    guard index + width <= bytes.count else { return (0xFFFD, bytes.count - index) }
    var value = UInt32(lead) & (width == 2 ? 0x1F : width == 3 ? 0x0F : 0x07)
    for next in (index + 1)..<(index + width) { value = value << 6 | UInt32(bytes[next] & 0x3F) }
    return (value, width)
  }

  private func read(_ bytes: Span<UInt8>, into out: inout FoldedName) {
    var depth = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // Nearly all of nearly all names.
      if byte < 0x80 {
        let lowered = byte | 0x20
        if lowered >= 0x61, lowered <= 0x7A {
          out.append(lowered, cjk: false, inside: depth, case: byte == lowered ? .lower : .upper)
          index += 1
          continue
        }
        if byte == 0x20 {
          out.close()
          index += 1
          continue
        }
      }
      var (value, width) = Self.scalar(bytes, index)
      if value == 0x26, let written = Self.reference(bytes, index) { (value, width) = written }
      index += width
      switch value {
      case 0x30...0x39: out.append(UInt8(truncatingIfNeeded: value), cjk: false, inside: depth, case: .none)
      case 0x2E:
        // Initials and forms such as `S.p.A.` become one word; a full stop after a longer word ends it.
        if out.openLength == 1 || out.isChain, isLetter(bytes, index) {
          out.isChain = true
        } else if out.openLength == 1 || out.isChain, isInitial(bytes, index) {
          out.isChain = true
          index += 1
        } else {
          out.close()
        }
      case 0x26:
        // `AT&T`, `S&P`, `R&D` are words.
        let isWord =
          (1...2).contains(out.openLength) && isLetter(bytes, index)
          && (!isLetter(bytes, index + 1) || !isLetter(bytes, index + 2))
        if !isWord { out.close() }
      case 0x27, 0x2019, 0x2BC, 0x2018, 0x60, 0xB4, 0x2032:
        guard isLetter(bytes, index) else {
          out.close()
          continue
        }
        if bytes[index] | 0x20 == 0x73, !isLetter(bytes, index + 1) {
          index += 1
        } else if splitsAtApostrophe(out.openBytes) {
          out.close()
        }
      case 0x28, 0x5B, 0xFF08, 0x3010:
        out.close()
        depth += 1
      case 0x29, 0x5D, 0xFF09, 0x3011:
        out.close()
        depth = max(0, depth - 1)
      case 0x300...0x36F, 0xAD, 0x200B...0x200F, 0x2060, 0xFE00...0xFE0F, 0x640, 0x64B...0x65F: continue
      case 0x80...: appendOther(value, inside: depth, to: &out)
      default: out.close()
      }
    }
    out.close()
  }

  /// A character that feeds write as `&apos;` or `&amp;`, and how many bytes that takes.
  private static func reference(_ bytes: Span<UInt8>, _ index: Int) -> (value: UInt32, width: Int)? {
    for (name, value) in references where index + name.utf8.count <= bytes.count {
      var at = index
      for byte in name.utf8 {
        if bytes[at] != byte { break }
        at += 1
      }
      if at == index + name.utf8.count { return (value, name.utf8.count) }
    }
    return nil
  }

  private static let references: [(String, UInt32)] = [
    ("&amp;", 0x26), ("&apos;", 0x27), ("&#39;", 0x27), ("&#039;", 0x27), ("&rsquo;", 0x27), ("&quot;", 0x22),
    ("&nbsp;", 0x20),
  ]

  private func appendOther(_ value: UInt32, inside depth: Int, to out: inout FoldedName) {
    guard let scalar = Unicode.Scalar(value) else { return out.close() }
    if let letters = latin.letters(of: value) {
      out.append(letters.first, cjk: false, inside: depth, case: scalar.properties.isUppercase ? .upper : .lower)
      if let second = letters.second { out.append(second, cjk: false, inside: depth, case: .none) }
    } else if isCJK(scalar), Self.isHan(value) || Self.isLetter(scalar) {
      out.markForeign()
      for byte in UTF8.encode(scalar) ?? .init() {
        out.append(byte, cjk: true, inside: depth, case: .none)
      }
    } else if Self.isLetter(scalar) {
      out.markForeign()
      for byte in scalar.properties.lowercaseMapping.utf8 { out.append(byte, cjk: false, inside: depth, case: .none) }
    } else {
      out.close()
    }
  }

  // A space, one ASCII letter and a full stop: `A. B. Brodie`.
  private func isInitial(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    index + 2 < bytes.count && bytes[index] == 0x20 && (0x61...0x7A).contains(bytes[index + 1] | 0x20)
      && bytes[index + 2] == 0x2E && (index + 3 == bytes.count || bytes[index + 3] == 0x20)
  }

  private func isLetter(_ bytes: Span<UInt8>, _ index: Int) -> Bool {
    guard index < bytes.count else { return false }
    let (value, _) = Self.scalar(bytes, index)
    if value < 0x80 { return (0x61...0x7A).contains(value | 0x20) || (0x30...0x39).contains(value) }
    return Unicode.Scalar(value).map(Self.isLetter) ?? false
  }

  private static func isHan(_ value: UInt32) -> Bool { (0x4E00...0x9FFF).contains(value) }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }

  // The letters that elision leaves before an apostrophe: `l'`, `d'`, `dell'`, and `O'` of Irish names.
  private func splitsAtApostrophe(_ head: ArraySlice<UInt8>) -> Bool {
    if head.count <= 1 { return true }
    return ["dell", "dall", "nell", "sull", "coll", "all", "qu", "un", "sant", "quell"].contains {
      $0.utf8.elementsEqual(head)
    }
  }
}

/// Whether `scalar` belongs to Chinese, Japanese or Korean writing.
func isCJK(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x11FF, 0x3005...0x3007, 0x3040...0x30FF, 0x3130...0x318F, 0x3400...0x4DBF, 0x4E00...0x9FFF,
    0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF66...0xFF9F, 0x20000...0x3134F:
    true
  default: false
  }
}
