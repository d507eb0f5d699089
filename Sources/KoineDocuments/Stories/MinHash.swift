/// A signature whose agreement with another one estimates how many shingles two texts share.
///
/// Source: A. Broder, On the resemblance and containment of documents (1997). Each of the 128 places holds the smallest value that
/// one permutation gives to any shingle; rows of three are a band, and two texts that agree in a band are worth comparing. A pair
/// with half of its shingles in common is met with a probability of 1 - (1 - .5³)⁴² = .996.
enum MinHash {
  static let size = 128
  static let rows = 3
  static let bands = size / rows

  /// Returns the signature of some shingles; of none, all places are the largest value.
  static func signature(of shingles: [UInt32]) -> [UInt32] {
    var signature = [UInt32](repeating: .max, count: size)
    for shingle in shingles {
      let spread = StoryText.mixed(UInt64(shingle) &+ 0x9E37_79B9_7F4A_7C15)
      let (low, high) = (UInt32(truncatingIfNeeded: spread), UInt32(truncatingIfNeeded: spread >> 32) | 1)
      // Kirsch and Mitzenmacher (2006): two hashes make as many as are needed.
      var value = low
      for index in 0..<size {
        let mixed = (value ^ value >> 15) &* 0x2C1B_3C6D
        if mixed < signature[index] { signature[index] = mixed }
        value = value &+ high
      }
    }
    return signature
  }

  /// Returns one number for what the signature of some shingles holds in each band.
  static func keys(of shingles: [UInt32]) -> [UInt32] {
    let signature = signature(of: shingles)
    return (0..<bands).map { band in
      let key = signature[band * rows..<(band + 1) * rows].reduce(UInt64(band)) {
        StoryText.mixed($0 &* 31 &+ UInt64($1))
      }
      return UInt32(truncatingIfNeeded: key)
    }
  }
}
