using ImageStreams.Graphs;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Graphs;

/// <summary>The pictures in docs/pictures.</summary>
internal static class FleetPictures
{
    public static IReadOnlyList<string> Names { get; } = ["shop", "platform", "platform-folded", "faults"];

    public static GraphSlice GetSlice(string name) => GetGraph(name).ToSlice();

    public static GraphPictureOptions GetOptions(string name) => name switch
    {
        "shop" => new() { Title = "A shop: solid fires by itself, dashed is paused, dotted waits for somebody" },
        "platform" => new()
        {
            Title = "What is rebuilt and rolled out when platform/ubi:9 moves",
            ShowEdgeLabels = false,
            Impact = GetGraph(name).ComputeImpact(FleetBuilder.TagName("platform/ubi:9")),
        },
        "platform-folded" => new()
        {
            Title = "The same fleet in at most 20 nodes",
            MaxNodes = 20,
            Impact = GetGraph(name).ComputeImpact(FleetBuilder.TagName("platform/ubi:9")),
        },
        _ => new()
        {
            Title = "A fleet with faults: a build loop, a tag cycle, missing tags, an alias that does not follow",
            Cycles = GetGraph(name).Cycles,
            Outcomes = GetGraph(name).ResolveAll(),
        },
    };

    private static TagGraph GetGraph(string name) => TagGraph.Create(name switch
    {
        "shop" => Fleets.Shop,
        "faults" => Fleets.Faulty,
        _ => Fleets.Platform,
    });
}
