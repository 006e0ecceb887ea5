// swift-tools-version: 6.2
import PackageDescription

/// The settings of every room: language mode 6 is set below for the whole package.
let house: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
]

let package = Package(
  name: "zhisou",
  products: [
    .library(name: "Zhisou", targets: ["Zhisou"]),
    .executable(name: "zhisou", targets: ["ZhisouCLI"]),
    .executable(name: "zhisou-bench", targets: ["ZhisouBench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", from: "1.5.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "Storage", dependencies: ["CZlib"], swiftSettings: house),
    .target(name: "Analysis", swiftSettings: house),
    .target(
      name: "CorpusReading", dependencies: ["Storage", "CLibXML2"], swiftSettings: house),
    .target(name: "InvertedIndex", dependencies: ["Storage"], swiftSettings: house),
    .target(
      name: "Zhisou",
      dependencies: ["CorpusReading", "Analysis", "InvertedIndex", "Storage"],
      swiftSettings: house),
    .executableTarget(
      name: "ZhisouCLI",
      dependencies: [
        "Zhisou", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .executableTarget(
      name: "ZhisouBench",
      dependencies: [
        "Zhisou", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
    .testTarget(
      name: "StorageTests", dependencies: ["Storage", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "AnalysisTests", dependencies: ["Analysis", "TestSupport"], swiftSettings: house),
    .testTarget(
      name: "CorpusReadingTests", dependencies: ["CorpusReading", "Storage", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "InvertedIndexTests", dependencies: ["InvertedIndex", "Storage", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ZhisouTests",
      dependencies: [
        "Zhisou", "CorpusReading", "Analysis", "InvertedIndex", "Storage", "TestSupport",
      ],
      swiftSettings: house),
    .testTarget(
      name: "ZhisouCLITests", dependencies: ["ZhisouCLI", "Zhisou", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "ZhisouBenchTests",
      dependencies: ["ZhisouBench", "Zhisou", "CorpusReading", "TestSupport"],
      swiftSettings: house),
    .testTarget(
      name: "EndToEndTests", dependencies: ["TestSupport", "ZhisouCLI", "ZhisouBench"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6]
)

// The fuzzer brings its own `main`: it is built by scripts/fuzz alone.
if Context.environment["ZHISOU_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzing", dependencies: ["CorpusReading", "Analysis"], path: "Tests/Fuzzing",
      swiftSettings: house + [.unsafeFlags(["-parse-as-library"])]))
}
