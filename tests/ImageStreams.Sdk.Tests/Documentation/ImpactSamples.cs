using ImageStreams.Graphs;
using ImageStreams.References;
using ImageStreams.Tests.Builders;

namespace ImageStreams.Tests.Documentation;

public sealed class ImpactSamples
{
    private static readonly TagGraph Shop = TagGraph.Create(Fleets.Shop);

    [Fact]
    public void ComputeImpact_Tag_ReportsWavesAndCauses()
    {
        var (streams, builds, workloads) = (Fleets.Shop.Streams, Fleets.Shop.BuildConfigs, Fleets.Shop.Workloads);
        var lines = new List<string>();

        // sample: impact-create
        var graph = TagGraph.Create(new GraphObjects { Streams = streams, BuildConfigs = builds, Workloads = workloads });
        // end

        // sample: impact-waves
        var impact = graph.ComputeImpact(ImageStreamTagName.Parse("openshift/nodejs:20"));
        foreach (var wave in impact.Waves)
        {
            foreach (var item in wave.Items)
            {
                lines.Add($"{wave.Number}: {item.Node}, because {item.Cause.From} moved ({item.Cause.Field})");
            }
        }
        // end

        Assert.Equal((3, 2, 5), (impact.Builds, impact.Rollouts, impact.Tags));
        Assert.Equal(
            "1: BuildConfig registry/node-runtime, because tag openshift/nodejs:latest moved "
            + "(BuildConfig registry/node-runtime spec.triggers[0].imageChange)",
            lines[1]);
    }

    [Fact]
    public void Impact_AsText_IsOnThePage()
    {
        var graph = Shop;

        // sample: impact-text
        var impact = graph.ComputeImpact(ImageStreamTagName.Parse("openshift/java:21"));
        Console.WriteLine(impact);
        // end

        Assert.Equal(CodeBlock.In("docs/how-to/impact.md").First(block => block.Language == "text").Text, impact.ToString());
        Assert.Equal((2, 2), (impact.CutOffByPause.Count(IsBuildOrTag), impact.Manual.Count(IsBuildOrTag)));

        static bool IsBuildOrTag(ImpactItem item) => item.Node is GraphNode.Build or GraphNode.Tag;
    }

    [Fact]
    public void Impact_UnknownTag_SaysSoAsOnThePage()
    {
        var graph = Shop;

        // sample: impact-unknown
        var impact = graph.ComputeImpact(ImageStreamTagName.Parse("openshift/nodjs:20"));
        Console.WriteLine(impact);
        // end

        Assert.Contains(CodeBlock.In("docs/how-to/impact.md"), block => block.Text == impact.ToString());
    }

    [Fact]
    public void ComputeImageImpact_ExternalImage_StartsOutsideTheStreams()
    {
        var graph = Shop;

        // sample: impact-image
        var impact = graph.ComputeImageImpact("registry.access.redhat.com/ubi9/nodejs-20:latest");
        // end

        Assert.Equal((3, 2), (impact.Builds, impact.Rollouts));
    }

    [Fact]
    public void Cycles_AreLoopsOfBuildsAndCyclesOfTags()
    {
        var graph = TagGraph.Create(Fleets.Faulty);
        var lines = new List<string>();

        // sample: impact-cycles
        foreach (var cycle in graph.Cycles)
        {
            lines.Add($"{cycle}{(cycle.IsSelfTriggering ? ", forever" : "")}");
        }
        // end

        Assert.Equal(2, lines.Count);
        Assert.Contains(
            "BuildLoop: BuildConfig ci/tester -> tag ci/tester:latest -> BuildConfig ci/toolbox -> tag ci/toolbox:latest "
            + "-> BuildConfig ci/tester, forever",
            lines);
    }

    [Fact]
    public void Dependencies_AreWhatATagIsMadeFrom()
    {
        var graph = Shop;

        // sample: impact-dependencies
        var slice = graph.GetDependencies(ImageStreamTagName.Parse("shop/cart:latest"));
        var bases = slice.Nodes.OfType<GraphNode.ExternalImage>().Select(image => image.PullSpec);
        // end

        Assert.Equal(["registry.access.redhat.com/ubi9/nodejs-20:latest"], bases);
    }

    [Fact]
    public void With_ChangedObjects_ReturnsTheNextGraph()
    {
        var graph = Shop;
        var changed = Fleets.Shop.Streams[0];
        var deleted = Fleets.Shop.BuildConfigs[^1];

        // sample: impact-with
        var next = graph.WithStreams(changed);                               // a stream was added or modified
        next = next.Without(new GraphObjects { BuildConfigs = [deleted] });   // a build configuration was deleted
        // end

        Assert.Equal(graph.NodeCount - 1, next.NodeCount);
    }

    [Fact]
    public void ResolveAll_FindsTagsThatLeadNowhere()
    {
        var graph = TagGraph.Create(Fleets.Faulty);

        // sample: impact-resolve-all
        var outcomes = graph.ResolveAll();
        var cycles = outcomes.CountByKind(TagOutcomeKind.Circular);
        var missing = outcomes.GetByKind(TagOutcomeKind.NotFound).Select(outcome => $"{outcome.Tag} needs {outcome.Decider}");
        // end

        Assert.Equal(3, cycles);
        Assert.Contains("web/theme:latest needs web/theme:2", missing);
    }

    [Fact]
    public void Pictures_AreTexts()
    {
        var graph = TagGraph.Create(Fleets.Platform);
        using var file = new StringWriter();

        // sample: impact-picture
        var impact = graph.ComputeImpact(ImageStreamTagName.Parse("platform/ubi:9"));
        graph.ToSlice().WriteDot(file, new GraphPictureOptions { Impact = impact, ShowEdgeLabels = false });
        // end

        Assert.StartsWith("digraph", file.ToString(), StringComparison.Ordinal);

        // sample: impact-picture-faults
        var options = new GraphPictureOptions { Cycles = graph.Cycles, Outcomes = graph.ResolveAll() };
        var markdown = $"```mermaid\n{graph.ToSlice().ToMermaid(options)}```\n";
        // end

        Assert.StartsWith("```mermaid\nflowchart LR\n", markdown, StringComparison.Ordinal);

        // sample: impact-picture-part
        var billing = graph.ToSlice().Where(node => node is not GraphNode.Tag { Name.Namespace: not "billing" });
        var small = graph.ToSlice().ToDot(new GraphPictureOptions { MaxNodes = 20 });
        var json = graph.ToSlice().ToJson();
        // end

        Assert.NotEmpty(billing.Edges);
        Assert.InRange(small.Length, 1, 3000);
        Assert.StartsWith("""{"nodes":[{"id":0,"kind":"BuildConfig","namespace":"billing",""", json, StringComparison.Ordinal);
    }

    [Fact]
    public void BuildChain_IsWhatOcShows()
    {
        var builds = Fleets.Shop.BuildConfigs;
        var lines = new List<string>();

        // sample: impact-build-chain
        var chain = BuildChain.Create(builds);   // oc adm build-chain nodejs:latest -n openshift --all --trigger-only
        var tag = ImageStreamTagName.Parse("openshift/nodejs:latest");
        if (chain.FindDependents(tag, BuildChainInputs.TriggersOnly) is { } dependents)
        {
            lines.AddRange(dependents.Nodes.Select(node => $"{node}"));
        }
        // end

        Assert.Contains("BuildConfig|shop/cart", lines);
    }

    [Fact]
    public void Page_NamesEveryKind()
    {
        var page = Repository.Read("docs/how-to/impact.md");
        Assert.All(
            [
                .. Enum.GetNames<GraphEdgeKind>(), .. Enum.GetNames<EdgeFiring>(), .. Enum.GetNames<ImpactReach>(),
                .. Enum.GetNames<TagOutcomeKind>(),
            ],
            name => Assert.Contains($"| `{name}` |", page, StringComparison.Ordinal));
    }
}
