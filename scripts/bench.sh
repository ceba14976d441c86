#!/bin/sh
# Measures what docs/benchmarks.md tells. Usage: scripts/bench.sh [NAME …]: write, collect, reduce,
# frame, open, runtime, screen, start, idle, keys, ends, races, schedules; without a name, all.
set -eu
cd "$(dirname "$0")/.."
for product in procviz RuntimeFixture ProtocolFixture ForkTree Yardstick Benchmarks; do
  swift build -c release --static-swift-stdlib -Xlinker -z -Xlinker now --product "$product"
done
exec .build/release/Benchmarks "$@"
