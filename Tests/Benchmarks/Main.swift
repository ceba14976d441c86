import Glibc

/// Measures the figures of docs/benchmarks.md. Usage: Benchmarks [NAME …]; without a name, all.
@main
enum Main {
  private static let benchmarks: [(name: String, run: @Sendable () throws -> [Figure])] = [
    ("write", Writing.run),
    ("collect", Collecting.run),
    ("reduce", Reducing.run),
    ("frame", Frames.run),
    ("open", Opening.run),
    ("runtime", Library.run),
    ("screen", ScreenBesideHtop.run),
    ("start", FirstScreen.run),
    ("idle", Idle.run),
    ("keys", KeyToScreen.run),
    ("ends", Ends.run),
    ("races", Races.run),
    ("schedules", Schedules.run),
  ]

  static func main() {
    // A program that fails is reported by its exit status.
    signal(SIGPIPE, SIG_IGN)
    let names = CommandLine.arguments.dropFirst()
    print("| group | what | measured | wanted | |\n|---|---|---|---|---|")
    for benchmark in benchmarks where names.isEmpty || names.contains(benchmark.name) {
      do {
        for figure in try benchmark.run() { print("| `\(benchmark.name)` \(figure.row)") }
      } catch {
        print("| `\(benchmark.name)` | \(error) | | | ✗ |")
      }
      fflush(nil)
    }
  }
}

/// A measured figure and its target.
struct Figure {
  let what: String
  let measured: String
  var wanted = ""
  var isReached = true

  /// A row of a table in Markdown, behind the name of its group.
  var row: String {
    "| \(what) | \(measured) | \(wanted) | \(wanted.isEmpty ? "" : isReached ? "✓" : "✗") |"
  }
}

/// A benchmark could not be carried out.
struct BenchmarkError: Error, CustomStringConvertible {
  let description: String
}
