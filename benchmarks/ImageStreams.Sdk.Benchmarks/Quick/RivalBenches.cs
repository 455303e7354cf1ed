using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Rivals;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>
/// The queries of a graph of tags, answered by alternatives. The graph is created anew each time, except
/// for impact.
/// </summary>
public static class RivalBenches
{
    private static readonly TagKey First = new("ns0", "app0", "t0");

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("fleet-linq", size => CreateOperation(Fleets.Fleet(size), streams => Resolved(new DictionaryResolver(streams).ResolveAll()))),
        new("fleet-quikgraph", size => CreateOperation(Fleets.Fleet(size), streams => Resolved(new QuikGraphTags(streams).ResolveAll()))),
        new("chain-linq", size => CreateOperation(Fleets.Chain(size), streams => [new DictionaryResolver(streams).CountHops(First)])),
        new("chain-quikgraph", size => CreateOperation(Fleets.Chain(size), streams => [new QuikGraphTags(streams).CountHops(First)])),
        new("cycles-linq", size => CreateOperation(Fleets.Cycles(size), streams => [new DictionaryResolver(streams).ResolveAll().Endless])),
        new("cycles-quikgraph", size => CreateOperation(Fleets.Cycles(size), streams => CountCycles(new QuikGraphTags(streams).FindCycles()))),
        new("impact-quikgraph", Impact),
    ];

    private static QuickOperation Impact(int size) =>
        CreateOperation(new QuikGraphImpact(ImpactInput.Generate(size)), graph => Counts(graph.GetImpact(ImpactInput.GetTag(0))));

    private static long[] Resolved((long Resolved, long Hops, long Endless) answer) => [answer.Resolved, answer.Hops];

    private static long[] Resolved((long Resolved, long Hops) answer) => [answer.Resolved, answer.Hops];

    private static long[] CountCycles((long Largest, long Endless) answer) => [answer.Largest, answer.Endless];

    private static long[] Counts((long Builds, long Rollouts, long Waves) answer) =>
        [answer.Builds, answer.Rollouts, answer.Waves];

    private static QuickOperation CreateOperation<T>(T input, Func<T, long[]> answer)
    {
        long[] last = [];
        return new QuickOperation(
            () => (last = answer(input))[0],
            () => last.Length == 1 ? last[0] : new JsonArray([.. last.Select(one => (JsonNode?)one)]));
    }
}
