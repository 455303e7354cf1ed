using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Benchmarks.Rivals;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>
/// The questions to a graph of tags, answered by what one would take instead. The graph is made anew each time, except
/// for impact.
/// </summary>
public static class RivalBenches
{
    private static readonly TagKey First = new("ns0", "app0", "t0");

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("fleet-linq", size => Of(Fleets.Fleet(size), streams => Resolved(new DictionaryResolver(streams).ResolveAll()))),
        new("fleet-quikgraph", size => Of(Fleets.Fleet(size), streams => Resolved(new QuikGraphTags(streams).ResolveAll()))),
        new("chain-linq", size => Of(Fleets.Chain(size), streams => [new DictionaryResolver(streams).HopsOf(First)])),
        new("chain-quikgraph", size => Of(Fleets.Chain(size), streams => [new QuikGraphTags(streams).HopsOf(First)])),
        new("cycles-linq", size => Of(Fleets.Cycles(size), streams => [new DictionaryResolver(streams).ResolveAll().Endless])),
        new("cycles-quikgraph", size => Of(Fleets.Cycles(size), streams => Ring(new QuikGraphTags(streams).FindCycles()))),
        new("impact-quikgraph", Impact),
    ];

    private static QuickOperation Impact(int size) =>
        Of(new QuikGraphImpact(ImpactInput.Generate(size)), graph => Counts(graph.ImpactOf(ImpactInput.TagOf(0))));

    private static long[] Resolved((long Resolved, long Hops, long Endless) answer) => [answer.Resolved, answer.Hops];

    private static long[] Resolved((long Resolved, long Hops) answer) => [answer.Resolved, answer.Hops];

    private static long[] Ring((long Largest, long Endless) answer) => [answer.Largest, answer.Endless];

    private static long[] Counts((long Builds, long Rollouts, long Waves) answer) =>
        [answer.Builds, answer.Rollouts, answer.Waves];

    private static QuickOperation Of<T>(T input, Func<T, long[]> answer)
    {
        long[] last = [];
        return new QuickOperation(
            () => (last = answer(input))[0],
            () => last.Length == 1 ? last[0] : new JsonArray([.. last.Select(one => (JsonNode?)one)]));
    }
}
