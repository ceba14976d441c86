/// What the runtime's own children run under spawn: servers and workers.
let builtInSpawnables: [any Spawnable] = [managerServerTarget, poolWorkerTarget]
