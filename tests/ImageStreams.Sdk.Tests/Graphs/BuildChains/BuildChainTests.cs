using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;

namespace ImageStreams.Tests.Graphs;

public class BuildChainTests
{
    private const string Digest = "sha256:1111111111111111111111111111111111111111111111111111111111111111";

    private static readonly ImageStreamTagName Base = ImageStreamTagName.FromParts("shop", "base", "1");

    /// <summary>References of a build configuration in <c>shop</c>, and the nodes that they name.</summary>
    public static TheoryData<ObjectReference, string> References => new()
    {
        { ObjectReference.ImageStreamTag("base:1"), "ImageStreamTag|shop/base:1" },
        { ObjectReference.ImageStreamTag("lib", "base:1"), "ImageStreamTag|lib/base:1" },
        { ObjectReference.ImageStreamTag("", "base:1"), "ImageStreamTag|shop/base:1" },
        { ObjectReference.ImageStreamTag("base"), "ImageStreamTag|shop/base" },
        { ObjectReference.ImageStreamTag(""), "ImageStreamTag|shop/" },
        { new ObjectReference { Kind = "ImageStream", Name = "base" }, "ImageStreamTag|shop/base:latest" },
        { ObjectReference.ImageStreamImage($"base@{Digest}"), $"ImageStreamImage|shop/base@{Digest}" },
        { ObjectReference.DockerImage("busybox"), "DockerImageReference|docker.io/library/busybox:latest" },
        { ObjectReference.DockerImage("quay.io/a/b:1"), "DockerImageReference|quay.io/a/b:1" },
        { ObjectReference.DockerImage($"quay.io/a/b:1@{Digest}"), $"DockerImageReference|quay.io/a/b@{Digest}" },
    };

    /// <summary>References that name no image.</summary>
    public static TheoryData<ObjectReference> Nothing => new()
    {
        ObjectReference.DockerImage("BAD NAME"),
        new ObjectReference { Name = "base:1" },
        new ObjectReference { Kind = "imagestreamtag", Name = "base:1" },
    };

    [Theory]
    [MemberData(nameof(References))]
    public void Create_Reference_IsTheSameNodeInEveryField(ObjectReference reference, string node)
    {
        var taker = ABuildConfig("in").BuiltFrom(reference).TriggeredBy(reference).Build();
        var maker = ABuildConfig("out").PushesTo(reference).Build();

        var chain = BuildChain.Create([taker, maker]);

        AssertEdges(
            chain.Edges,
            $"{node} -> BuildConfig|shop/in (BuildInputImage, BuildTriggerImage)",
            $"BuildConfig|shop/out -> {node} (BuildOutput)");
    }

    [Theory]
    [MemberData(nameof(Nothing))]
    public void Create_ReferenceThatNamesNoImage_MakesNoEdge(ObjectReference reference)
    {
        var chain = BuildChain.Create(
            [ABuildConfig().BuiltFrom(reference).TriggeredBy(reference).TriggeredBy(from: null).PushesTo(reference).Build()]);

        Assert.Equal(["BuildConfig|shop/site"], chain.Nodes.Select(node => node.ToString()));
        Assert.Empty(chain.Edges);
    }

    [Fact]
    public void Create_TriggerWithoutReference_WatchesTheStrategysImage()
    {
        var chain = BuildChain.Create([ABuildConfig().BuiltFrom(ATag("base:1")).TriggeredBy(from: null, paused: true).Build()]);
        AssertEdges(chain.Edges, "ImageStreamTag|shop/base:1 -> BuildConfig|shop/site (BuildInputImage, BuildTriggerImage)");
    }

    [Fact]
    public void Create_TriggersOfOtherTypes_MakeNoEdge()
    {
        var misspelled = new BuildTriggerPolicy { Type = "imageChange", ImageChange = new() { From = ATag("base:1") } };
        var chain = BuildChain.Create(
            [ABuildConfig().TriggeredByPush().WithTrigger(misspelled).WithTrigger(new() { Type = "ImageChange" }).Build()]);
        Assert.Empty(chain.Edges);
    }

    [Fact]
    public void Create_GitSource_IsANode()
    {
        var chain = BuildChain.Create([ABuildConfig().BuiltFromGit("https://x/y", "main").CopiesFrom(ATag("tools:1")).Build()]);
        AssertEdges(chain.Edges, "BuildSource|git|https://x/y#main -> BuildConfig|shop/site (BuildInput)");
    }

    [Fact]
    public void Create_TwoConfigurationsOfOneName_TheFirstCounts()
    {
        var chain = BuildChain.Create([ABuildConfig().PushesTo(ATag("a:1")).Build(), ABuildConfig().PushesTo(ATag("b:1")).Build()]);
        AssertEdges(chain.Edges, "BuildConfig|shop/site -> ImageStreamTag|shop/a:1 (BuildOutput)");
    }

    [Fact]
    public void FindDependents_OfATag_FollowsTriggersAndOutputs()
    {
        var partition = BaseWebSite().FindDependents(Base, BuildChainInputs.TriggersOnly)!;

        AssertNodes(partition, "base:1", "web", "web:1");
        AssertEdges(
            partition.Edges,
            "ImageStreamTag|shop/base:1 -> BuildConfig|shop/web (BuildInputImage, BuildTriggerImage)",
            "BuildConfig|shop/web -> ImageStreamTag|shop/web:1 (BuildOutput)");
    }

    [Fact]
    public void FindDependents_AllInputs_FollowsUnwatchedImagesToo() =>
        AssertNodes(BaseWebSite().FindDependents(Base, BuildChainInputs.All)!, "base:1", "web", "web:1", "site", "site:1");

    [Fact]
    public void FindDependencies_OfATag_FollowsTheEdgesBackward()
    {
        var site = ImageStreamTagName.FromParts("shop", "site", "1");
        AssertNodes(BaseWebSite().FindDependencies(site, BuildChainInputs.TriggersOnly)!, "site:1", "site");
        AssertNodes(BaseWebSite().FindDependencies(site, BuildChainInputs.All)!, "site:1", "site", "web:1", "web", "base:1");
    }

    [Fact]
    public void FindDependents_OnACycle_OmitsTheEdgeBack()
    {
        var chain = BuildChain.Create([ABuildConfig().BuiltFrom(ATag("base:1")).PushesTo(ATag("base:1")).Build()]);

        var onward = chain.FindDependents(Base, BuildChainInputs.All)!;
        var back = chain.FindDependencies(Base, BuildChainInputs.All)!;

        AssertEdges(onward.Edges, "ImageStreamTag|shop/base:1 -> BuildConfig|shop/site (BuildInputImage)");
        AssertEdges(back.Edges, "BuildConfig|shop/site -> ImageStreamTag|shop/base:1 (BuildOutput)");
    }

    [Fact]
    public void FindDependents_OfAnImageInARegistry_StartsThere()
    {
        var chain = BuildChain.Create([ABuildConfig().TriggeredBy(ObjectReference.DockerImage("busybox")).Build()]);
        var image = new BuildChainNode.DockerImageReference { PullSpec = "docker.io/library/busybox:latest" };
        Assert.Equal(2, chain.FindDependents(image, BuildChainInputs.TriggersOnly)!.Nodes.Count);
    }

    [Fact]
    public void FindDependents_TagWithoutReferences_IsNull()
    {
        var chain = BuildChain.Create([]);
        Assert.Null(chain.FindDependents(Base, BuildChainInputs.All));
        Assert.Null(chain.FindDependencies(Base, BuildChainInputs.All));
        Assert.False(chain.Contains(new BuildChainNode.ImageStreamTag { Namespace = "shop", Name = "base:1" }));
    }

    [Fact]
    public void FindDependents_UnknownInputs_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => BaseWebSite().FindDependents(Base, (BuildChainInputs)7));

    /// <summary>base:1 → web → web:1 → site → site:1, the last build without a trigger.</summary>
    private static BuildChain BaseWebSite() => BuildChain.Create(
    [
        ABuildConfig("web").BuiltFrom(ATag("base:1")).TriggeredBy(from: null).PushesTo(ATag("web:1")).Build(),
        ABuildConfig("site").BuiltFrom(ATag("web:1")).PushesTo(ATag("site:1")).Build(),
    ]);

    private static void AssertNodes(BuildChainPartition partition, params string[] names)
    {
        Assert.Equal(partition.Root, partition.Nodes[0]);
        Assert.Equal(names, partition.Nodes.Select(node => node.ToString().Split('/')[1]));
    }

    private static void AssertEdges(IEnumerable<BuildChainEdge> edges, params string[] expected) =>
        Assert.Equal(expected, edges.Select(edge => edge.ToString()));
}
