using System.Globalization;
using ImageStreams.Builds;
using ImageStreams.Collections;
using ImageStreams.Testing;
using ImageStreams.Workloads;

namespace ImageStreams.Benchmarks.Inputs;

/// <summary>
/// A thousand tags in a hundred streams, imported every 15 minutes; one check in 500 finds a new image. Each stream's first
/// tag is the base of a build, and a deployment runs what is built.
/// </summary>
public static class SimulatedFleet
{
    private const int Streams = 100;
    private const int TagsPerStream = 10;
    private const int ChecksPerDay = 96;
    private const int ChecksPerNewImage = 500;
    private const int Seed = 20261125;

    /// <summary>Simulates days of it.</summary>
    /// <returns>The log, and the number of requests to registries.</returns>
    public static async Task<(string Log, long Requests)> RunAsync(int days)
    {
        using var world = new ImageStreamWorld(new WorldOptions { Fuse = null });
        world.Registry.MaxRequests = 0;
        await CreateAsync(world).ConfigureAwait(false);
        var random = new Random(Seed);
        var images = 0;
        for (var round = 0; round < days * ChecksPerDay; round++)
        {
            for (var tag = 0; tag < Streams * TagsPerStream; tag++)
            {
                if (random.Next(ChecksPerNewImage) == 0)
                {
                    world.Registry.Push(GetName(tag), SyntheticImage.Create(Text($"image {images++}")));
                }
            }

            await world.AdvanceAsync(TimeSpan.FromMinutes(15)).ConfigureAwait(false);
        }

        return (world.Log.ToString(), world.Registry.RequestCount);
    }

    private static async Task CreateAsync(ImageStreamWorld world)
    {
        for (var tag = 0; tag < Streams * TagsPerStream; tag++)
        {
            world.Registry.Push(GetName(tag), SyntheticImage.Create(GetName(tag)));
        }

        for (var i = 0; i < Streams; i++)
        {
            await world.ApplyAsync(Stream(i)).ConfigureAwait(false);
            await world.ApplyAsync(new ImageStream { Metadata = Named(Text($"built{i}")) }).ConfigureAwait(false);
            await world.ApplyAsync(Build(i)).ConfigureAwait(false);
            await world.ApplyAsync(Deployment(i)).ConfigureAwait(false);
        }
    }

    private static string GetName(int tag) =>
        Text($"registry.example.com/fleet/app{tag / TagsPerStream}:v{tag % TagsPerStream}");

    private static ObjectMeta Named(string name) => new() { Namespace = "fleet", Name = name };

    private static ImageStream Stream(int number) => new()
    {
        Metadata = Named(Text($"app{number}")),
        Spec = new ImageStreamSpec
        {
            Tags = Enumerable.Range(0, TagsPerStream).Select(tag => new TagReference
            {
                Name = Text($"v{tag}"),
                From = ObjectReference.DockerImage(GetName((number * TagsPerStream) + tag)),
                ImportPolicy = new TagImportPolicy { Scheduled = true },
            }).ToKeyedList(),
        },
    };

    private static BuildConfig Build(int number) => new()
    {
        Metadata = Named(Text($"build{number}")),
        Spec = new BuildConfigSpec
        {
            Strategy = new BuildStrategy
            {
                DockerStrategy = new DockerBuildStrategy { From = ObjectReference.ImageStreamTag(Text($"app{number}:v0")) },
            },
            Output = new BuildOutput { To = ObjectReference.ImageStreamTag(Text($"built{number}:latest")) },
            Triggers = [new BuildTriggerPolicy { Type = "ImageChange", ImageChange = new ImageChangeTrigger() }],
        },
    };

    private static Workload Deployment(int number)
    {
        var workload = Workload.Parse(Text($$$"""
            {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"namespace":"fleet","name":"web{{{number}}}"},
            "spec":{"template":{"spec":{"containers":[{"name":"web","image":"unbuilt"}] } } } }
            """));
        var tag = References.ImageStreamTagName.Parse(Text($"built{number}:latest"));
        return Triggers.WorkloadTriggers.Add(workload, "web", tag);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
