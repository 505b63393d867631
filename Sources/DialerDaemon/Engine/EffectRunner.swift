import DialerCore
import DialerEngine
import Logging
import PlivoAPI

/// Starts what the engine wants done and reports back what came of it. It decides nothing.
struct EffectRunner: Sendable {
    let client: PlivoClient
    let forwarder: CallbackForwarder
    /// What Plivo is told to call.
    let publicURL: String
    let exporter: ResultsExporter
    let logger: Logger

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
            let forwarder = forwarder
            Task {
                let wasTaken = await forwarder.deliver(parameters, to: url, method: method)
                loop.post(.forwarded(id, wasTaken: wasTaken))
            }
        case .export(let campaign):
            exporter.export(campaign) { loop.post(.exported(campaign)) }
        case .notice(let notice):
            logger.log(notice)
        }
    }

    /// Every call tells us when it rings and ends, whatever URLs the campaign gives of its own. Machine detection
    /// is made asynchronous by its URL (docs: call-api, "machine_detection_url"), so ours is given only where the
    /// campaign gives one; otherwise `Machine` comes with the hangup.
    private func request(for call: MakeCall) -> MakeCallRequest {
        let urls = CallbackURLs(publicURL: publicURL, token: call.token)
        var arguments = call.arguments
        arguments[.ringURL] = .text(urls.ring)
        arguments[.ringMethod] = .text("POST")
        arguments[.hangupURL] = .text(urls.hangup)
        arguments[.hangupMethod] = .text("POST")
        if arguments[.machineDetectionURL] != nil {
            arguments[.machineDetectionURL] = .text(urls.machine)
            arguments[.machineDetectionMethod] = .text("POST")
        }
        return MakeCallRequest(from: call.callerID, destinations: call.destinations, arguments: arguments)
    }
}
