// The goals of the search engine, one row each: our figure, the peer's, their ratio, what was wanted, and whether it holds.
const rounded = (value) => (typeof value === 'number' ? Number(value.toPrecision(3)) : (value ?? ''))

const row = (goal, figure, peer, ratio, wanted, holds) => ({
  goal,
  figure: rounded(figure),
  peer: rounded(peer),
  ratio: rounded(ratio),
  wanted,
  held:
    ratio === undefined || Number.isNaN(ratio)
      ? 'not measured'
      : wanted === ''
        ? ''
        : holds(ratio)
          ? 'yes'
          : 'NO',
})

const atMost = (goal, figure, peer, limit) =>
  row(goal, figure, peer, figure / peer, `<= ${limit}`, (ratio) => ratio <= limit)
/** Of a 95th percentile; beside it the same ratio in time of the processor, for a machine that has other things to do. */
const faster = (goal, ours, theirs, limit) => ({
  ...atMost(goal, ours.p95, theirs.p95, limit),
  'by processor': rounded(ours.processor95 / theirs.processor95),
})
/** Beside what a goal compares with: no goal itself. */
const beside = (goal, figure, peer) => row(goal, figure, peer, figure / peer, '', () => true)
const atLeast = (goal, figure, peer, limit) =>
  row(goal, figure, peer, figure / peer, `>= ${limit}`, (ratio) => ratio >= limit)
const share = (goal, figure, limit) =>
  row(goal, figure, undefined, figure, `>= ${limit}`, (value) => value >= limit)
const none = (goal, figure) => row(goal, figure, undefined, figure, '0', (value) => value === 0)

/** One word, OR, AND and phrase beside FTS5. */
const queryGoals = (what, times) =>
  [
    ['one word', 'one', 0.25],
    ['OR', 'or', 0.25],
    ['AND', 'and', 0.6],
    ['phrase', 'phrase', 1.5],
  ].map(([name, kind, limit]) =>
    faster(`${name} p95, ms / FTS5${what}`, times[kind].ours, times[kind].fullText, limit),
  )

const typingGoals = ({ sayt }) => [
  faster('as-you-type p95, ms, worker included / FTS5', sayt.oursInWorker, sayt.fullText, 0.5),
  faster('as-you-type p95, ms, in process / FTS5', sayt.ours, sayt.fullText, 0.25),
  faster('as-you-type p95, ms, worker included / MiniSearch', sayt.oursInWorker, sayt.miniSearch, 0.05),
]

const additionGoals = ({ times, typing }) => [
  atMost(
    'add one, p50 ms, durable and findable / MiniSearch',
    times.oursInWorker.p50,
    times.miniSearch.p50,
    1,
  ),
  beside('the same / FTS5, as durable (synchronous = full)', times.oursInWorker.p50, times.fullText.p50),
  beside('the same / one forced write of the article alone', times.oursInWorker.p50, times.disk.p50),
  faster(
    'as-you-type p95, ms, worker included, after 100 adds / FTS5',
    typing.oursInWorker,
    typing.fullText,
    0.5,
  ),
]

const costGoals = (builds, opens) => [
  atMost('full build, CPU s / MiniSearch', builds.ours.seconds, builds.miniSearch.seconds, 1.5),
  atMost('the same, as a stretch', builds.ours.seconds, builds.miniSearch.seconds, 0.75),
  atMost('build, peak MB / MiniSearch', builds.ours.peak, builds.miniSearch.peak, 0.5),
  atMost('resident above bare runtime, MB / MiniSearch', opens.ours.memory, opens.miniSearch.memory, 0.15),
  atMost('disk with positions, MB / FTS5', builds.ours.disk, builds.fullText.disk, 0.5),
  atMost('open to first result, ms / MiniSearch', opens.ours.ms, opens.miniSearch.ms, 0.05),
]

const qualityGoals = ({ ranks, soundness, additions }, overlap) => [
  atLeast('known-item MRR@10, three words of the text / FTS5', ranks.ours.text, ranks.fullText.text, 1.1),
  atLeast('the same / MiniSearch', ranks.ours.text, ranks.miniSearch.text, 1.1),
  share('top-10 overlap, segmented / one index, random order', overlap.shuffled, 0.99),
  share('top-10 overlap, segmented / one index, by topic', overlap.byTopic, 0.99),
  none('exceptions', soundness.exceptions),
  none('lost terms', soundness.lost + additions.lost),
]

export const goalRows = ({ builds, opens, contest, long, overlap }) => [
  ...typingGoals(contest.times),
  ...queryGoals('', contest.times),
  ...queryGoals(', long articles', long.times),
  ...additionGoals(contest.additions),
  ...costGoals(builds, opens),
  ...qualityGoals(contest, overlap),
]

/** What each side costs and finds, goals aside. */
export const sideRows = (names, { builds, opens, contest }) =>
  Object.fromEntries(
    Object.keys(builds).map((name) => [
      names[name],
      Object.fromEntries(
        Object.entries({
          'build CPU s': builds[name].seconds,
          'peak MB': builds[name].peak,
          'disk MB': builds[name].disk,
          'open ms': opens[name].ms,
          'memory MB': opens[name].memory,
          'typing p50 ms': contest.times.sayt[name]?.p50,
          'typing p95 ms': contest.times.sayt[name]?.p95,
          'page of hits p95 ms': name === 'ours' ? contest.shown.p95 : undefined,
          'MRR@10 by text': contest.ranks[name]?.text,
          'by title': contest.ranks[name]?.title,
          'mistyped title': contest.ranks[name]?.typo,
          exceptions: contest.thrown[name] ?? (name === 'ours' ? contest.soundness.exceptions : 0),
          'letters until found': contest.keystrokes[name]?.letters.p50,
        }).map(([what, figure]) => [what, rounded(figure)]),
      ),
    ]),
  )
