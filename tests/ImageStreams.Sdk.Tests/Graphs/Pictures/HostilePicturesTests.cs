using System.Text.Json;
using ImageStreams.Graphs;

namespace ImageStreams.Tests.Graphs;

/// <summary>Hostile names appear in pictures as they are, and cannot break out of their labels.</summary>
public sealed class HostilePicturesTests
{
    private const string Folder = "tests/ImageStreams.Sdk.Tests/Graphs/Pictures";

    private static readonly GraphSlice Slice = HostileSlice.Create();

    [Fact]
    public void ToDot_HostileNames_IsAsReviewed() =>
        RenewableFile.AssertEqual($"{Folder}/HostileSlice.dot.golden.txt", Slice.ToDot(new() { Title = "</title>\"\\\n%%" }));

    [Fact]
    public void ToMermaid_HostileNames_IsAsReviewed() => RenewableFile.AssertEqual(
        $"{Folder}/HostileSlice.mermaid.golden.txt",
        Slice.ToMermaid(new() { Title = "</title>\"\\\n%%" }));

    [Fact]
    public void ToJson_HostileNames_IsAsReviewed() => RenewableFile.AssertEqual(
        $"{Folder}/HostileSlice.json.golden.txt",
        Slice.ToJson().Replace("},{", "},\n{", StringComparison.Ordinal) + "\n");

    [Fact]
    public void ToDot_HostileNames_ReadBackAsTheyAre()
    {
        var dot = new DotReader(Slice.ToDot());
        var names = dot.Nodes.Select(lines => DotReader.GetName(lines[0])).ToHashSet();

        Assert.Equal(Slice.Nodes.Count, dot.Nodes.Count);
        Assert.All(HostileSlice.Names, name => Assert.Contains(name, names));
        Assert.All(HostileSlice.Names.Where(name => name.Length <= 100), name => Assert.Contains($"{name}:{name}", names));
        Assert.Equal(
            HostileSlice.Names.Where(name => name.Length > 0).Order(StringComparer.Ordinal),
            dot.Clusters.Select(lines => DotReader.GetName(lines[0])).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void ToMermaid_HostileNames_HasOnlyLinesOfTheWriter() => Assert.All(
        Slice.ToMermaid().TrimEnd('\n').Split('\n'),
        line => Assert.Matches(
            "^(flowchart LR|  end"
            + "|  subgraph s[0-9]+\\[\"([A-Za-z0-9 ,._/:@()-]|#[0-9]+;)+\"\\]"
            + "| +n[0-9]+[\\[({/]+\"([A-Za-z0-9 ,._/:@()-]|#[0-9]+;|<br/>)+\"[\\])}/]+"
            + "|  n[0-9]+ (-->|-\\.->)\\|\"[a-z ()]+\"\\| n[0-9]+"
            + "|  linkStyle [0-9,]+ stroke-dasharray:[0-9 ]+"
            + "|  classDef [a-z0-9]+ [a-z0-9#:,-]+|  class [n0-9,]+ [a-z0-9]+)$",
            line));

    [Fact]
    public void ToJson_HostileNames_IsJsonWithEveryNodeAndEdge()
    {
        using var json = JsonDocument.Parse(Slice.ToJson());

        Assert.Equal(Slice.Nodes.Count, json.RootElement.GetProperty("nodes").GetArrayLength());
        Assert.Equal(Slice.Edges.Count, json.RootElement.GetProperty("edges").GetArrayLength());
        Assert.All(json.RootElement.GetProperty("nodes").EnumerateArray().Index(), pair =>
            Assert.Equal(pair.Index, pair.Item.GetProperty("id").GetInt32()));
    }

    [Fact]
    public void ToDot_NamesBeyondTheLimit_AreShortenedInTheMiddle()
    {
        var node = new GraphNode.Build { Namespace = "shop", Name = new string('a', 500_000) + "\U0001F600" };
        var dot = new GraphSlice { Nodes = [node], Edges = [] }.ToDot();

        Assert.InRange(dot.Length, 1, 2000);
        Assert.StartsWith("aaaa", new DotReader(dot).Nodes[0][0], StringComparison.Ordinal);
        Assert.EndsWith("\U0001F600", new DotReader(dot).Nodes[0][0], StringComparison.Ordinal);
    }
}
