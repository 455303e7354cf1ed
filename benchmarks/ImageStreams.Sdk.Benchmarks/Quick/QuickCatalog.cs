using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.References;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>The benchmarks of the quick mode, by the names under which OpenShift's figures are known.</summary>
public static class QuickCatalog
{
    private static readonly QuickBench[] Benches =
    [
        new("reference-parse", ReferenceParse),
        new("prioritize", Prioritize),
        new("prioritize-tags", Prioritize),
        .. JsonBenches.All,
        .. LifecycleBenches.All,
        .. StoreBenches.All,
        .. SqliteBenches.All,
        .. PostgreSqlBenches.All,
        .. EngineBenches.All,
        .. ApiBenches.All,
        .. ClusterBenches.All,
        .. ReactionBenches.All,
        .. ResolutionBenches.All,
        .. BuildChainBenches.All,
        .. GraphBenches.All,
        .. TriggerBenches.All,
        .. WorldBenches.All,
        .. ImportBenches.All,
        .. RivalBenches.All,
        .. ManifestBenches.All,
        .. LockBenches.All,
    ];

    public static IEnumerable<string> Names => Benches.Select(bench => bench.Name);

    public static QuickBench? Find(string name) => Array.Find(Benches, bench => bench.Name == name);

    private static QuickOperation ReferenceParse(int size)
    {
        var specs = ReferenceSpecs.Generate(size);
        var parsed = 0L;
        return new QuickOperation(() => parsed = CountParsed(specs), () => parsed);
    }

    private static long CountParsed(string[] specs)
    {
        var parsed = 0L;
        foreach (var spec in specs)
        {
            parsed += ImageReference.TryParse(spec, out _) ? 1 : 0;
        }

        return parsed;
    }

    private static QuickOperation Prioritize(int size)
    {
        var tags = PriorityTags.Generate(size);
        IReadOnlyList<string> sorted = [];
        return new QuickOperation(
            () => (sorted = TagPriority.Prioritize(tags)).Count,
            () => new JsonArray(sorted[0], sorted[size / 2], sorted[size - 1]));
    }
}
