package timeline

// rows keep what is taken of each row of a lane.
type rows [][]taken

type taken struct{ a, b float64 }

// mostRows bounds a lane: what would lie lower lies over others. All of it is in
// the list below the chart.
const mostRows = 60

// place takes the first rows, height of them, that are free from a to b, at or
// below a row, and answers the uppermost.
func (r *rows) place(a, b float64, height, below int) int {
	for row := below; ; row++ {
		if row >= mostRows || r.free(a, b, row, height) {
			for i := row; i < row+height; i++ {
				for len(*r) <= i {
					*r = append(*r, nil)
				}
				(*r)[i] = append((*r)[i], taken{a, b})
			}
			return row
		}
	}
}

func (r rows) free(a, b float64, row, height int) bool {
	for i := row; i < min(row+height, len(r)); i++ {
		for _, t := range r[i] {
			if a < t.b-0.5 && t.a < b-0.5 { // rounding is no collision
				return false
			}
		}
	}
	return true
}
