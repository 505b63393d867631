package import AsyncHTTPClient
package import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Carries the callbacks out: a fixed number of workers, each with one request under way, over kept-alive connections.
package struct CallbackSender: Service {
    let client: HTTPClient
    let outbox: Outbox
    let exchange: Exchange
    /// Signs the callbacks.
    let authToken: String
    let workers: Int
    let logger: Logger

    package init(
        client: HTTPClient,
        outbox: Outbox,
        exchange: Exchange,
        authToken: String,
        workers: Int,
        logger: Logger
    ) {
        self.client = client
        self.outbox = outbox
        self.exchange = exchange
        self.authToken = authToken
        self.workers = workers
        self.logger = logger
    }

    package func run() async throws {
        // What is under way is cut short, so that a signal stops the program at once.
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                await withDiscardingTaskGroup { group in
                    for _ in 0..<workers {
                        group.addTask { await work() }
                    }
                }
            } onCancel: {
                outbox.close()
            }
        }
    }

    private func work() async {
        while let delivery = await outbox.next() {
            let result = await attempt(delivery)
            exchange.use { switchboard, now in switchboard.report(result, of: delivery, at: now) }
            outbox.finished(delivery)
        }
    }

    /// One try.
    private func attempt(_ delivery: Delivery) async -> DeliveryResult {
        let policy = delivery.target.url.retryPolicy
        let request = CallbackRequest.make(
            for: delivery,
            token: authToken,
            nonce: String(UInt64.random(in: 1...UInt64.max))
        )
        do {
            let response = try await client.execute(request, timeout: .milliseconds(Int64(policy.readMilliseconds)))
            let status = Int(response.status.code)
            guard (200...299).contains(status) else {
                // Read for the connection's sake: it can be used again only after the whole answer.
                _ = try? await response.body.collect(upTo: AnswerXML.maximumBytes)
                note(delivery, "status \(status)")
                return .refused(status: status)
            }
            let body = try await response.body.collect(upTo: AnswerXML.maximumBytes)
            if case .none = delivery.stake { return .accepted(plausibleXML: true) }
            return .accepted(plausibleXML: AnswerXML.isPlausible(body.readableBytesView))
        } catch is NIOTooManyBytesError {
            return .accepted(plausibleXML: delivery.stake == .none)
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            note(delivery, "\(error)")
            return .timedOut
        } catch {
            note(delivery, "\(error)")
            return .notConnected
        }
    }

    private func note(_ delivery: Delivery, _ reason: String) {
        logger.info(
            "callback not accepted",
            metadata: ["event": "\(delivery.event.rawValue)", "reason": "\(reason)"]
        )
    }
}
