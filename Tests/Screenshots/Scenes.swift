import TerminalHarness

extension Scene {
  /// All pictures, in the order of the README.
  static let all: [Scene] = [
    Scene(name: "menu", arguments: []) { try $0.wait(for: "the menu") { $0.contains("counter") } },
    finished("counter-lock-off", ["counter", "--lock", "off"]),
    finished("counter-lock-on", ["counter", "--lock", "on"]),
    // Sleeps of five seconds leave time for a picture: one worker has handed over to the other,
    // which has slept for a while.
    Scene(name: "lock", arguments: ["run", "lock", "--speed", "0.4"]) { terminal in
      try terminal.wait(for: "the second holder") {
        $0.header.contains("RUNNING") && $0.contains("░░░░░░") && $0.contains("■")
          && ($0.contains("sleeps · 2.") || $0.contains("休眠 · 2."))
      }
    },
    Scene(name: "queue-blocked-forever", arguments: ["run", "queue"]) { terminal in
      try terminal.wait(for: "a long wait") {
        ($0.contains("no lane can") || $0.contains("没有谁能再放入")) && $0.contains(" · 3.")
      }
    },
    Scene(name: "pool", arguments: ["run", "pool"]) { terminal in
      try terminal.wait(for: "ten tasks") { $0.header.contains("FINISHED") }
    },
    Scene(name: "help", arguments: ["run", "counter"]) { terminal in
      try terminal.wait(for: "the run") { $0.header.contains("FINISHED") }
      try terminal.press("?")
      try terminal.wait(for: "help") { $0.contains("Home") && $0.contains("End") }
    },
    found("explore"), proven("explore-exhausted"), waiting("wait-for-graph"), compared("compare"),
    rewound("rewind"),
    replayed("replay-lost-update"), byEvents("event-axis"),
    Scene(name: "menu-80x24", size: .small, arguments: []) { terminal in
      try terminal.wait(for: "the menu") { $0.contains("counter") }
    },
    finished("counter-lock-off-80x24", ["counter", "--lock", "off"], size: .small),
    finished("pool-80x24", ["pool"], size: .small),
    found("explore-80x24", size: .small), waiting("wait-for-graph-80x24", size: .small),
    compared("compare-80x24", size: .small), rewound("rewind-80x24", size: .small),
    replayed("replay-lost-update-80x24", size: .small),
    byEvents("event-axis-80x24", size: .small), filtered("filter-80x24", size: .small),
    atLength("reading-80x24", size: .small),
  ]

  private static let small = ["--workers", "2", "--iterations", "1"]

  /// A search that has found every way to lose an update.
  private static func found(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"] + small) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press("x")
      try terminal.wait(for: "what was found") {
        $0.contains("Every class of schedules was tried") || $0.contains("每一类调度都试过")
      }
    }
  }

  /// A search that has proved that nothing goes wrong.
  private static func proven(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter", "--lock", "on"] + small) {
      terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press("x")
      try terminal.wait(for: "the simplest schedule") {
        $0.contains("nothing was found") || $0.contains("没有发现问题")
      }
    }
  }

  /// A deadlock, as the graph shows it.
  private static func waiting(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "deadlock"]) { terminal in
      try terminal.wait(for: "the deadlock") {
        $0.line(containing: "Process-2")?.contains("░") == true
      }
      try terminal.press("w")
      try terminal.wait(for: "the cycle") { $0.contains("✗ Process-1 → right") }
    }
  }

  /// The lost update, and what the lock makes of it.
  private static func compared(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"] + small) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press("c")
      try terminal.wait(for: "both runs") {
        $0.contains("here they diverge") || $0.contains("两者在此分歧")
      }
    }
  }

  /// Back in a run that has lost updates: a mark is set, and writes are looked for.
  private static func rewound(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"]) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press(.home)
      try terminal.type("/value.write process-1\n")
      try terminal.wait(for: "a hit") { $0.contains("1/5") }
      try terminal.press("M", "n", "n")
      try terminal.wait(for: "the third") { $0.contains("3/5") && $0.contains("⚑") }
    }
  }

  /// In the recording of a run that has lost updates, at the write that overwrote one, with room for
  /// each event.
  private static func replayed(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(
      name: name, size: size, arguments: ["replay", Scene.recording],
      recorded: ["run", "counter", "--headless"]
    ) { terminal in
      try terminal.wait(for: "the recording") { $0.header.contains("FINISHED") }
      try terminal.press("t")
      try terminal.type("/lost\n")
      try terminal.wait(for: "what was read") { $0.contains("1/4") }
      try terminal.press("n", "n", "n")
      try terminal.wait(for: "what was overwritten") { $0.contains("4/4") }
    }
  }

  /// Events instead of time along the axis.
  private static func byEvents(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"]) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press("t")
      try terminal.wait(for: "events") { $0.contains("0 events") || $0.contains("0 个事件") }
    }
  }

  /// What is shown and what is hidden.
  private static func filtered(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"]) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press("f", "j", " ", "j", "j", " ")
      try terminal.wait(for: "what is off") { $0.text.split(separator: "[ ]").count > 2 }
    }
  }

  /// Everything that the panels say.
  private static func atLength(_ name: String, size: TerminalSize = .home) -> Scene {
    Scene(name: name, size: size, arguments: ["run", "counter"]) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
      try terminal.press(.left, .left, .left, "e")
      try terminal.wait(for: "all of it") { $0.contains("details") || $0.contains("详细说明") }
    }
  }

  /// A scenario that has come to its end.
  private static func finished(
    _ name: String, _ arguments: [String], size: TerminalSize = .home
  ) -> Scene {
    Scene(name: name, size: size, arguments: ["run"] + arguments) { terminal in
      try terminal.wait(for: "the end") { $0.header.contains("FINISHED") }
    }
  }
}
