/// When the keys of a row do what the row says. Where two rows of a screen have the same key, the one
/// whose condition holds comes before the one that is always there.
enum KeyCondition: Sendable, Hashable, CaseIterable {
  /// On their screen, always.
  case always
  /// Every process of the run is held before its next operation.
  case held
  /// The run was recorded, or is made elsewhere.
  case recorded
  /// The recording is being played.
  case playing
  /// Events are looked for.
  case finding
  /// A line is typed for the program, or to look for events.
  case typingInput, typingQuery
  /// The chosen knob has a number.
  case number
  /// The search goes on.
  case searching
  /// The search has found something.
  case found
  /// The search has found several things.
  case foundSeveral
  /// The two runs that are compared were made.
  case compared
  /// There are more lanes of the two runs than have room.
  case moreLanes

  /// Whether it holds now.
  func holds(in state: AppState) -> Bool {
    switch self {
    case .always: true
    case .held: state.run?.isHeld == true
    case .recorded: state.run?.replay != nil
    case .playing:
      state.run.map { $0.replay?.speed != nil && $0.steering.mode == .running } ?? false
    case .finding: state.run?.find.search != nil
    case .typingInput: if case .input? = state.run?.typing?.purpose { true } else { false }
    case .typingQuery: state.run?.typing?.purpose == .find
    case .number: state.knobs?.hasNumberChosen(in: state.scenarios) == true
    case .searching: state.explore?.isGoingOn == true
    case .found: state.explore?.current != nil
    case .foundSeveral: (state.explore?.kinds.count ?? 0) > 1
    case .compared: state.compare?.pair != nil
    case .moreLanes: state.compare?.hasMoreLanes(size: state.size) == true
    }
  }
}
