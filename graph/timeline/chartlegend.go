package timeline

import (
	"slices"
	"strconv"
	"strings"

	"peacetalks/graph"
)

// drawLegend tells what the shapes and the styles that the chart has stand
// for, below it.
func (c *Chart) drawLegend(d *drawing) {
	if len(c.lanes) == 0 {
		return
	}
	const size, line = 12, 24
	x, y := float64(chartMargin), float64(d.Height+line/2+6)
	for _, item := range c.legendItems() {
		width := 28 + textWidth(item.Text, size) + 14
		if x > chartMargin && x+width > float64(c.options.Width-chartMargin) {
			x, y = chartMargin, y+line
		}
		item.X, item.Y, item.TextX = c.x(x+12, 0), measure(y), c.x(x+28, 0)
		if item.Bar {
			item.X = c.x(x, 24)
		}
		d.Legend = append(d.Legend, item)
		x += width
	}
	d.Height = int(y) + line/2 + 6
}

func (c *Chart) legendItems() []legendItem {
	var items []legendItem
	var named []string // processes
	kinds, has := map[Kind]bool{}, map[string]bool{}
	for _, l := range c.lanes {
		for _, b := range l.bars {
			has["round"] = has["round"] || b.colour == 0
			if name := b.any.Name(b.any.Process, c.options.Names); b.colour > 0 && b.any.Process != "" && !slices.Contains(named, name) {
				named = append(named, name)
				items = append(items, legendItem{Class: "round process" + strconv.Itoa(b.colour), Bar: true, Sure: true, Text: name})
			}
			has["extent"] = has["extent"] || b.isVague()
			has["open"] = has["open"] || b.isOpen()
			has["cancelled"] = has["cancelled"] || b.status == graph.Cancelled
			has["postponed"] = has["postponed"] || b.status == graph.Postponed
			has["planned"] = has["planned"] || b.planned
		}
		for _, b := range l.blocks {
			has["extent"] = has["extent"] || b.soft
			for _, dot := range b.dots {
				kinds[dot.kind] = true
				has["vague"] = has["vague"] || dot.vague && !dot.planned
				has["planned"] = has["planned"] || dot.planned
			}
		}
	}
	bar := func(key, class, text string) {
		if has[key] {
			items = append(items, legendItem{Class: class, Bar: true, Sure: key == "round", Text: text})
		}
	}
	bar("round", "round", c.text.round)
	for _, k := range Kinds() {
		if kinds[k] {
			items = append(items, legendItem{Class: strings.ToLower(string(k)), Path: shapes[k], Text: KindName(k, c.options.Language)})
		}
	}
	if has["vague"] {
		items = append(items, legendItem{Class: "any vague", Path: shapes[Meeting], Text: c.text.vague})
	}
	if has["planned"] {
		items = append(items, legendItem{Class: "any planned", Path: shapes[Meeting], Text: PlannedName(c.options.Language)})
	}
	bar("extent", "extent", c.text.extent)
	bar("open", "open", c.text.open)
	bar("postponed", "round unsure postponed", c.text.postponed)
	bar("cancelled", "round unsure cancelled", c.text.cancelled)
	return items
}
