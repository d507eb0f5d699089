import CICU

/// Names of countries and regions from CLDR, as ICU carries them.
public enum Regions {
  /// Returns the name of an ISO 3166-1 region such as `IT` in `language`, or `nil` if CLDR has none.
  public static func name(of region: String, in language: Language) -> String? {
    var buffer = [UInt16](repeating: 0, count: 256)
    let length = unsafe buffer.withUnsafeMutableBufferPointer {
      unsafe cicu_region_name(region, language.rawValue, $0.baseAddress, Int32($0.count))
    }
    guard length > 0, Int(length) <= buffer.count else { return nil }
    let name = String(decoding: buffer[..<Int(length)], as: UTF16.self)
    return name == region ? nil : name
  }
}
