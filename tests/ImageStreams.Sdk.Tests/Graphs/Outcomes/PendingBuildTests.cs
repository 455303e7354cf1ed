using ImageStreams.Builds;
using ImageStreams.Graphs;
using ImageStreams.Resolution;
using ImageStreams.Serialization;
using ImageStreams.Testing;
using ImageStreams.Tests.Testing;
using ImageStreams.Workloads;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Builders.WorkloadBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>A tag that a build pushes waits for the build; the graph reads objects as the API server stores them.</summary>
public class PendingBuildTests
{
    private static readonly TagResolverOptions Across = new() { AcrossStreams = true };

    [Fact]
    public void BuildPushesWhatAWorkloadWaitsFor_TagIsPendingBuild()
    {
        var graph = AGraph(
            AnImageStream("app").Build(), Ruby(),
            Build("""{"triggers":[{"type":"ImageChange","imageChange":{}}],"strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}},"output":{"to":{"kind":"ImageStreamTag","name":"app:latest"}}}"""),
            AWorkload(name: "app").Runs(" ").TriggeredBy("app:latest").Build());

        var outcome = graph.ResolveAll().Find(Named("app:latest"))!;
        Assert.Equal((TagOutcomeKind.PendingBuild, "BuildConfig shop/app"), (outcome.Kind, $"{Assert.Single(outcome.Builds)}"));
        Assert.Equal("shop/app:latest: PendingBuild of BuildConfig shop/app", $"{outcome}");
        Assert.Equal("shop/app:latest has no image yet: it waits for BuildConfig shop/app, which pushes it.", outcome.Explanation);
        Assert.Equal(0, graph.ResolveAll().CountByKind(TagOutcomeKind.NotFound));
        var impact = graph.ComputeImpact(Named("ruby:2.7"));
        Assert.Equal((1, 1), (impact.Builds, impact.Rollouts));
    }

    [Theory]
    [InlineData("a stream without the tag", TagOutcomeKind.PendingBuild)]
    [InlineData("no stream", TagOutcomeKind.PendingBuild)]
    [InlineData("a spec tag without a source", TagOutcomeKind.PendingBuild)]
    [InlineData("an image", TagOutcomeKind.Resolved)]
    [InlineData("an import", TagOutcomeKind.PendingImport)]
    [InlineData("a failed import", TagOutcomeKind.FailedImport)]
    [InlineData("a tag that does not exist", TagOutcomeKind.NotFound)]
    public void PushedTag_WaitsForTheBuildUnlessItHasAnImageOrASource(string has, TagOutcomeKind kind)
    {
        ImageStream? stream = has switch
        {
            "a stream without the tag" => AnImageStream("app").Tag("other").Build(),
            "a spec tag without a source" => AnImageStream("app").Tag("latest").Build(),
            "an image" => AnImageStream("app").PushedTag("latest").PointsTo('1').Build(),
            "an import" => AnImageStream("app").Tag("latest").FollowsImage("quay.io/a/b:1").Build(),
            "a failed import" => AnImageStream("app").Tag("latest").FollowsImage("quay.io/a/b:1").HasFailed("Gone").Build(),
            "a tag that does not exist" => AnImageStream("app").Tag("latest").Follows("gone:1").Build(),
            _ => null,
        };
        var build = ABuildConfig("app").BuiltFrom(ATag("ruby:2.7")).PushesTo("app:latest").Build();
        ImageStream[] streams = stream is null ? [] : [stream];

        AssertOutcome(kind, [.. streams, build], "app:latest");
    }

    [Theory]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:latest"}""", TagOutcomeKind.PendingBuild)]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:latest","namespace":"shop"}""", TagOutcomeKind.PendingBuild)]
    [InlineData("""{"kind":"ImageStreamTag","name":"app"}""", TagOutcomeKind.NotFound)]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:latest","namespace":"other"}""", TagOutcomeKind.NotFound)]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:2"}""", TagOutcomeKind.NotFound)]
    [InlineData("""{"kind":"DockerImage","name":"app:latest"}""", TagOutcomeKind.NotFound)]
    [InlineData("""{"kind":"ImageStreamImage","name":"app@sha256:1"}""", TagOutcomeKind.NotFound)]
    public void OnlyAnOutputThatIsTheTag_MakesItPending(string to, TagOutcomeKind kind) => AssertOutcome(
        kind, [Build($$$"""{"strategy":{"dockerStrategy":{}},"output":{"to":{{{to}}}}}"""), AWorkload().Runs("old").TriggeredBy("app:latest").Build()], "app:latest");

    [Theory]
    [InlineData("""{"jenkinsPipelineStrategy":{}}""")]
    [InlineData("""{"type":"JenkinsPipeline"}""")]
    public async Task Pipeline_PushesNothing(string strategy)
    {
        var build = Build("{\"strategy\":" + strategy + ",\"output\":{\"to\":{\"kind\":\"ImageStreamTag\",\"name\":\"app:latest\"}}}");
        AssertOutcome(TagOutcomeKind.NotFound, [build, AWorkload().Runs("old").TriggeredBy("app:latest").Build()], "app:latest");
        Assert.Empty(new ImageStreamSet([], [build]).FindBuilds(Named("app:latest")));
        Assert.Empty(await BuildInAWorldAsync(build));
    }

    [Theory]
    [InlineData("""{"kind":"ImageStreamTag","name":"app:latest"}""", true)]
    [InlineData("""{"name":"app"}""", true)]
    [InlineData("""{"kind":"ImageStream","name":"app"}""", true)]
    [InlineData("""{"kind":"ImageStreamTag","name":"app"}""", false)]
    public async Task GraphAndWorld_AgreeOnWhatABuildPushes(string to, bool isPushed)
    {
        var build = Build("{\"strategy\":{\"dockerStrategy\":{}},\"output\":{\"to\":" + to + "}}");
        var slice = AGraph(AnImageStream("app").Build(), build).ToSlice();

        Assert.Equal(isPushed, slice.Edges.Any(edge => edge.Kind == GraphEdgeKind.BuildOutput));
        Assert.Equal(isPushed, (await BuildInAWorldAsync(build)).Any());
    }

    [Fact]
    public void StreamOfTheOutputIsMissing_TextNamesIt()
    {
        var build = ABuildConfig().PushesTo("app:latest").Build();
        var resolution = TagResolver.Resolve(new ImageStreamSet([], [build]), Named("app:latest"), Across);
        var outcome = AGraph(build).ResolveAll().Find(Named("app:latest"))!;

        Assert.Equal(
            "shop/app:latest has no image yet: it waits for BuildConfig shop/site, which pushes it once there is a stream shop/app.",
            outcome.Explanation);
        Assert.EndsWith("which pushes shop/app:latest once there is a stream shop/app", $"{resolution}", StringComparison.Ordinal);
    }

    [Fact]
    public void TagOnlyPushedByABuildFromIt_WaitsForNoBuild()
    {
        var stream = AnImageStream("app").Tag("latest").Build();
        var own = ABuildConfig("own").BuiltFrom(ATag("app:latest")).PushesTo("app:latest").Build();
        var other = ABuildConfig("other").PushesTo("app:latest").Build();

        AssertOutcome(TagOutcomeKind.PendingImport, [stream, own], "app:latest");
        AssertOutcome(TagOutcomeKind.NotFound, [AnImageStream("app").Build(), own], "app:latest");
        AssertOutcome(TagOutcomeKind.PendingBuild, [stream, own, other], "app:latest");
        Assert.Equal("BuildConfig shop/other", $"{Assert.Single(AGraph(stream, own, other).ResolveAll().Find(Named("app:latest"))!.Builds)}");
        Assert.Equal(["shop/other", "shop/own"], new ImageStreamSet([stream], [own, other]).FindBuilds(Named("app:latest")));
    }

    [Fact]
    public void ThousandBuildsPushATag_TextNamesFewAndCountsTheRest()
    {
        var builds = Enumerable.Range(0, 1_000).Select(i => ABuildConfig($"b{i:D3}").PushesTo("app:latest").Build()).ToList();
        var stream = AnImageStream("app").Build();
        var outcome = AGraph([stream, .. builds]).ResolveAll().Find(Named("app:latest"))!;
        var resolution = TagResolver.Resolve(new ImageStreamSet([stream], builds), Named("app:latest"), Across);

        Assert.EndsWith("BuildConfig shop/b004 and 995 more", $"{outcome}", StringComparison.Ordinal);
        Assert.EndsWith("BuildConfig shop/b004 or 995 more, which pushes it.", outcome.Explanation, StringComparison.Ordinal);
        Assert.Contains("shop/b003, shop/b004 or 995 more, which pushes", $"{resolution}", StringComparison.Ordinal);
    }

    [Fact]
    public void HostileNamesOfBuilds_AreEscapedAndCut()
    {
        var build = ABuildConfig("a\n" + new string('b', 100_000)).PushesTo("app:latest").Build();
        var outcome = AGraph(AnImageStream("app").Build(), build).ResolveAll().Find(Named("app:latest"))!;
        var resolution = TagResolver.Resolve(new ImageStreamSet([AnImageStream("app").Build()], [build]), Named("app:latest"), Across);

        Assert.All([$"{outcome}", outcome.Explanation, $"{resolution}"], text =>
        {
            Assert.InRange(text.Length, 1, 500);
            Assert.DoesNotContain('\n', text);
        });
    }

    [Fact]
    public void TagsThatLeadToOneTag_ShareTheListOfItsBuilds()
    {
        var outcomes = AGraph(
            AnImageStream("app").Tag("a").Follows("latest").Tag("b").Follows("latest").Tag("latest").Build(),
            ABuildConfig("one").PushesTo("app:latest").Build(), ABuildConfig("two").PushesTo("app:latest").Build()).ResolveAll();
        var (a, b) = (outcomes.Find(Named("app:a"))!.Builds, outcomes.Find(Named("app:b"))!.Builds);

        Assert.Equal(2, a.Count);
        Assert.Same(a[0], b[0]);
    }

    [Fact]
    public void ChainOfTags_EachWaitsForTheBuildAtItsEnd()
    {
        object[] objects =
        [
            AnImageStream("prod").Tag("live").Follows("next").Tag("next").Follows("stage:ok").Build(),
            AnImageStream("stage").Tag("ok").Follows("app:latest").Build(),
            ABuildConfig("b").PushesTo("app:latest").Build(),
            ABuildConfig("a").PushesTo("app:latest").Build(),
        ];

        var outcome = AGraph(objects).ResolveAll().Find(Named("prod:live"))!;
        Assert.Equal(
            (TagOutcomeKind.PendingBuild, "shop/app:latest", 3, "BuildConfig shop/a, BuildConfig shop/b"),
            (outcome.Kind, $"{outcome.Decider}", outcome.Hops, string.Join(", ", outcome.Builds)));
        Assert.StartsWith("shop/prod:live leads to shop/app:latest, which has no image yet", outcome.Explanation, StringComparison.Ordinal);
        AssertOutcome(TagOutcomeKind.PendingBuild, objects, "prod:live");
        AssertOutcome(TagOutcomeKind.PendingBuild, objects, "stage:ok");
    }

    [Fact]
    public void BuildAddedOrRemoved_ChangesTheOutcome()
    {
        var build = ABuildConfig().PushesTo("app:latest").Build();
        var without = AGraph(AnImageStream("prod").Tag("live").Follows("app:latest").Build());
        var with = without.With(Objects(build));

        Assert.Equal(TagOutcomeKind.NotFound, without.ResolveAll().Find(Named("prod:live"))!.Kind);
        Assert.Equal(TagOutcomeKind.PendingBuild, with.ResolveAll().Find(Named("prod:live"))!.Kind);
        Assert.Equal(TagOutcomeKind.NotFound, with.Without(Objects(build)).ResolveAll().Find(Named("prod:live"))!.Kind);
    }

    [Fact]
    public void AnyWorld_GraphAndResolverAgree()
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var objects = new RandomWorld(seed).Objects;
            var outcomes = TagGraph.Create(objects).ResolveAll();
            var set = new ImageStreamSet(objects.Streams, objects.BuildConfigs);
            Assert.All(outcomes.All.Where(outcome => outcome.Tag.Tag.Length > 0), outcome =>   // the resolver reads an empty name as latest
            {
                var resolution = TagResolver.Resolve(set, outcome.Tag, Across);
                Assert.Equal(resolution.GetType().Name, $"{outcome.Kind}");
                var builds = (resolution as TagResolution.PendingBuild)?.Builds ?? [];
                Assert.Equal(builds.Select(build => $"BuildConfig {build}"), outcome.Builds.Select(build => $"{build}"));
            });
        }
    }

    [Fact]
    public void Resolver_OneStream_AnswersAsOpenShift()
    {
        var stream = AnImageStream("app").Build();
        var set = new ImageStreamSet([stream], [ABuildConfig().PushesTo("app:latest").Build()]);

        Assert.IsType<TagResolution.NotFound>(TagResolver.Resolve(stream, "latest"));
        Assert.IsType<TagResolution.NotFound>(TagResolver.Resolve(set, Named("app:latest")));
        Assert.Equal(
            "shop/app:latest: no image yet: waits for the build shop/site, which pushes shop/app:latest",
            $"{TagResolver.Resolve(set, Named("app:latest"), Across)}");
        Assert.EndsWith(
            "=> no image yet: waits for the build shop/site, which pushes shop/app:latest",
            $"{TagResolver.Explain(set, Named("app:latest"), Across)}", StringComparison.Ordinal);
    }

    [Fact]
    public void Pictures_TellATagThatWaitsFromAFault()
    {
        var graph = AGraph(
            AnImageStream("prod").Tag("live").Follows("app:latest").Tag("lost").Follows("gone:1").Build(),
            ABuildConfig().PushesTo("app:latest").Build());
        var options = new GraphPictureOptions { Outcomes = graph.ResolveAll() };
        var (mermaid, dot) = (graph.ToSlice().ToMermaid(options), graph.ToSlice().ToDot(options));

        Assert.Contains("waits for a build", mermaid, StringComparison.Ordinal);
        Assert.Contains("classDef awaited ", mermaid, StringComparison.Ordinal);
        Assert.Contains("classDef fault ", mermaid, StringComparison.Ordinal);
        Assert.Contains("waits for a build", dot, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"app:latest\",\"outcome\":\"PendingBuild\"", graph.ToSlice().ToJson(graph.ResolveAll()), StringComparison.Ordinal);
        Assert.DoesNotContain("outcome", graph.ToSlice().ToJson(), StringComparison.Ordinal);
        Assert.Equal(["BuildConfig shop/site", "tag shop/app:latest"], graph.GetDependencies(Named("app:latest")).Nodes.Select(node => $"{node}"));
    }

    [Theory]
    [InlineData("""{"triggers":[{"type":"ImageChange"}],"strategy":{"type":"Source","sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}}""", 1)]
    [InlineData("""{"triggers":[{"type":"ImageChange"}],"strategy":{"dockerStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}}""", 1)]
    [InlineData("""{"triggers":[{"type":"ImageChange"}],"strategy":{"customStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}}""", 1)]
    [InlineData("""{"triggers":[{"type":"ConfigChange"}],"strategy":{"sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}}""", 0)]
    public void BuildTriggerWithoutImageChange_FiresOnTheBase(string spec, int builds) =>
        Assert.Equal(builds, AGraph(Ruby(), Build(spec)).ComputeImpact(Named("ruby:2.7")).Builds);

    [Fact]
    public void TriggerBehindOneThatTheServerDrops_KeepsItsPosition()
    {
        var graph = AGraph(Ruby(), Build(
            """{"triggers":[{"type":"Unheard"},{"type":"ImageChange"}],"strategy":{"sourceStrategy":{"from":{"kind":"ImageStreamTag","name":"ruby:2.7"}}}}"""));
        var item = Assert.Single(graph.ComputeImpact(Named("ruby:2.7")).Waves[1].Items);
        Assert.Equal("spec.triggers[1].imageChange", item.Cause.Field.Path);
    }

    [Theory]
    [InlineData("sourceStrategy")]
    [InlineData("dockerStrategy")]
    [InlineData("customStrategy")]
    public void BaseWithoutKind_IsATag(string strategy)
    {
        var spec = """{"triggers":[{"type":"ImageChange","imageChange":{}}],"strategy":{"STRATEGY":{"from":{"name":"ruby:2.7"}}}}"""
            .Replace("STRATEGY", strategy, StringComparison.Ordinal);
        Assert.Equal(1, AGraph(Ruby(), Build(spec)).ComputeImpact(Named("ruby:2.7")).Builds);
    }

    [Theory]
    [InlineData("sourceStrategy")]
    [InlineData("dockerStrategy")]
    [InlineData("customStrategy")]
    public void BaseOfKindImageStream_IsItsTagLatest(string strategy)
    {
        var spec = """{"triggers":[{"type":"ImageChange"}],"strategy":{"STRATEGY":{"from":{"kind":"ImageStream","name":"ruby"}}}}"""
            .Replace("STRATEGY", strategy, StringComparison.Ordinal);
        Assert.Equal(1, AGraph(Ruby(), Build(spec)).ComputeImpact(Named("ruby:latest")).Builds);
    }

    [Theory]
    [InlineData("""{"name":"app"}""")]
    [InlineData("""{"kind":"ImageStream","name":"app"}""")]
    public void OutputWithoutKindOrOfKindImageStream_PushesTheTagLatest(string to) => AssertOutcome(
        TagOutcomeKind.PendingBuild,
        [AnImageStream("app").Build(), Build("{\"strategy\":{\"dockerStrategy\":{}},\"output\":{\"to\":" + to + "}}")],
        "app:latest");

    [Theory]
    [InlineData("""{"kind":"ImageStream","name":"ruby"}""", "ruby:latest")]
    [InlineData("""{"kind":"ImageRepository","name":"ruby"}""", "ruby:latest")]
    [InlineData("""{"kind":"ImageStreamTag","name":"ruby:2.7"}""", "ruby:2.7")]
    [InlineData("""{"name":"ruby:2.7"}""", "ruby:2.7")]
    public void Field06_DeploymentTrigger_RollsOutWithTheTagThatTheServerStores(string from, string tag)
    {
        var text = """{"apiVersion":"apps.openshift.io/v1","kind":"DeploymentConfig","metadata":{"name":"web","namespace":"shop"},"spec":{"triggers":[{"type":"ImageChange","imageChangeParams":{"automatic":true,"containerNames":["web"],"from":FROM}}],"template":{"spec":{"containers":[{"name":"web","image":" "}]}}}}"""
            .Replace("FROM", from, StringComparison.Ordinal);
        var config = ImageStreamJson.Deserialize<DeploymentConfig>(System.Text.Encoding.UTF8.GetBytes(text));
        var workload = Workload.Parse(System.Text.Encoding.UTF8.GetBytes(text));

        Assert.Equal(1, AGraph(Ruby(), config).ComputeImpact(Named(tag)).Rollouts);
        Assert.Equal(1, AGraph(Ruby(), workload).ComputeImpact(Named(tag)).Rollouts);
    }

    /// <summary>Runs a build that is started by hand, and returns the tags that it pushed.</summary>
    private static async Task<IEnumerable<string>> BuildInAWorldAsync(BuildConfig build)
    {
        using var world = new ImageStreamWorld();
        await world.ApplyAsync(ShopWorld.Stream("app"));
        await world.ApplyAsync(build);
        await world.StartBuildAsync("shop", "app");
        await world.AdvanceAsync(TimeSpan.FromHours(1));
        Assert.Equal(SimulatedBuildPhase.Complete, Assert.Single(world.Builds).Phase);
        return world.Log.OfType<WorldEvent.TagPushed>().Select(one => $"{one.Tag}");
    }

    private static ImageStream Ruby() =>
        AnImageStream().Tag("2.7").FollowsImage("quay.io/a/ruby:1").PointsTo('a').Tag("latest").FollowsImage("quay.io/a/ruby:2").PointsTo('b').Build();

    private static BuildConfig Build(string spec) => ImageStreamJson.Deserialize<BuildConfig>(System.Text.Encoding.UTF8.GetBytes(
        $$$"""{"apiVersion":"build.openshift.io/v1","kind":"BuildConfig","metadata":{"name":"app","namespace":"shop"},"spec":{{{spec}}}}"""));

    /// <summary>Asserts what the graph and the resolver across streams say of a tag.</summary>
    private static void AssertOutcome(TagOutcomeKind kind, object[] objects, string tag)
    {
        var set = new ImageStreamSet(objects.OfType<ImageStream>(), objects.OfType<BuildConfig>());
        Assert.Equal(kind, AGraph(objects).ResolveAll().Find(Named(tag))!.Kind);
        Assert.Equal($"{kind}", TagResolver.Resolve(set, Named(tag), Across).GetType().Name);
    }
}
