enum Host {
  static func runIfAsked() -> Bool { false }
}
