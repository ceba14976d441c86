// Bare process trees in C: the yardstick for runs under control.
#ifndef C_FORK_TREE_H
#define C_FORK_TREE_H

/// Makes `rounds` trees, one after the other on each of `jobs` CPUs at the same time: a process that
/// forks `children` processes which end at once, waits for them, and ends. Returns the seconds that
/// it took, or -1 where a process could not be made.
double fork_trees(int jobs, int rounds, int children);

#endif
