// swift-tools-version: 6.0
import PackageDescription

/// A program of one's own that ProcViz can show, step and search: all it needs is ProcRuntime.
let package = Package(
  name: "BankTransfer",
  dependencies: [.package(name: "procviz", path: "../..")],
  targets: [
    .executableTarget(
      name: "BankTransfer", dependencies: [.product(name: "ProcRuntime", package: "procviz")])
  ],
  swiftLanguageModes: [.v6]
)
