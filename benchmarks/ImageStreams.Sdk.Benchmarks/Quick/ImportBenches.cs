using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Imports from docker-registry on loopback: the size is the number of tags.</summary>
/// <remarks>The check has what was imported, the open connections, and the working set of this process in MiB.</remarks>
public static class ImportBenches
{
    private const string Repository = "bench/app";
    private const int TagsPerStream = 50;

    public static IReadOnlyList<QuickBench> All { get; } =
        [new("import-repository", ImportRepository), new("import-recheck", Recheck)];

    /// <summary>A whole repository of different images, into a new stream with each run.</summary>
    private static QuickOperation ImportRepository(int tags)
    {
        var (registry, client) = Start();
        for (var i = 0; i < tags; i++)
        {
            registry.PushAsync(Repository, SyntheticImage.Create($"image {i}"), [$"v1.{i}.0"]).GetAwaiter().GetResult();
        }

        var options = new ImageImporterOptions { RepositoryTags = new RepositoryTagSelection { Include = ["v1.*"], Limit = tags } };
        var request = new ImageStreamImport
        {
            Metadata = new ObjectMeta { Namespace = "bench", Name = "app" },
            Spec = new ImageStreamImportSpec
            {
                Import = true,
                Repository = new RepositoryImportSpec
                {
                    From = ObjectReference.DockerImage($"{registry.Host}/{Repository}"),
                    ImportPolicy = new TagImportPolicy { Insecure = true },
                },
            },
        };
        var imported = 0;
        return new QuickOperation(
            () =>
            {
                var engine = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(), new ImageImporter(client, options: options));
                var answer = engine.Imports.CreateAsync(request).GetAwaiter().GetResult();
                return imported = answer.Status.Import!.Status.Tags.Count(tag => tag.Items.Count == 1);
            },
            () => Check(registry, imported));
    }

    /// <summary>Scheduled tags that have not moved, all due at once; 50 of one image in each stream.</summary>
    private static QuickOperation Recheck(int tags)
    {
        var ((registry, client), clock) = (Start(), new SteppingClock());
        var engine = new EmbeddedImageStreamClient(
            new InMemoryImageStreamStore(), new ImageImporter(client, clock), time: clock);
        var controller = new ImportController(engine, new ImportSchedule(new ImportScheduleOptions { Jitter = 0 }), clock);
        for (var i = 0; i < tags; i += TagsPerStream)
        {
            AddAsync(registry, engine, controller, $"app{i}", Math.Min(TagsPerStream, tags - i)).GetAwaiter().GetResult();
        }

        controller.RunDueAsync().GetAwaiter().GetResult();
        foreach (var stream in engine.Streams.ListAsync("bench").GetAwaiter().GetResult().Items)
        {
            controller.Observe(stream);
        }

        return new QuickOperation(
            () =>
            {
                clock.Advance(ImportScheduleOptions.DefaultInterval);
                return controller.RunDueAsync().GetAwaiter().GetResult();
            },
            () => Check(registry, CheckedTags(controller, clock.GetUtcNow() - ImportScheduleOptions.DefaultInterval)));
    }

    private static (LocalRegistry, HttpRegistryClient) Start()
    {
#pragma warning disable CA2000 // Both live as long as the process.
        return (new LocalRegistry(), new HttpRegistryClient());
#pragma warning restore CA2000 // end of the hand-over
    }

    private static async Task AddAsync(
        LocalRegistry registry, EmbeddedImageStreamClient engine, ImportController controller, string name, int tags)
    {
        var names = Enumerable.Range(0, tags).Select(i => $"v{i}").ToList();
        await registry.PushAsync($"bench/{name}", SyntheticImage.Create(name), names);
        controller.Observe(await engine.Streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "bench", Name = name },
            Spec = new ImageStreamSpec
            {
                Tags =
                [
                    .. names.Select(tag => new TagReference
                    {
                        Name = tag,
                        From = ObjectReference.DockerImage($"{registry.Host}/bench/{name}:{tag}"),
                        ImportPolicy = new TagImportPolicy { Insecure = true, Scheduled = true },
                    }),
                ],
            },
        }));
    }

    /// <summary>How many tags were checked since a time, without a failure.</summary>
    private static int CheckedTags(ImportController controller, DateTimeOffset since) => Enumerable.Range(0, 1000)
        .Select(i => ImageStreamName.FromParts($"app{i * TagsPerStream}", "bench"))
        .Sum(stream => controller.Schedule.Find(stream).Count(tag => tag.LastChecked >= since && tag.Reason is null));

    private static JsonArray Check(LocalRegistry registry, int count) =>
        [count, registry.Connections, Environment.WorkingSet >> 20];
}
