using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.References;

namespace ImageStreams.Tests.Documentation;

public sealed class BuildChainsSamples
{
    private static readonly BuildConfig[] Configs = [Build("web", "base:1", "web:1"), Build("site", "web:1", "base:1")];

    [Fact]
    public void FindDependents_OfATag_AreStepByStep()
    {
        var buildConfigs = Configs;

        // sample: build-chains-dependents
        var chain = BuildChain.Create(buildConfigs);
        var tag = ImageStreamTagName.Parse("shop/base:1");

        var dependents = chain.FindDependents(tag, BuildChainInputs.TriggersOnly);
        foreach (var edge in dependents?.Edges ?? [])
        {
            Console.WriteLine(edge);
        }
        // end

        Assert.Equal(
            [
                "ImageStreamTag|shop/base:1 -> BuildConfig|shop/web (BuildInputImage, BuildTriggerImage)",
                "BuildConfig|shop/web -> ImageStreamTag|shop/web:1 (BuildOutput)",
                "ImageStreamTag|shop/web:1 -> BuildConfig|shop/site (BuildInputImage, BuildTriggerImage)",
            ],
            dependents!.Edges.Select(edge => edge.ToString()));
    }

    [Fact]
    public void FindDependencies_OfABuild_GoBack()
    {
        var chain = BuildChain.Create(Configs);

        // sample: build-chains-dependencies
        var site = new BuildChainNode.BuildConfig { Namespace = "shop", Name = "site" };
        var dependencies = chain.FindDependencies(site, BuildChainInputs.All);
        // end

        Assert.Equal(4, dependencies!.Nodes.Count);
    }

    [Fact]
    public void FindCycles_WithALimit_ReportsTruncation()
    {
        var chain = BuildChain.Create(Configs);

        // sample: build-chains-cycles
        var cycles = chain.FindCycles(new BuildChainCycleLimits { Cycles = 100 });
        foreach (var cycle in cycles.Cycles)
        {
            Console.WriteLine(string.Join(" -> ", cycle));
        }

        Console.WriteLine(cycles.IsTruncated ? "There may be more." : "That is all of them.");
        // end

        Assert.Equal(4, Assert.Single(cycles.Cycles).Count);
        Assert.False(cycles.IsTruncated);
    }

    private static BuildConfig Build(string name, string from, string to) => new()
    {
        Metadata = new() { Namespace = "shop", Name = name },
        Spec = new()
        {
            Triggers = [new() { Type = "ImageChange", ImageChange = new() }],
            Strategy = new() { SourceStrategy = new() { From = ObjectReference.ImageStreamTag(from) } },
            Output = new() { To = ObjectReference.ImageStreamTag(to) },
        },
    };
}
