import ProcRuntime

/// Two tellers move money between two accounts at the same time. Without a lock, some schedules lose
/// or invent money, and the check at the end fails.
///
///     procviz run -- .build/debug/BankTransfer
///     procviz explore -- .build/debug/BankTransfer
///     procviz explore -- .build/debug/BankTransfer --lock
@main
enum Main {
  static let transfer = Target("transfer") {
    (from: Value<Int>, to: Value<Int>, amount: Int, lock: Lock?) in
    try lock?.acquire()
    let available = from.get()
    if available >= amount {
      from.set(available - amount)
      to.set(to.get() + amount)
    }
    try lock?.release()
  }

  static func main() {
    Program.run(spawnable: [transfer]) {
      let lock = CommandLine.arguments.contains("--lock") ? Lock(name: "lock") : nil
      let alice = Value(100, name: "alice")
      let bob = Value(100, name: "bob")
      let tellers = [
        Process(target: transfer, args: alice, bob, 30, lock, name: "Teller-1"),
        Process(target: transfer, args: bob, alice, 50, lock, name: "Teller-2"),
      ]
      for teller in tellers { try teller.start() }
      for teller in tellers { try teller.join() }
      print("alice has \(alice.get()), bob has \(bob.get())")
      precondition(alice.get() + bob.get() == 200, "money was lost or made")
    }
  }
}
