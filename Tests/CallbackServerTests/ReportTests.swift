import CallbackServer
import HTTPClient
import Testing

@Suite struct ReportTests {
    @Test(
        arguments: [
            ([], 200, #"{"problems":[],"status":"ok"}"#),
            (
                ["the disk is \"full\""], 503, #"{"problems":["the disk is \"full\""],"status":"failing"}"#
            ),
        ] as [([String], Int, String)]
    )
    func health(problems: [String], status: Int, json: String) async throws {
        try await withCallbackServer(health: HealthReport(problems: problems)) { server in
            let outcome = await server.get("/healthz")
            #expect(outcome.status == status)
            #expect(outcome.text == json)
            #expect(outcome.response?.headers["content-type"] == "application/json")
        }
    }

    @Test func metrics() async throws {
        let metrics = [
            Metric("dialerd_calls_in_flight", .gauge, help: "Calls not yet ended.", samples: [.init(12)]),
            Metric(
                "dialerd_attempts_total",
                .counter,
                help: "Requests sent.",
                samples: [.init(1.5, labels: ["b": "x\"y\\z\n", "a": "1"]), .init(.infinity)]
            ),
        ]
        try await withCallbackServer(metrics: metrics) { server in
            _ = await server.signedPost("/plivo/t/ring", "CallUUID=38cb006a-e25d-4455-9862-27550dbea7e9")
            _ = await server.signedPost("/plivo/t/ring", "")
            _ = await server.post("/plivo/t/ring", "", headers: [:])
            let outcome = await server.get("/metrics")
            #expect(outcome.response?.headers["content-type"] == "text/plain; version=0.0.4")
            #expect(
                outcome.text == """
                    # HELP dialerd_calls_in_flight Calls not yet ended.
                    # TYPE dialerd_calls_in_flight gauge
                    dialerd_calls_in_flight 12
                    # HELP dialerd_attempts_total Requests sent.
                    # TYPE dialerd_attempts_total counter
                    dialerd_attempts_total{a="1",b="x\\"y\\\\z\\n"} 1.5
                    dialerd_attempts_total +Inf
                    # HELP dialerd_callbacks_total Callbacks received, by how they were answered.
                    # TYPE dialerd_callbacks_total counter
                    dialerd_callbacks_total{result="accepted"} 1
                    dialerd_callbacks_total{result="forged"} 1
                    dialerd_callbacks_total{result="malformed"} 1
                    dialerd_callbacks_total{result="failed"} 0

                    """
            )
        }
    }
}
