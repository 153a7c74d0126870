"""Do the tests notice a fault? One is made at a time, in a copy, and the tests near it are run.

python -m benchmarks.mutants                        200 of them, the first run some minutes more
python -m benchmarks.mutants --seed 2 --room sharing
python -m benchmarks.mutants --at src/allokera/sharing/plan.py:58

The one tool for this that is kept well and that ran here, mutmut 3, leaves every decorated function
alone, so all properties, and every table at the top of a module, and these are half of this code.
It also runs all the tests that ever enter a mutated function, which is most of the suite for the
functions in the middle of it. Hence these three modules: `drawing` makes faults in the source text,
`covering` knows which tests run which line, and `running` runs them, the quickest first.
"""

ROOMS = ("source", "relations", "diagnosis", "sharing", "explanation", "audit", "apportionment")
SOURCE = "src/allokera"
