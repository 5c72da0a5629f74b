package web

import (
	"net/http"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"peacetalks/graph"
)

// metrics are what is told at /metrics, in a registry of their own.
type metrics struct {
	registry   *prometheus.Registry
	requests   *prometheus.CounterVec
	seconds    *prometheus.HistogramVec
	underway   prometheus.Gauge
	operations *prometheus.CounterVec
}

func newMetrics(store *graph.Store) *metrics {
	m := &metrics{
		registry: prometheus.NewRegistry(),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "peacetalks_http_requests_total", Help: "HTTP requests by handler, method and status.",
		}, []string{"handler", "method", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "peacetalks_http_request_seconds", Help: "Time to answer HTTP requests, by handler.",
			Buckets: prometheus.ExponentialBuckets(0.001, 4, 8),
		}, []string{"handler"}),
		underway: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "peacetalks_http_requests_underway", Help: "HTTP requests that are being answered.",
		}),
		operations: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "peacetalks_graphql_answers_total", Help: "GraphQL answers by kind of operation, and whether they have errors.",
		}, []string{"operation", "errors"}),
	}
	m.registry.MustRegister(m.requests, m.seconds, m.underway, m.operations,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "peacetalks_graph_reads_total", Help: "Reads of the graph's database.",
		}, func() float64 { return float64(store.Reads()) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "peacetalks_graph_rows_total", Help: "Rows of the graph's database that reads went over.",
		}, func() float64 { return float64(store.Rows()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "peacetalks_graph_version", Help: "Commits to the graph.",
		}, func() float64 { return float64(store.Version()) }),
	)
	return m
}

// watch tells how many streams are open.
func (m *metrics) watch(s *streams) {
	m.registry.MustRegister(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "peacetalks_streams_open", Help: "Open WebSockets and event streams.",
	}, func() float64 { return float64(s.open.Load()) }))
}

// count counts the requests of a handler.
func (m *metrics) count(name string, next http.Handler) http.Handler {
	counted := promhttp.InstrumentHandlerCounter(m.requests.MustCurryWith(prometheus.Labels{"handler": name}), next)
	timed := promhttp.InstrumentHandlerDuration(m.seconds.MustCurryWith(prometheus.Labels{"handler": name}), counted)
	return promhttp.InstrumentHandlerInFlight(m.underway, timed)
}

// answered counts an answer of GraphQL.
func (m *metrics) answered(operation string, errors bool) {
	m.operations.WithLabelValues(operation, map[bool]string{true: "yes", false: "no"}[errors]).Inc()
}

// handler serves the metrics.
func (m *metrics) handler() http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{})
}
