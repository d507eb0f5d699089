import KoineDocuments
import KoineText
import SystemPackage

#if canImport(Glibc)
import Glibc
#endif

/// Reads broken copies of documents and tells which of them crash, take too long, take too much memory, or leave files open.
///
/// `mutants SEED FIRST COUNT FOLDER FILE…`: the mutants of each number are the same in every run. The one at hand stands in
/// `FOLDER/at-hand`, so that it is still there after a crash.
@main
struct Mutants {
  static let longest = 1000
  static let largest = 256 << 20

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count >= 5, let seed = UInt64(arguments[1]), let first = Int(arguments[2]),
      let count = Int(arguments[3])
    else {
      print("usage: mutants SEED FIRST COUNT FOLDER FILE…")
      exit(2)
    }
    let folder = FilePath(arguments[4])
    let samples = try arguments[5...].map { path in
      Sample(name: FilePath(path).lastComponent?.string ?? path, bytes: try File.bytes(FilePath(path)))
    }
    // Tables that are made once are no part of the first mutant.
    for sample in samples { read(sample) }
    let files = Process.openFiles
    var (faults, slowest, slowestNumber, peak, documents) = (0, 0, first, 0, 0)
    for number in first..<(first + count) {
      var mutator = Mutator(seed: seed &+ UInt64(number) &* 0x1_0000_01B3)
      let mutant = mutator.mutant(of: samples)
      try File.write(Array("\(number)\n\(mutant.name)\n".utf8) + mutant.bytes, folder.appending("at-hand"))
      Process.resetPeak()
      let before = Process.milliseconds
      documents += read(mutant)
      let time = Process.milliseconds - before
      let memory = Process.peak
      let left = Process.openFiles - files
      if time > slowest { (slowest, slowestNumber) = (time, number) }
      peak = max(peak, memory)
      if time > longest || memory > largest || left > 0 {
        faults += 1
        let place = folder.appending("mutant-\(number)-\(mutant.name)")
        try File.write(mutant.bytes, place)
        print("mutant \(number): \(time) ms, \(memory >> 20) MB, \(left) files left open; kept as \(place)")
      }
    }
    print(
      "\(first) to \(first + count - 1): \(documents) documents, at most \(slowest) ms (\(slowestNumber)) and \(peak >> 20) MB"
    )
    exit(faults == 0 ? 0 : 1)
  }

  /// Reads everything in a file; returns how many documents there were.
  @discardableResult static func read(_ sample: Sample) -> Int {
    var documents = 0
    let unpacking = Unpacking(sample.bytes, name: sample.name)
    while let member = unpacking.next() {
      guard member.refusal == nil, let feed = try? DocumentReader().read(member.bytes, name: member.name) else {
        continue
      }
      documents += feed.items.count
      for item in feed.items {
        if let date = item.datePublished, !date.hasSuffix("Z") { fatalError("'\(date)' is no date") }
      }
    }
    return documents
  }
}
