using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Tests.Workspaces;
using ImageStreams.Triggers;
using ImageStreams.Workloads;
using ImageStreams.Workspaces;

namespace ImageStreams.Tests.Documentation;

public sealed class WorkspacesSamples
{
    private static ValueList<ImageStream> Streams =>
    [
        WorkspaceSamples.Stream("ruby", WorkspaceSamples.Tag("3.3", "DockerImage", "quay.io/team/ruby:3.3")),
        WorkspaceSamples.Stream("base", WorkspaceSamples.Tag("1", "ImageStreamTag", "ruby:3.3")),
        WorkspaceSamples.Stream("web"),
        WorkspaceSamples.Stream("old", "", WorkspaceSamples.Has("1", "quay.io/team/old:1")),
    ];

    [Fact]
    public void Workspace_OfAFolder_Answers()
    {
        var streams = Streams;
        ValueList<BuildConfig> builds = [WorkspaceSamples.Build];
        ValueList<Workload> workloads = [WorkspaceSamples.Deployment];
        ValueList<ImageTagMirrorSet> mirrorSets =
        [
            new()
            {
                Spec = new ImageTagMirrorSetSpec { ImageTagMirrors = [new ImageMirrors { Source = "quay.io", Mirrors = ["mirror.example"] }] },
            },
        ];

        // sample: workspace-create
        var workspace = ImageStreamWorkspace.Create(
            new WorkspaceObjects
            {
                Streams = streams,
                BuildConfigs = builds,
                Workloads = workloads,
                ImageTagMirrorSets = mirrorSets,
            },
            new WorkspaceOptions { Assumptions = WorkspaceAssumptions.AssumeImported | WorkspaceAssumptions.AssumePushed });
        // end

        // sample: workspace-resolve
        var answer = workspace.Resolve(ImageStreamTagName.Parse("shop/web:latest"));

        Console.WriteLine(answer.Explanation);
        Console.WriteLine(answer.RestsOn);   // AssumePushed
        // end

        Assert.Equal(WorkspaceAssumptions.AssumePushed, answer.RestsOn);
        AssertTriggers(workspace, workloads);
        AssertRegistries(workspace, WorkspaceSamples.ImageA);
    }

    [Fact]
    public void Workspace_MovedTag_Answers()
    {
        var workspace = WorkspaceSamples.Create([.. Streams]);

        // sample: workspace-impact
        var impact = workspace.ComputeImpact(ImageStreamTagName.Parse("shop/ruby:3.3"));
        foreach (var step in impact.Impact.Waves.SelectMany(wave => wave.Items))
        {
            Console.WriteLine($"{step} [{impact.FindAssumption(step)}]");
        }
        // end

        // sample: workspace-move
        var move = workspace.MoveTag(ImageStreamTagName.Parse("shop/ruby:3.3"), "web:latest");

        Console.WriteLine(move.Impact.Impact.Builds);
        Console.WriteLine(move.NewCycles[0].FindCut());
        Console.WriteLine(move.Workspace.Resolve(ImageStreamTagName.Parse("shop/ruby:3.3")).Explanation);
        // end

        Assert.Contains(impact.Impact.Manual, step => step.Node.ToString() == "tag shop/base:1");
        Assert.Single(move.NewCycles);
    }

    private static void AssertTriggers(ImageStreamWorkspace workspace, ValueList<Workload> workloads)
    {
        // sample: workspace-triggers
        foreach (var trigger in workspace.EvaluateTriggers().Where(trigger => trigger.Fires))
        {
            Console.WriteLine(trigger);
        }

        if (workspace.EvaluateTriggers(workloads[0]) is WorkloadTriggerResult.Changed changed)
        {
            Console.WriteLine(changed.Workload.Containers[0].Image);
        }
        // end

        Assert.Equal(
            $"{WorkspaceSamples.Registry}/shop/web:latest",
            Assert.IsType<WorkloadTriggerResult.Changed>(workspace.EvaluateTriggers(workloads[0])).Workload.Containers[0].Image);
    }

    private static void AssertRegistries(ImageStreamWorkspace workspace, string digest)
    {
        // sample: workspace-registries
        var reached = workspace.ComputeImageImpact(digest);
        var forecast = workspace.Forecast();
        // end

        Assert.Equal("tag shop/old:1", Assert.Single(reached.Impact.Moved).ToString());
        Assert.Equal("mirror.example", Assert.Single<RegistryForecast>(forecast.Registries).Registry);
    }
}
