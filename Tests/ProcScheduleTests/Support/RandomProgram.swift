import ProcModel
import ProcSchedule

extension Program {
  /// A small random program.
  static func random(_ numbers: inout SplitMix64) -> Program {
    let children = 1 + numbers.below(3)
    // Few kinds of instructions about few objects, so that they conflict.
    let themes = (0..<2 + numbers.below(3)).map { _ in numbers.below(18) }
    let spread = numbers.below(3) == 0 ? 2 : 1
    var lanes = [[Instruction]]()
    for _ in 0...children {
      let length = children == 1 ? 5 : children == 2 ? 4 : 2
      lanes.append(code(1 + numbers.below(length), themes, spread, &numbers))
    }
    var main: [Instruction] = []
    for child in 1...children {
      if child == 3, numbers.below(2) == 0 {
        lanes[1].insert(.start(3), at: 0)
        continue
      }
      main.append(.start(child))
    }
    main += lanes[0].prefix(numbers.below(3))
    let last = children == 3 ? 2 : children
    switch numbers.below(5) {
    case 0: main.append(.join(last, .indefinite))
    case 1: main += [.join(last, .timed), .ifSo, .note]
    case 2: main += [.isAlive(last), .untilSo]
    case 3: main.append(.kill(last))
    default: main += [.isAlive(1), .join(1, .indefinite)]
    }
    lanes[0] = main
    return Program(lanes: lanes)
  }

  private static func code(
    _ length: Int, _ themes: [Int], _ spread: Int, _ numbers: inout SplitMix64
  ) -> [Instruction] {
    var code: [Instruction] = []
    while code.count < length { code += phrase(themes, spread, &numbers) }
    return code
  }

  private static func phrase(
    _ themes: [Int], _ spread: Int, _ numbers: inout SplitMix64
  ) -> [Instruction] {
    let n = numbers.below(spread)
    let any = spread == 1 ? themes[0] % 3 : numbers.below(3)
    let blocking = [Blocking.indefinite, .indefinite, .timed, .nonblocking][numbers.below(4)]
    switch themes[numbers.below(themes.count)] {
    case 0: return [.read(n)]
    case 1: return [.write(n)]
    case 2: return [.read(n), .write(n)]
    case 3: return [.lock(n, blocking), .ifSo, .write(0), .unlock(n)]
    case 4: return [.lock(n, .nonblocking), .untilSo, .unlock(n)]
    case 5: return [.lock(n, .indefinite), .unlock(n)]
    case 6: return [.down(any, blocking)]
    case 7: return [.up(any)]
    case 8: return [.down(any, .indefinite), .up(any)]
    case 9: return [.put(any, blocking)]
    case 10: return [.get(any, blocking)]
    case 11: return [.size(any)]
    case 12: return [.set(n)]
    case 13: return [.clear(n)]
    case 14: return [.wait(n, blocking)]
    case 15: return [.isSet(n), .read(n)]
    case 16: return [.lock(n, .timed)]
    default: return [.note]
    }
  }
}
