using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Graphs;

/// <summary>Pictures and JSON of small graphs.</summary>
public sealed class GraphPicturesTests
{
    private const string Folder = "tests/ImageStreams.Sdk.Tests/Graphs/Pictures";

    private static readonly TagGraph Shop = TagGraph.Create(Fleets.Shop);
    private static readonly TagGraph Faulty = TagGraph.Create(Fleets.Faulty);

    [Fact]
    public void ToMermaid_Shop_IsAsReviewed() =>
        RenewableFile.AssertEqual($"{Folder}/Shop.mermaid.golden.txt", Shop.ToSlice().ToMermaid(new() { Title = "A shop" }));

    [Fact]
    public void ToMermaid_Faults_IsAsReviewed() => RenewableFile.AssertEqual(
        $"{Folder}/Faults.mermaid.golden.txt",
        Faulty.ToSlice().ToMermaid(FleetPictures.GetOptions("faults")));

    [Fact]
    public void ToJson_Shop_IsAsReviewed() => RenewableFile.AssertEqual(
        $"{Folder}/Shop.json.golden.txt",
        Shop.ToSlice().ToJson().Replace("},{", "},\n{", StringComparison.Ordinal) + "\n");

    [Fact]
    public void ToDot_Impact_ShowsTheWaveOfEachNode()
    {
        var impact = Shop.ComputeImpact(ImageStreamTagName.Parse("openshift/nodejs:20"));

        var nodes = new DotReader(impact.ToSlice().ToDot(new() { Impact = impact })).Nodes
            .Select(lines => string.Join(" | ", lines));

        Assert.Equal(
            [
                "nodejs:20 | moved", "nodejs:latest | at once", "node-runtime:1 | wave 1", "node-runtime | BuildConfig, wave 1",
                "cart:latest | wave 2", "web:latest | wave 2", "web:stable | wave 2", "cart | BuildConfig, wave 2",
                "web | BuildConfig, wave 2", "cart | Deployment, wave 3", "web | Deployment, wave 3",
            ],
            nodes);
    }

    [Fact]
    public void ToDot_Cycle_IsItsPath()
    {
        var loop = Assert.Single(Faulty.Cycles, cycle => cycle.Kind == GraphCycleKind.BuildLoop);

        var dot = new DotReader(loop.ToSlice().ToDot(new() { Cycles = [loop] }));

        Assert.Equal(["tester:latest", "toolbox:latest", "tester", "toolbox"], dot.Nodes.Select(lines => lines[0]));
        Assert.Equal(4, dot.Edges.Count);
    }

    [Fact]
    public void ToDot_TopToBottomWithoutLabels_HasNeither()
    {
        var dot = Shop.ToSlice().ToDot(new() { Direction = GraphDirection.TopToBottom, ShowEdgeLabels = false });

        Assert.Contains("rankdir=TB", dot, StringComparison.Ordinal);
        Assert.All(new DotReader(dot).Edges, Assert.Empty);
    }

    [Fact]
    public void Where_SomeNodes_KeepsTheEdgesBetweenThem()
    {
        var slice = Shop.ToSlice().Where(node => node is GraphNode.Tag { Name.Namespace: "openshift" });

        Assert.Equal(
            ["tag openshift/java:21", "tag openshift/nodejs:20", "tag openshift/nodejs:latest"],
            slice.Nodes.Select(node => $"{node}"));
        Assert.Equal(GraphEdgeKind.Follows, Assert.Single(slice.Edges).Kind);
    }

    [Fact]
    public void ToDot_NodeOfAnEdgeOnly_IsDrawn()
    {
        var slice = Shop.ToSlice();

        Assert.Equal(slice.Nodes.Count, new DotReader((slice with { Nodes = [] }).ToDot()).Nodes.Count);
    }
}
