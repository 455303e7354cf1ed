using ImageStreams.Controllers;
using ImageStreams.Graphs;
using ImageStreams.Tests.Controllers;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;
using Microsoft.Extensions.Time.Testing;
using static ImageStreams.Tests.Builders.BuildConfigBuilder;
using static ImageStreams.Tests.Builders.DeploymentConfigBuilder;
using static ImageStreams.Tests.Builders.GraphWorlds;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Graphs;

/// <summary>One object that cannot be read is reported, and does not take the others down.</summary>
public class UnreadableObjectTests
{
    private static Workload Broken => Workload.Parse(
        """{"kind":"DeploymentConfig","metadata":{"name":"broken","namespace":"shop"},"spec":{"triggers":7}}""");

    private static Workload Sound => ADeploymentConfig().Runs("old").TriggeredBy(ATag("ruby:a")).BuildWorkload();

    private static ImageStream Ruby => AnImageStream().Tag("a").PointsTo('1').Build();

    [Fact]
    public void Graph_HasTheOthersAndTheProblem()
    {
        var graph = AGraph(Ruby, Broken, Sound);
        var problem = Assert.Single(graph.Problems);

        Assert.Equal(
            new GraphField { Kind = "DeploymentConfig", Namespace = "shop", Name = "broken", Path = "spec.triggers" }, problem.Field);
        Assert.StartsWith("DeploymentConfig shop/broken spec.triggers: ", $"{problem}", StringComparison.Ordinal);
        Assert.Contains("Expected an array, found the number 7", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, graph.ComputeImpact(Named("ruby:a")).Rollouts);
        Assert.Contains("DeploymentConfig shop/broken", graph.ToSlice().Nodes.Select(node => $"{node}"));
    }

    [Fact]
    public void Graph_ObjectThatIsCorrectedOrRemoved_HasNoProblemAnyMore()
    {
        var graph = AGraph(Ruby, Sound);
        var broken = graph.With(Objects(Broken));
        var corrected = broken.With(Objects(ADeploymentConfig("broken").Runs("old").TriggeredBy(ATag("ruby:a")).BuildWorkload()));

        Assert.Empty(graph.Problems);
        Assert.Single(broken.Problems);
        Assert.Empty(corrected.Problems);
        Assert.Equal(2, corrected.ComputeImpact(Named("ruby:a")).Rollouts);
        Assert.Empty(broken.Without(Objects(Broken)).Problems);
        Assert.Single(corrected.With(Objects(Broken)).Problems);
    }

    [Fact]
    public void Graph_HostileValue_IsCutAndOnOneLine()
    {
        var text = """{"kind":"DeploymentConfig","metadata":{"name":"a"},"spec":{"triggers":"TEXT"}}"""
            .Replace("TEXT", "\\n" + new string('x', 100_000), StringComparison.Ordinal);
        var message = Assert.Single(AGraph(Workload.Parse(text)).Problems).Message;

        Assert.InRange(message.Length, 1, 1100);
        Assert.DoesNotContain('\n', message);
    }

    [Fact]
    public async Task Controller_FailsForTheObjectAndReactsToTheOthers()
    {
        var target = new ScriptedTarget();
        var controller = new TriggerController(target, timeProvider: new FakeTimeProvider());
        controller.Observe(Ruby);
        controller.Observe(Broken);
        controller.Observe(Sound);

        var failed = Assert.IsType<TriggerReaction.Failed>(await controller.ReactAsync());
        Assert.Equal(("DeploymentConfig shop/broken", InvalidTriggerReason.UnreadableObject), ($"{failed.Object}", failed.Reason));
        Assert.StartsWith("The object cannot be read: ", failed.Message, StringComparison.Ordinal);
        Assert.Contains("spec.triggers", failed.Message, StringComparison.Ordinal);
        Assert.IsType<TriggerReaction.Updated>(await controller.ReactAsync());
        Assert.Null(await controller.ReactAsync());
    }

    [Fact]
    public async Task Controller_ObjectThatIsCorrected_Reacts()
    {
        var controller = new TriggerController(new ScriptedTarget(), timeProvider: new FakeTimeProvider());
        controller.Observe(Ruby);
        controller.Observe(Broken);
        Assert.IsType<TriggerReaction.Failed>(await controller.ReactAsync());
        controller.Observe(Broken);
        Assert.Null(await controller.ReactAsync());

        controller.Observe(ADeploymentConfig("broken").Runs("old").TriggeredBy(ATag("ruby:a")).BuildWorkload());
        Assert.IsType<TriggerReaction.Updated>(await controller.ReactAsync());
    }

    [Fact]
    public async Task Controller_ObjectThatBecomesUnreadable_NoLongerListens()
    {
        var controller = new TriggerController(new ScriptedTarget(), timeProvider: new FakeTimeProvider());
        controller.Observe(Ruby);
        controller.Observe(ADeploymentConfig("broken").Runs("old").TriggeredBy(ATag("ruby:a")).BuildWorkload());
        Assert.IsType<TriggerReaction.Updated>(await controller.ReactAsync());
        controller.Observe(Broken);
        Assert.IsType<TriggerReaction.Failed>(await controller.ReactAsync());

        controller.Observe(AnImageStream().Tag("a").PointsTo('2').Build() is var moved
            ? moved with { Metadata = moved.Metadata with { ResourceVersion = "8" } }
            : moved);
        Assert.Null(await controller.ReactAsync());
    }

    [Fact]
    public void Workspace_EvaluatesTheOthersAndNamesTheCause()
    {
        var workspace = ImageStreamWorkspace.Create(new WorkspaceObjects { Streams = [Ruby], Workloads = [Broken, Sound] });
        var triggers = workspace.EvaluateTriggers();

        Assert.Equal([false, true], triggers.Select(trigger => trigger.Fires));
        Assert.Empty(triggers[0].Triggers);
        Assert.StartsWith("DeploymentConfig shop/broken: The object cannot be read: ", $"{triggers[0]}", StringComparison.Ordinal);
        Assert.Single(workspace.Graph.Problems);
        Assert.Contains(workspace.Diagnose(), finding => finding.Rule == TriggerRules.UnreadableObject);
    }

    /// <summary>Whatever a field of the object has, graph, controller and workspace go on.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("[null]")]
    [InlineData("[7]")]
    [InlineData("[{\"imageChangeParams\":null}]")]
    [InlineData("[{\"imageChangeParams\":{\"from\":null,\"containerNames\":null}}]")]
    [InlineData("[{\"imageChangeParams\":{\"from\":{\"name\":7}}}]")]
    [InlineData("[{\"type\":\"ImageChange\",\"imageChangeParams\":{\"automatic\":true,\"from\":{\"name\":\"\\ud800:1\"}}}]")]
    public async Task AnyTriggers_NeverEndTheRest(string triggers)
    {
        var workload = Workload.Parse(
            """{"kind":"DeploymentConfig","metadata":{"name":"broken","namespace":"shop"},"spec":{"triggers":ANY}}"""
                .Replace("ANY", triggers, StringComparison.Ordinal));
        var controller = new TriggerController(new ScriptedTarget(), timeProvider: new FakeTimeProvider());
        controller.Observe(workload);
        await controller.ReactAsync();
        controller.Observe(Ruby);
        controller.Observe(Sound);

        Assert.IsType<TriggerReaction.Updated>(await controller.ReactAsync());
        Assert.Equal(1, AGraph(Ruby, workload, Sound).ComputeImpact(Named("ruby:a")).Rollouts);
        Assert.Equal(2, ImageStreamWorkspace.Create(new() { Workloads = [workload, Sound] }).EvaluateTriggers().Count);
    }
}
