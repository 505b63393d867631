/// Who is served next when many campaigns share one rate: stride scheduling.
///
/// Each turn goes to the member that has had the least for its weight, so that shares are in proportion to the
/// weights over any stretch of time, nobody starves, and what one cannot use goes to the others.
package struct FairShare<ID: Hashable & Comparable & Sendable>: Sendable {
    package struct Member: Sendable {
        package var id: ID
        /// 1 or more.
        package var weight: Int
        /// The most it can use now.
        package var demand: Int

        package init(id: ID, weight: Int, demand: Int) {
            self.id = id
            self.weight = weight
            self.demand = demand
        }
    }

    /// How much each has had, divided by its weight.
    private var served: [ID: Double] = [:]

    package init() {}

    /// Shares `total` turns out among `members`; the sum is `total`, or less when their demands are.
    package mutating func allot(_ total: Int, among members: [Member]) -> [ID: Int] {
        // A newcomer starts level with the least served: it gets its share, not arrears.
        let level = members.compactMap { served[$0.id] }.min() ?? 0
        served = Dictionary(uniqueKeysWithValues: members.map { ($0.id, max(served[$0.id] ?? level, level) - level) })
        var hungry = members.filter { $0.demand > 0 }.sorted { $0.id < $1.id }
        var shares: [ID: Int] = [:]
        for _ in 0..<total {
            guard let index = hungry.indices.min(by: { need(hungry[$0]) < need(hungry[$1]) }) else { break }
            let member = hungry[index]
            shares[member.id, default: 0] += 1
            served[member.id, default: 0] += 1 / Double(member.weight)
            if shares[member.id] == member.demand { hungry.remove(at: index) }
        }
        return shares
    }

    private func need(_ member: Member) -> Double { served[member.id] ?? 0 }
}
