import CICU

/// Tells words that look like others: letters of two scripts in one word, and words of one script that pass for another's.
///
/// After UTS #39 (Unicode Security Mechanisms), with ICU's `uspoof` and Unicode's table of confusable characters. A check
/// only: what it finds may be meant, as in `μm` or `TNFα`.
public final class Confusables: Sendable {
  /// How two different texts may be taken for each other.
  public enum Resemblance: String, Sendable, Codable {
    /// Both are in one script, the same one: `rn` and `m`.
    case singleScript = "single-script"
    /// One of them mixes scripts: `Gаzprom` with a Cyrillic а.
    case mixedScript = "mixed-script"
    /// Each is in a script of its own: Cyrillic `сосо`, Latin `coco`.
    case wholeScript = "whole-script"
  }

  /// A word that looks like another.
  public struct Finding: Hashable, Sendable, Codable {
    /// What is odd about a word.
    public enum Kind: String, Sendable, Codable {
      /// It has letters of several scripts that are not written together.
      case mixedScript = "mixed-script"
      /// It is in another script than the Latin text around it, and reads like a Latin word.
      case wholeScript = "whole-script"
    }

    /// What is odd about the word.
    public var kind: Kind
    /// The UTF-8 offsets of the word.
    public var range: TextRange
    /// The UTF-8 offsets of its letters that are not of the script that most are of.
    public var letters: [TextRange]
    /// The scripts of its letters (ISO 15924), sorted.
    public var scripts: [String]
    /// The word as it looks: equal for words that look the same.
    public var skeleton: String
  }

  // Read only after it is opened, which ICU allows from several threads.
  private let address: UInt

  /// Opens ICU's checker.
  ///
  /// - Throws: `TextError.icu` if ICU lacks its table of confusable characters.
  public init() throws(TextError) {
    var status: Int32 = 0
    let opened = unsafe cicu_spoof_open(&status)
    guard let opened = unsafe opened else { throw .icu(code: status, call: "uspoof_open") }
    address = UInt(bitPattern: opened)
  }

  deinit { unsafe cicu_spoof_close(OpaquePointer(bitPattern: address)) }

  /// Returns the text as it looks (UTS #39, 4): two texts that look the same have the same skeleton.
  ///
  /// It is for comparing only, and not for people. A text of more than 64 MB is its own skeleton.
  public func skeleton(of text: String) -> String {
    guard text.utf8.count <= 1 << 26 else { return text }
    // ICU reads the bytes during the call only.
    return unsafe text.utf8Span.span.withUnsafeBufferPointer { source in
      var output = [UInt8](repeating: 0, count: source.count * 2 + 64)
      while true {
        let length = unsafe cicu_spoof_skeleton8(
          OpaquePointer(bitPattern: address),
          source.baseAddress,
          Int32(source.count),
          &output,
          Int32(output.count)
        )
        guard length >= 0 else { return text }
        if Int(length) <= output.count { return String(decoding: output[..<Int(length)], as: UTF8.self) }
        output = [UInt8](repeating: 0, count: Int(length))
      }
    }
  }

  /// Returns how two different texts may be taken for each other, or `nil` if they look different or are the same.
  public func resemblance(_ a: String, _ b: String) -> Resemblance? {
    guard !a.utf8.elementsEqual(b.utf8), max(a.utf8.count, b.utf8.count) <= 1 << 26 else { return nil }
    let tests = unsafe a.utf8Span.span.withUnsafeBufferPointer { first in
      unsafe b.utf8Span.span.withUnsafeBufferPointer { second in
        unsafe cicu_spoof_confusable8(
          OpaquePointer(bitPattern: address),
          first.baseAddress,
          Int32(first.count),
          second.baseAddress,
          Int32(second.count)
        )
      }
    }
    // The bits of ICU's `USpoofChecks`.
    if tests & 1 != 0 { return .singleScript }
    if tests & 4 != 0 { return .wholeScript }
    return tests & 2 != 0 ? .mixedScript : nil
  }

  /// Returns the words of `text` that look like others, in order; ASCII has none, and costs a glance.
  public func findings(in text: String) -> [Finding] {
    if text.utf8Span.isKnownASCII { return [] }
    let bytes = text.utf8Span.span
    var findings: [Finding] = []
    var whole: [Finding] = []
    var latin = 0
    var letters = 0
    ScriptWord.forEach(in: bytes) { word in
      letters += word.letters.count
      latin += word.letters.count { $0.script == "Latn" }
      if !word.hasForeign { return }
      let scripts = Set(word.letters.map(\.script)).sorted()
      if word.isMixed {
        findings.append(finding(.mixedScript, word, bytes, scripts, word.minority))
      } else if scripts.count == 1, scripts != ["Latn"] {
        let candidate = finding(.wholeScript, word, bytes, scripts, [])
        if candidate.skeleton.utf8.allSatisfy({ (0x61...0x7A).contains($0 | 0x20) }) { whole.append(candidate) }
      }
    }
    if latin * 2 > letters { findings += whole }
    return findings.sorted { $0.range < $1.range }
  }

  private func finding(
    _ kind: Finding.Kind,
    _ word: ScriptWord,
    _ bytes: Span<UInt8>,
    _ scripts: [String],
    _ letters: [TextRange]
  ) -> Finding {
    var text = String.UnicodeScalarView()
    var at = word.range.lowerBound
    while at < word.range.upperBound {
      let (scalar, width) = ScalarReader.scalar(in: bytes, at: at)
      if let scalar = Unicode.Scalar(scalar) { text.append(scalar) }
      at += width
    }
    let range = TextRange(word.range)
    return Finding(kind: kind, range: range, letters: letters, scripts: scripts, skeleton: skeleton(of: String(text)))
  }
}
