import ProcModel
import Testing

@testable import ProcViz

/// What documents and completions say is what the tables say.
@Suite struct DocumentTests {
  /// The root of the sources.
  private static let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")

  @Test(
    "keys and options in the documents are those of the program (else: make docs)",
    arguments: DocumentBlock.allCases)
  func documents(block: DocumentBlock) throws {
    let text = try #require(DocumentsCommand.read("/\(Self.root)/\(block.path)"))
    let replaced = try #require(block.replaced(in: text))
    #expect(replaced == text)
  }

  @Test("commands, options and values are read from their declarations")
  func declarations() throws {
    let names = CommandFacts.all.map(\.name)
    #expect(Set(names).isSuperset(of: ["", "run", "explore", "list", "replay", "view", "export"]))
    #expect(!names.contains { $0.hasPrefix("__") })
    let run = try #require(CommandFacts.named("run"))
    #expect(run.option("--format")?.values == ["text", "jsonl"])
    #expect(run.option("--headless")?.valueName == nil)
    #expect(run.option("--record")?.valueName == "file")
    let explore = try #require(CommandFacts.named("explore"))
    #expect(explore.option("--max-schedules")?.help.hasPrefix("The most schedules") == true)
    #expect(CommandFacts.named("export")?.option("-o")?.longName == "--output")
    for option in CommandFacts.all.flatMap(\.options) {
      #expect(!option.help.isEmpty && option.longName.hasPrefix("--"), "\(option)")
    }
  }

  @Test("every option that a command declares can be completed")
  func completions() {
    for command in CommandFacts.all where !command.name.isEmpty {
      for option in command.options where option.longName != "--version" {
        let candidates = Completion.candidates(for: [command.name, option.longName])
        #expect(candidates.contains(option.longName), "\(command.name) \(option.longName)")
      }
    }
  }

  @Test("the synopsis of the man page names every command")
  func synopsis() throws {
    let page = try #require(DocumentsCommand.read("/\(Self.root)/docs/procviz.1"))
    for command in CommandFacts.all where !command.name.isEmpty {
      let name = command.name.split(separator: "-").joined(separator: "\\-")
      #expect(page.contains(".B procviz \(name)\n"))
    }
  }
}
