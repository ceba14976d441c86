import ProcModel

/// Sentences, for people and for screen readers.
struct TextReport: Report {
  let language: Language

  func line(for seq: Int, of run: Run) -> String {
    let event = run.trace[seq]
    return "\(event.kind.name) \(event.text)\n"
  }

  func summary(of run: Run, malformed: Int, verdict: Outcome) -> String {
    run.findings.map { $0.text[language] + "\n" }.joined()
  }
}
