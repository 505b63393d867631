import DialerCore
import DialerEngine
import HTTPClient
import Logging
import PlivoAPI
import Settings

/// Starts what the engine wants done and reports back what came of it. It decides nothing.
struct EffectRunner: Sendable {
    let configuration: LiveConfiguration
    let transport: HTTPTransport
    let webhooks: WebhookSender
    let exporter: ResultsExporter
    let logger: Logger

    /// By the credentials that are in force now.
    private var client: PlivoClient { PlivoClient(configuration.current, transport: transport) }

    func perform(_ effect: Effect, for loop: EngineLoop) {
        switch effect {
        case .call(let call):
            client.makeCall(request(for: call)) { loop.post(.answer(call.batch, $0)) }
        case .lookUp(let attempt, let uuid):
            let client = client
            Task { loop.post(.record(attempt, await client.callRecord(uuid))) }
        case .list(let inquiry, let list):
            let client = client
            Task { loop.post(.listed(inquiry, await client.calls(list))) }
        case .describe(let inquiry, let uuid, let list):
            let client = client
            Task { loop.post(.described(inquiry, uuid, await client.call(uuid, on: list))) }
        case .listRecords(let inquiry, let query):
            let client = client
            Task { loop.post(.recordsListed(inquiry, await client.callRecords(query))) }
        case .locate(let attempt, let uuid):
            let client = client
            Task { loop.post(.located(attempt, await client.call(uuid, on: .queued))) }
        case .withdraw(let attempt, let uuid):
            let client = client
            Task { loop.post(.withdrawn(attempt, await client.hangUp(uuid))) }
        case .forward(let id, let url, let method, let parameters):
            let webhooks = webhooks
            Task {
                let wasTaken = await webhooks.deliver(parameters, to: url, method: method)
                loop.post(.forwarded(id, wasTaken: wasTaken))
            }
        case .export(let campaign):
            exporter.export(campaign) { loop.post(.exported(campaign)) }
        case .notice(let notice):
            logger.log(notice)
        }
    }

    private func request(for call: MakeCall) -> MakeCallRequest {
        MakeCallRequest(
            from: call.callerID,
            destinations: call.destinations,
            arguments: call.arguments,
            reportingTo: CallbackURLs(publicURL: configuration.current.callbacks.publicURL, token: call.token)
        )
    }
}
