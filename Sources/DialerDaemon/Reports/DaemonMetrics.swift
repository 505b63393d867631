import CallbackServer
import DialerCore
import DialerStore

/// The metrics of `GET /metrics`, apart from the listener's own counters. A new metric is one more `Metric` here, and a line
/// in docs/deploy.md.
enum DaemonMetrics {
    /// Only `dialerd_database_working` if the database cannot be read.
    static func metrics(of store: Store, isWorking: Bool) -> [Metric] {
        let working = Metric(
            "dialerd_database_working",
            .gauge,
            help: "1 while transactions succeed, 0 while they fail and dialing has stopped.",
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
