using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Graphs;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>Very large and odd graphs, which would take too long in quadratic time.</summary>
public class HostileGraphTests
{
    private const int Many = 100_000;

    [Fact]
    public void ComputeImpact_TagThatManyStreamsFollow_ReachesAll()
    {
        var graph = TagGraph.FromStreams(Streams(i => $"s{i}", _ => "hub:1").Append(AnImageStream("hub").Tag("1").Build()));
        var impact = graph.ComputeImpact(Named("hub:1"));

        Assert.Equal((Many, 0, Many), (impact.Count, impact.Tags, impact.Manual.Count));
        Assert.Equal(Many + 1, graph.ResolveAll().CountByKind(TagOutcomeKind.PendingImport));
    }

    [Fact]
    public void With_TagThatManyFollow_CostsThatTagOnly()
    {
        var graph = TagGraph.FromStreams(Streams(i => $"s{i}", _ => "hub:1").Append(AnImageStream("hub").Tag("1").Build()));
        ImageStream[] changes = [AnImageStream("hub").Tag("1").PointsTo('1').Build(), AnImageStream("hub").Tag("0").Tag("1").Build()];

        Assert.All(changes, change => Assert.InRange(AllocatedBy(() => graph.WithStreams(change)), 1, 500_000));
        Assert.InRange(AllocatedBy(() => graph.Without(Objects(changes[0]))), 1, 500_000);
        Assert.Equal(Many + 1, graph.WithStreams(changes[0]).ResolveAll().CountByKind(TagOutcomeKind.Resolved));
    }

    [Fact]
    public void ComputeImpact_TagThatManyOfItsStreamFollow_MovesAllAtOnce()
    {
        var stream = CreateStream(i => $"t{i}", _ => "hub");
        var graph = TagGraph.FromStreams([stream]);

        Assert.Equal((Many, 1), (graph.ComputeImpact(Named("ruby:hub")).Tags, graph.ComputeImpact(Named("ruby:hub")).Waves.Count));
        Assert.Equal(Many, graph.WithStreams(stream with { Spec = stream.Spec with { Tags = stream.Spec.Tags.Remove("t0") } }).NodeCount);
    }

    [Fact]
    public void Cycles_CycleOfManyStreams_IsTheWholeCycle() =>
        AssertCycle(TagGraph.FromStreams(Streams(i => $"s{i}", i => $"s{(i + 1) % Many}:1")), "s0:1");

    [Fact]
    public void Cycles_CycleOfManyTags_IsTheWholeCycle() =>
        AssertCycle(TagGraph.FromStreams([CreateStream(i => $"t{i}", i => $"t{(i + 1) % Many}")]), "ruby:t0");

    [Fact]
    public void Cycles_ManyTagsThatFollowThemselves_AreAllReported() =>
        AssertSelfReferences(TagGraph.FromStreams([CreateStream(i => $"t{i}", i => $"t{i}")]));

    [Fact]
    public void Cycles_ManyStreamsThatFollowThemselves_AreAllReported() =>
        AssertSelfReferences(TagGraph.FromStreams(Streams(i => $"s{i}", i => $"s{i}:1")));

    [Theory]
    [InlineData(16)]
    [InlineData(1000)]
    public void ResolveAll_LongNamesThatDifferInTheMiddle_AreDistinguished(int count)
    {
        string Name(int i) => new string('a', 120) + $"{i:D15}" + new string('z', 120);
        var tags = Enumerable.Range(0, count).Aggregate(AnImageStream(Name(0)), (stream, i) => stream.Tag(Name(i)).Follows(Name(i + 1)));

        var outcome = AGraph(tags.Build()).ResolveAll().Find(Named($"{Name(0)}:{Name(0)}"))!;

        Assert.Equal((TagOutcomeKind.NotFound, count, Name(count)), (outcome.Kind, outcome.Hops, outcome.Decider.Tag));
    }

    [Fact]
    public void ResolveAll_ManyTagsInTheStatusOnly_AreAllFound()
    {
        var histories = Numbers(i => new NamedTagEventList { Tag = $"t{i}", Items = [AnEvent('1')] }).ToKeyedList();
        var stream = AnImageStream().Build() with { Status = new ImageStreamStatus { Tags = histories } };
        var graph = TagGraph.FromStreams([stream]);

        Assert.Equal(Many, graph.ResolveAll().CountByKind(TagOutcomeKind.Resolved));
        Assert.Equal(0, graph.Without(Objects(stream)).NodeCount);
    }

    [Fact]
    public void ResolveAll_ManyReferencesToNothing_AreAllReported()
    {
        var graph = TagGraph.FromStreams([CreateStream(i => $"t{i}", i => $"gone{i}:1")]);
        Assert.Equal((2 * Many, 2 * Many), (graph.NodeCount, graph.ResolveAll().CountByKind(TagOutcomeKind.NotFound)));
    }

    [Fact]
    public void ComputeImpact_ChainOfManyBuilds_HasAWaveForEach()
    {
        var impact = AGraph([.. Builds(i => $"t:{i}", i => $"t:{i + 1}")]).ComputeImpact(Named("t:0"));

        Assert.Equal((Many, Many, Many + 1), (impact.Builds, impact.Tags, impact.Waves.Count));
        Assert.Equal($"tag shop/t:{Many}", impact.Waves[Many].Items[^1].Node.ToString());
    }

    [Fact]
    public void ComputeImpact_CycleOfManyBuilds_IsALoop()
    {
        const int Builds = 20_000;
        var builds = Enumerable.Range(0, Builds)
            .Select(i => ABuildConfig($"b{i}").TriggeredBy(ATag($"t:{i}")).PushesTo($"t:{(i + 1) % Builds}").Build());
        var graph = AGraph([.. builds]);
        var impact = graph.ComputeImpact(Named("t:0"));

        Assert.Equal((Builds, Builds + 1), (impact.Builds, impact.Waves.Count));
        Assert.True(Assert.Single(impact.Waves[Builds].Items).IsInLoop);
        Assert.Equal(2 * Builds, Assert.Single(graph.Cycles).FiringPath.Count);
    }

    [Fact]
    public void Cycles_BuildsThatAllReadAllOutputs_HaveAShortestPath()
    {
        const int Builds = 300;
        var builds = Enumerable.Range(0, Builds).Select(i => Enumerable.Range(0, Builds).Where(other => other != i)
            .Aggregate(ABuildConfig($"b{i}").PushesTo($"t:{i}"), (build, other) => build.TriggeredBy(ATag($"t:{other}"))).Build());
        var graph = AGraph([.. builds]);
        var cycle = Assert.Single(graph.Cycles);

        Assert.Equal((2 * Builds, 4, 4, true), (cycle.Members.Count, cycle.Path.Count, cycle.FiringPath.Count, cycle.IsShortest));
        Assert.Equal(Builds, graph.ComputeImpact(Named("t:0")).Builds);
    }

    [Fact]
    public void Cycles_TooManyPaths_AreNotKnownToBeShortest()
    {
        const int Builds = 1000;
        var builds = Enumerable.Range(0, 20 * Builds).Select(i => ABuildConfig($"b{i}")
            .BuiltFrom(ATag($"t{i / Builds}:{i % Builds}"))
            .TriggeredBy(null)
            .PushesTo($"t{i / Builds}:{(i + 1) % Builds}").Build());
        var cycles = AGraph([.. builds]).Cycles;

        Assert.Equal(20, cycles.Count);
        Assert.All(cycles, cycle => Assert.Equal((2 * Builds, 2 * Builds), (cycle.Path.Count, cycle.FiringPath.Count)));
        Assert.Equal([false, true], cycles.Select(cycle => cycle.IsShortest).Distinct().Order());
    }

    [Fact]
    public void Without_ManyBuildsThatPushOneTag_LeavesNoNode()
    {
        var builds = Objects([.. Builds(_ => "base:1", _ => "web:1")]);
        Assert.Equal(0, TagGraph.Create(builds).Without(builds).NodeCount);
    }

    [Fact]
    public void With_ManyStreamsThatWorkloadsName_ChecksTheWorkloadsOnce()
    {
        const int Workloads = 5000;
        var workloads = Enumerable.Range(0, Workloads).Select(i => AWorkload(name: $"w{i}").Runs($"s{i}:1").Build()).ToList();
        var streams = Enumerable.Range(0, Workloads).Select(i => AnImageStream($"s{i}").LendsItsName().Tag("1").Build()).ToArray();
        var graph = AGraph([.. workloads]);

        Assert.Equal(Workloads, graph.WithStreams(streams).ComputeImpact([.. Enumerable.Range(0, Workloads).Select(i => Named($"s{i}:1"))]).Manual.Count);
        Assert.InRange(AllocatedBy(() => graph.WithStreams(streams)), 1, 10 * AllocatedBy(() => AGraph([.. workloads, .. streams])));
    }

    private static void AssertCycle(TagGraph graph, string tag)
    {
        var cycle = Assert.Single(graph.Cycles);
        Assert.Equal((GraphCycleKind.TagCycle, Many, Many, true), (cycle.Kind, cycle.Members.Count, cycle.Path.Count, cycle.IsShortest));
        Assert.Equal((TagOutcomeKind.Circular, Many), (graph.ResolveAll().Find(Named(tag))!.Kind, graph.ResolveAll().Find(Named(tag))!.Hops));
        Assert.Equal(Many - 1, graph.ComputeImpact(Named(tag)).Count);
    }

    private static void AssertSelfReferences(TagGraph graph)
    {
        Assert.Equal(Many, graph.Cycles.Count);
        Assert.Equal((1, 1), (graph.Cycles[^1].Members.Count, graph.Cycles[^1].Path.Count));
        Assert.Equal(Many, graph.ResolveAll().CountByKind(TagOutcomeKind.Circular));
    }

    private static IEnumerable<ImageStream> Streams(Func<int, string> name, Func<int, string> follows) =>
        Numbers(i => AnImageStream(name(i)).Tag("1").Follows(follows(i)).Build());

    private static ImageStream CreateStream(Func<int, string> name, Func<int, string> follows) =>
        AnImageStream().Build() with
        {
            Spec = new ImageStreamSpec
            {
                Tags = Numbers(i => new TagReference { Name = name(i), From = ATag(follows(i)) }).ToKeyedList(),
            },
        };

    private static IEnumerable<BuildConfig> Builds(Func<int, string> from, Func<int, string> to) =>
        Numbers(i => ABuildConfig($"b{i}").TriggeredBy(ATag(from(i))).PushesTo(to(i)).Build());

    private static IEnumerable<T> Numbers<T>(Func<int, T> make) => Enumerable.Range(0, Many).Select(make);

    private static long AllocatedBy(Func<TagGraph> create)
    {
        create();
        var before = GC.GetAllocatedBytesForCurrentThread();
        create();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
