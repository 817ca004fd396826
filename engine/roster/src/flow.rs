//! Flows of least cost: what counting alone can say, at once and for certain.
//!
//! Successive shortest paths. Costs may be negative as long as there is no circle of them, which holds for
//! networks that only lead forward.

use std::collections::VecDeque;

/// A network.
#[derive(Debug, Default)]
pub(crate) struct Network {
    /// Arcs from each node, by index.
    from: Vec<Vec<usize>>,
    /// Every arc, its reverse right after it.
    arcs: Vec<Arc>,
}

#[derive(Debug, Clone, Copy)]
struct Arc {
    to: usize,
    room: u32,
    cost: i64,
}

impl Network {
    /// Adds a node.
    pub(crate) fn node(&mut self) -> usize {
        self.from.push(Vec::new());
        self.from.len() - 1
    }

    /// Adds an arc and gives its index.
    pub(crate) fn arc(&mut self, from: usize, to: usize, room: u32, cost: i64) -> usize {
        let at = self.arcs.len();
        self.arcs.push(Arc { to, room, cost });
        self.arcs.push(Arc {
            to: from,
            room: 0,
            cost: -cost,
        });
        self.from[from].push(at);
        self.from[to].push(at + 1);
        at
    }

    /// How much goes through an arc.
    pub(crate) fn through(&self, arc: usize) -> u32 {
        self.arcs[arc + 1].room
    }

    /// Sends as much as can be sent, at the least cost for it; how much, and the cost.
    pub(crate) fn send(&mut self, source: usize, sink: usize) -> (u32, i64) {
        let (mut sent, mut cost) = (0, 0);
        while let Some((path, price)) = self.cheapest(source, sink) {
            let room = path.iter().map(|a| self.arcs[*a].room).min().unwrap_or(0);
            for arc in path {
                self.arcs[arc].room -= room;
                self.arcs[arc ^ 1].room += room;
            }
            sent += room;
            cost += price * i64::from(room);
        }
        (sent, cost)
    }

    /// The arcs of the cheapest way that has room, and its cost (Bellman and Ford, with a queue).
    fn cheapest(&self, source: usize, sink: usize) -> Option<(Vec<usize>, i64)> {
        let mut cost = vec![i64::MAX; self.from.len()];
        let mut by = vec![usize::MAX; self.from.len()];
        let mut waits = vec![false; self.from.len()];
        cost[source] = 0;
        let mut queue = VecDeque::from([source]);
        while let Some(node) = queue.pop_front() {
            waits[node] = false;
            for &at in &self.from[node] {
                let arc = self.arcs[at];
                if arc.room == 0 || cost[node] + arc.cost >= cost[arc.to] {
                    continue;
                }
                cost[arc.to] = cost[node] + arc.cost;
                by[arc.to] = at;
                if !waits[arc.to] {
                    waits[arc.to] = true;
                    queue.push_back(arc.to);
                }
            }
        }
        if cost[sink] == i64::MAX {
            return None;
        }
        let mut path = Vec::new();
        let mut node = sink;
        while node != source {
            path.push(by[node]);
            node = self.arcs[by[node] ^ 1].to;
        }
        Some((path, cost[sink]))
    }
}
