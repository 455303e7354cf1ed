using System.Xml.Linq;
using ImageStreams.Graphs;
using ImageStreams.Tests.Graphs;

namespace ImageStreams.IntegrationTests.Graphs;

/// <summary>Graphviz draws what the library writes, whatever things are called.</summary>
public sealed class DotDrawingTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Pictures => [.. FleetPictures.Names];

    [DotTheory]
    [MemberData(nameof(Pictures))]
    public Task Draw_Fleet_ShowsEveryNodeAndEdge(string name) =>
        DrawsAsync(FleetPictures.GetSlice(name).ToDot(FleetPictures.GetOptions(name)));

    [DotFact]
    public Task Draw_HostileNames_ShowsEveryNodeAndEdge() =>
        DrawsAsync(HostileSlice.Create().ToDot(new() { Title = "</title>\"\\\n%%" }));

    [DotFact]
    public Task Draw_HostileNamesFolded_ShowsEveryNodeAndEdge() =>
        DrawsAsync(HostileSlice.Create().ToDot(new() { MaxNodes = 100 }));

    [DotFact]
    public Task Draw_Nothing_IsAnEmptyPicture() => DrawsAsync(TagGraph.Empty.ToSlice().ToDot());

    private static async Task DrawsAsync(string dot)
    {
        var expected = new DotReader(dot);
        var svg = XDocument.Parse(await Dot.DrawAsync(dot), LoadOptions.PreserveWhitespace);
        var texts = svg.Descendants(Svg + "text").Select(text => text.Value.Replace('\u00A0', ' ')).ToHashSet();

        Assert.Equal(expected.Nodes.Count, Count(svg, "node"));
        Assert.Equal(expected.Edges.Count, Count(svg, "edge"));
        Assert.All(
            expected.Nodes.Concat(expected.Edges).Concat(expected.Clusters).SelectMany(lines => lines).Where(CanBeCompared),
            line => Assert.Contains(line, texts));
    }

    /// <summary>Graphviz writes no text for an empty line; in SVG it takes what looks like an entity for one.</summary>
    private static bool CanBeCompared(string line) => line.Length > 0 && !line.Contains('&', StringComparison.Ordinal);

    private static int Count(XDocument svg, string kind) =>
        svg.Descendants(Svg + "g").Count(group => (string?)group.Attribute("class") == kind);
}
