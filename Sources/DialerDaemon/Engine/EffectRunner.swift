import DialerCore
import DialerEngine
import HTTPClient
import Logging
import PlivoAPI
import Settings

/// Starts each effect of the engine, and posts its result to the engine as an event. It makes no decisions.
struct EffectRunner: Sendable {
    let configuration: LiveConfiguration
    let transport: HTTPTransport
    let webhooks: WebhookSender
    let exporter: ResultsExporter
    let logger: Logger

    func perform(_ effect: Effect, for loop: EngineLoop) {
        // A reload may have changed the credentials since the last effect.
        let client = PlivoClient(configuration.current, transport: transport)
        switch effect {
        case .call(let call):
            client.makeCall(request(for: call)) { loop.post(.answer(call.batch, $0)) }
        case .lookUp(let attempt, let uuid):
            Task { loop.post(.record(attempt, await client.callRecord(uuid))) }
        case .list(let scan, let list):
            Task { loop.post(.listed(scan, await client.calls(list))) }
        case .describe(let scan, let uuid, let list):
            Task { loop.post(.described(scan, uuid, await client.call(uuid, on: list))) }
        case .listRecords(let sweep, let query):
            Task { loop.post(.recordsListed(sweep, await client.callRecords(query))) }
        case .locate(let attempt, let uuid):
            Task { loop.post(.located(attempt, await client.call(uuid, on: .queued))) }
        case .withdraw(let attempt, let uuid):
            Task { loop.post(.withdrawn(attempt, await client.hangUp(uuid))) }
        case .deliver(let id, let url, let method, let parameters):
            Task {
                let wasAccepted = await webhooks.deliver(parameters, to: url, method: method)
                loop.post(.delivered(id, wasAccepted: wasAccepted))
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
