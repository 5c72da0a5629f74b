package graph_test

import "math/rand/v2"

func seeded(seed uint64) chooser { return seedChooser{rand.New(rand.NewPCG(seed, 1))} }
