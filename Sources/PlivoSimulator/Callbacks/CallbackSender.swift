import AsyncHTTPClient
import Logging
import NIOCore
import NIOHTTP1
import ServiceLifecycle

/// Sends the queued callbacks with a fixed number of workers. Each worker sends one request at a time, over connections
/// that are kept alive.
struct CallbackSender: Service {
    let client: HTTPClient
    let queue: CallbackQueue
    let simulation: SharedCallSimulation
    /// The token that signs the callbacks.
    let authToken: String
    let workers: Int
    let logger: Logger

    func run() async throws {
        // A signal cancels the requests in progress, so that the program stops at once.
        await cancelWhenGracefulShutdown {
            await withTaskCancellationHandler {
                await withDiscardingTaskGroup { group in
                    for _ in 0..<workers {
                        group.addTask { await work() }
                    }
                }
            } onCancel: {
                queue.close()
            }
        }
    }

    private func work() async {
        while let delivery = await queue.next() {
            let result = await send(delivery)
            simulation.withLock { simulation, now in simulation.apply(result, of: delivery, at: now) }
            queue.finish(delivery)
        }
    }

    private func send(_ delivery: CallbackDelivery) async -> DeliveryResult {
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
                // The connection can be reused only after the whole response has been read.
                _ = try? await response.body.collect(upTo: AnswerXML.maximumBytes)
                log(delivery, "status \(status)")
                return .refused(status: status)
            }
            let body = try await response.body.collect(upTo: AnswerXML.maximumBytes)
            let isPlausible = delivery.requestedXML == nil || AnswerXML.isPlausible(body.readableBytesView)
            return .accepted(plausibleXML: isPlausible)
        } catch is NIOTooManyBytesError {
            return .accepted(plausibleXML: delivery.requestedXML == nil)
        } catch let error as HTTPClientError where error == .deadlineExceeded || error == .readTimeout {
            log(delivery, "\(error)")
            return .timedOut
        } catch {
            log(delivery, "\(error)")
            return .notConnected
        }
    }

    private func log(_ delivery: CallbackDelivery, _ reason: String) {
        logger.info(
            "callback not accepted",
            metadata: ["event": "\(delivery.event.rawValue)", "reason": "\(reason)"]
        )
    }
}
