import CallbackServer
import DialerCore
import DialerStore

/// The metrics of `GET /metrics`, except the listener's own counters. A new metric is added here and to docs/deploy.md.
enum DaemonMetrics {
    /// Contains only `dialerd_database_working` if the database cannot be read.
    static func metrics(of store: Store, isWorking: Bool) -> [Metric] {
        let working = Metric(
            "dialerd_database_working",
            .gauge,
            help: "1 while transactions succeed, 0 while they fail and dialing has stopped.",
            samples: [Metric.Sample(isWorking ? 1 : 0)]
        )
        guard let campaigns = try? store.status(isDaemonRunning: true, at: SystemClock.wall).campaigns else {
            return [working]
        }
        return [
            working,
            Metric(
                "dialerd_campaigns",
                .gauge,
                help: "1 for the state that a campaign is in.",
                samples: campaigns.map { Metric.Sample(1, labels: ["campaign": $0.name, "state": $0.state.rawValue]) }
            ),
            counts("dialerd_contacts", help: "Contacts by campaign and state.", label: "state", of: campaigns) {
                $0[$1 as ContactState]
            },
            counts(
                "dialerd_outcomes",
                help: "Finished contacts by campaign and outcome.",
                label: "outcome",
                of: campaigns
            ) {
                $0[$1 as Outcome]
            },
        ]
    }

    /// A sample for each campaign and each value of the label.
    private static func counts<Value: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        help: String,
        label: String,
        of campaigns: [CampaignStatus],
        count: (CampaignProgress, Value) -> Int
    ) -> Metric {
        let samples = campaigns.flatMap { campaign in
            Value.allCases.map { value in
                let labels = ["campaign": campaign.name, label: value.rawValue]
                return Metric.Sample(Double(count(campaign.progress, value)), labels: labels)
            }
        }
        return Metric(name, .gauge, help: help, samples: samples)
    }
}
