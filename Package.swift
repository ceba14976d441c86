// swift-tools-version: 6.0
import PackageDescription

/// `make test` and `make lint` accept no warnings; whoever uses the package as a library may.
let isStrict = Context.environment["PROCVIZ_STRICT"] == "1"

/// What every Swift target of this package agrees on.
let house: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.unsafeFlags(["-warnings-as-errors"])] : [])

let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "procviz",
  products: [
    .executable(name: "procviz", targets: ["ProcViz"]),
    .library(name: "ProcRuntime", targets: ["ProcRuntime"]),
    .library(name: "ProcModel", targets: ["ProcModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .target(name: "CProcSupport"),
    .target(name: "ProcModel", swiftSettings: house),
    .target(name: "ProcSystem", dependencies: ["CProcSupport"], swiftSettings: house),
    .target(
      name: "ProcRuntime", dependencies: ["ProcModel", "ProcSystem", "CProcSupport", system],
      swiftSettings: house),
    .target(name: "ProcSchedule", dependencies: ["ProcModel"], swiftSettings: house),
    .target(name: "ProcExport", dependencies: ["ProcModel"], swiftSettings: house),
    .target(name: "ProcLessons", dependencies: ["ProcRuntime", "ProcModel"], swiftSettings: house),
    .target(
      name: "ProcSession",
      dependencies: ["ProcModel", "ProcSchedule", "ProcSystem", "CProcSupport"],
      swiftSettings: house),
    .executableTarget(
      name: "ProcViz",
      dependencies: [
        "CNcurses", "CProcSupport", "ProcModel", "ProcSchedule", "ProcSystem", "ProcRuntime",
        "ProcLessons", "ProcSession", "ProcExport", arguments,
      ],
      swiftSettings: house),
    .testTarget(name: "ProcModelTests", dependencies: ["ProcModel"], swiftSettings: house),
    .testTarget(
      name: "ProcScheduleTests", dependencies: ["ProcSchedule", "ProcModel"],
      swiftSettings: house),
    .testTarget(
      name: "ProcExportTests", dependencies: ["ProcExport", "ProcModel"], swiftSettings: house),
    .executableTarget(
      name: "RuntimeFixture", dependencies: ["ProcRuntime", "ProcModel", "CProcSupport"],
      path: "Tests/RuntimeFixture", swiftSettings: house),
    .testTarget(
      name: "ProcRuntimeTests",
      dependencies: ["ProcRuntime", "ProcModel", "CProcSupport", "RuntimeFixture"],
      swiftSettings: house),
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPtySupport", path: "Tests/CPtySupport"),
    .executableTarget(name: "ForkTree", path: "Tests/ForkTree"),
    .executableTarget(name: "Yardstick", path: "Tests/Yardstick"),
    .target(
      name: "TerminalHarness", dependencies: ["CVTerm", "CPtySupport"],
      path: "Tests/TerminalHarness", swiftSettings: house),
    .executableTarget(
      name: "Screenshots", dependencies: ["TerminalHarness", "CPtySupport"],
      path: "Tests/Screenshots", swiftSettings: house),
    .testTarget(
      name: "TerminalHarnessTests", dependencies: ["TerminalHarness"], swiftSettings: house),
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["ProcModel", "ProcSchedule", "ProcSession", "CPtySupport"],
      path: "Tests/Benchmarks", swiftSettings: house),
    .target(
      name: "HeadlessHarness", dependencies: ["TerminalHarness"], path: "Tests/HeadlessHarness",
      swiftSettings: house),
    .testTarget(
      name: "HeadlessTests",
      dependencies: [
        "HeadlessHarness", "TerminalHarness", "ProcViz", "ProtocolFixture", "RuntimeFixture",
        "ProcModel",
      ],
      swiftSettings: house),
    .executableTarget(name: "ProtocolFixture", path: "Tests/ProtocolFixture"),
    .testTarget(
      name: "ProcSessionTests",
      dependencies: ["ProcSession", "ProcModel", "CProcSupport", "ProtocolFixture"],
      swiftSettings: house),
    .testTarget(
      name: "ProcVizTests",
      dependencies: ["ProcViz", "ProcModel", "ProcLessons", "ProcSession", "ProcSchedule"],
      swiftSettings: house),
    .testTarget(
      name: "PinnedTests",
      dependencies: [
        "ProcViz", "ProcExport", "ProcModel", "ProcLessons", "ProcSession", "ProcSchedule",
      ],
      exclude: ["Recordings", "Goldens"], swiftSettings: house),
    .testTarget(
      name: "InterfaceTests",
      dependencies: ["TerminalHarness", "HeadlessHarness", "RuntimeFixture", "ProcModel"],
      swiftSettings: house),
    .testTarget(
      name: "ScenarioTests",
      dependencies: ["TerminalHarness", "ProcLessons", "ProcSession", "ProcModel", "ProcViz"],
      swiftSettings: house),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .gnu11
)
