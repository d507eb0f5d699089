// swift-tools-version: 6.3
import PackageDescription

let house: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
  name: "Koine",
  products: [
    .executable(name: "koine", targets: ["koine"]),
    .library(name: "KoineText", targets: ["KoineText"]),
    .library(name: "KoineLexicon", targets: ["KoineLexicon"]),
    .library(name: "KoineValues", targets: ["KoineValues"]),
    .library(name: "KoineTranslation", targets: ["KoineTranslation"]),
    .library(name: "KoineEntities", targets: ["KoineEntities"]),
    .library(name: "KoineSummary", targets: ["KoineSummary"]),
    .library(name: "KoineDocuments", targets: ["KoineDocuments"]),
    .library(name: "KoinePipeline", targets: ["KoinePipeline"]),
    .library(name: "KoineBatch", targets: ["KoineBatch"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // `_FoundationICU` comes first: Foundation's own ICU must not bind to Debian's symbols of the same names.
    .target(
      name: "CICU",
      linkerSettings: [.linkedLibrary("_FoundationICU"), .linkedLibrary("icui18n"), .linkedLibrary("icuuc")]
    ),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .systemLibrary(name: "CLibArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CArchive", dependencies: ["CLibArchive"]),
    .target(name: "KoineText", dependencies: ["CICU", system], swiftSettings: house),
    .target(name: "KoineLexicon", dependencies: ["KoineText", system, yams], swiftSettings: house),
    .target(name: "KoineValues", dependencies: ["KoineText", "KoineLexicon"], swiftSettings: house),
    .target(
      name: "KoineTranslation",
      dependencies: ["KoineText", "KoineLexicon", "KoineValues", yams],
      swiftSettings: house
    ),
    .target(name: "KoineEntities", dependencies: ["KoineText", "KoineLexicon"], swiftSettings: house),
    .target(name: "KoineSummary", dependencies: ["KoineText"], swiftSettings: house),
    .target(
      name: "KoineDocuments",
      dependencies: ["KoineText", "KoineLexicon", "CXML", "CArchive"],
      swiftSettings: house
    ),
    .target(
      name: "KoinePipeline",
      dependencies: [
        "KoineText", "KoineLexicon", "KoineValues", "KoineTranslation", "KoineEntities", "KoineSummary",
        "KoineDocuments", yams, logging, metrics, system,
      ],
      swiftSettings: house
    ),
    .target(
      name: "KoineBatch",
      dependencies: ["KoinePipeline", "KoineDocuments", "KoineText", grdb, system],
      swiftSettings: house
    ),
    .executableTarget(
      name: "koine",
      dependencies: [
        "KoineText", "KoineLexicon", "KoineTranslation", "KoineEntities", "KoineSummary", "KoineDocuments",
        "KoinePipeline", "KoineBatch", argumentParser, logging, system,
      ],
      swiftSettings: house
    ),
  ]
    + ["Text", "Lexicon", "Values", "Translation", "Entities", "Summary", "Documents", "Pipeline", "Batch"].map {
      name in
      .testTarget(
        name: "Koine\(name)Tests",
        dependencies: [
          "TestTables", system,
        ]
          + Set(
            ["Text", "Lexicon", name]
              + (name == "Batch" ? ["Pipeline"] : name == "Pipeline" ? ["Documents", "Entities"] : [])
          ).sorted().map {
            .target(name: "Koine\($0)")
          },
        swiftSettings: house
      )
    } + [
      .target(name: "TestTables", dependencies: [system], path: "Tests/TestTables", swiftSettings: house),
      .testTarget(name: "CommandTests", dependencies: ["TestTables", "koine", system], swiftSettings: house),
    ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
