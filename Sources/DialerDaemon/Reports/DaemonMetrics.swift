import CallbackServer
import DialerCore
import DialerStore

/// What `GET /metrics` tells besides the listener's own counters.
enum DaemonMetrics {
    static func metrics(of store: Store, isWorking: Bool) -> [Metric] {
        let working = Metric(
            "dialerd_database_working",
            .gauge,
            help: "1 while transactions succeed, 0 while dialling stands still.",
            samples: [Metric.Sample(isWorking ? 1 : 0)]
        )
        guard let report = try? store.status(isDaemonRunning: true, at: SystemClock.wall) else { return [working] }
        return [
            working,
            Metric(
                "dialerd_campaigns",
                .gauge,
                help: "1 for the state that a campaign is in.",
                samples: report.campaigns.map {
                    Metric.Sample(1, labels: ["campaign": $0.name, "state": $0.state.rawValue])
                }
            ),
            Metric(
                "dialerd_contacts",
                .gauge,
                help: "Contacts by campaign and state.",
                samples: report.campaigns.flatMap { campaign in
                    ContactState.allCases.map { state in
                        let labels = ["campaign": campaign.name, "state": state.rawValue]
                        return Metric.Sample(Double(campaign.progress[state]), labels: labels)
                    }
                }
            ),
            Metric(
                "dialerd_outcomes",
                .gauge,
                help: "Finished contacts by campaign and outcome.",
                samples: report.campaigns.flatMap { campaign in
                    Outcome.allCases.map { outcome in
                        let labels = ["campaign": campaign.name, "outcome": outcome.rawValue]
                        return Metric.Sample(Double(campaign.progress[outcome]), labels: labels)
                    }
                }
            ),
        ]
    }
}
