using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Resolution;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>From tags to pull specs, and along chains of tags.</summary>
public static class ResolutionBenches
{
    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("resolve", ResolveLatest),
        new("resolve-latest", ResolveLatest),
        new("resolve-first", ResolveFirst),
        new("follow-chain-head", size => Follow(size, heads: 1)),
        new("follow-chain-every-tag", size => Follow(size, heads: size)),
    ];

    /// <summary>The number of tags with a pull spec, and the total length of the pull specs.</summary>
    public static (int Resolved, long Length) ResolveLatest(ImageStream[] streams)
    {
        var (resolved, length) = (0, 0L);
        foreach (var stream in streams)
        {
            foreach (var tag in ResolutionInputs.TagNames)
            {
                if (PullSpecs.FindLatest(stream, tag) is { } pullSpec)
                {
                    resolved++;
                    length += pullSpec.Length;
                }
            }
        }

        return (resolved, length);
    }

    /// <summary>The number of hops from each of some tags to the end of its path.</summary>
    public static long Follow(ImageStream stream, string[] tags)
    {
        var hops = 0L;
        foreach (var tag in tags)
        {
            hops += TagResolver.Follow(stream, tag).Hops.Count;
        }

        return hops;
    }

    private static QuickOperation ResolveLatest(int size)
    {
        var streams = ResolutionInputs.Streams(size);
        var answer = (Resolved: 0, Length: 0L);
        return new QuickOperation(
            () => (answer = ResolveLatest(streams)).Length,
            () => new JsonArray(answer.Resolved, answer.Length));
    }

    /// <summary>The same for streams without cached results, each created anew from its parts.</summary>
    private static QuickOperation ResolveFirst(int size)
    {
        var streams = ResolutionInputs.Streams(size);
        return new QuickOperation(
            () => ResolveLatest(Array.ConvertAll(streams, stream => stream with { Status = stream.Status })).Length);
    }

    private static QuickOperation Follow(int size, int heads)
    {
        var stream = ResolutionInputs.Chain(size);
        string[] tags = [.. Enumerable.Range(0, heads).Select(ResolutionInputs.LinkName)];
        var hops = 0L;
        return new QuickOperation(() => hops = Follow(stream, tags), () => hops);
    }
}
