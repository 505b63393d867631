/// Shares one rate among many campaigns, by stride scheduling.
///
/// Each turn goes to the member that has had the fewest turns for its weight. So the shares are in proportion to the
/// weights over any period, every member gets turns, and the others get the turns that one member cannot use.
package struct FairShare<ID: Hashable & Comparable & Sendable>: Sendable {
    package struct Member: Sendable {
        package var id: ID
        /// 1 or more.
        package var weight: Int
        /// The most turns that the member can use now.
        package var demand: Int

        package init(id: ID, weight: Int, demand: Int) {
            self.id = id
            self.weight = weight
            self.demand = demand
        }
    }

    /// The turns that each member has had, divided by its weight.
    private var served: [ID: Double] = [:]

    package init() {}

    /// Distributes `total` turns among `members`. The sum is `total`, or the sum of their demands if that is less.
    /// Members that are left out are forgotten.
    package mutating func allot(_ total: Int, among members: [Member]) -> [ID: Int] {
        // A new member starts at the level of the least served member: it gets its share from now on, but no arrears.
        let level = members.compactMap { served[$0.id] }.min() ?? 0
        served = Dictionary(uniqueKeysWithValues: members.map { ($0.id, max(served[$0.id] ?? level, level) - level) })
        var unsatisfied = members.filter { $0.demand > 0 }.sorted { $0.id < $1.id }
        var shares: [ID: Int] = [:]
        for _ in 0..<total {
            guard let index = unsatisfied.indices.min(by: { need(unsatisfied[$0]) < need(unsatisfied[$1]) }) else {
                break
            }
            let member = unsatisfied[index]
            shares[member.id, default: 0] += 1
            served[member.id, default: 0] += 1 / Double(member.weight)
            if shares[member.id] == member.demand { unsatisfied.remove(at: index) }
        }
        return shares
    }

    private func need(_ member: Member) -> Double { served[member.id] ?? 0 }
}
