using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Imports from docker-registry on loopback: the size is the number of tags.</summary>
/// <remarks>The check has the number of tags that were imported or found unchanged, and that of open connections.</remarks>
public static class ImportBenches
{
    private const string Repository = "bench/app";

    public static IReadOnlyList<QuickBench> All { get; } =
        [new("import-repository", ImportRepository), new("import-recheck", Recheck)];

    /// <summary>A whole repository of different images, into a new stream with each run.</summary>
    private static QuickOperation ImportRepository(int tags)
    {
#pragma warning disable CA2000 // Both live as long as the process.
        var (registry, client) = (new LocalRegistry(), new HttpRegistryClient());
#pragma warning restore CA2000 // end of the hand-over
        for (var i = 0; i < tags; i++)
        {
            registry.PushAsync(Repository, SyntheticImage.Create($"image {i}"), [$"v1.{i}.0"]).GetAwaiter().GetResult();
        }

        var options = new ImageImporterOptions { RepositoryTags = new RepositoryTagSelection { Include = { "v1.*" }, Limit = tags } };
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
            () => new JsonArray(imported, registry.Connections));
    }

    /// <summary>Scheduled tags that have not moved, all due at once.</summary>
    private static QuickOperation Recheck(int tags)
    {
#pragma warning disable CA2000 // It lives as long as the process.
        var fleet = ScheduledFleet.CreateAsync(tags).GetAwaiter().GetResult();
#pragma warning restore CA2000 // end of the hand-over
        var count = 0;
        return new QuickOperation(
            () => count = fleet.CheckAsync().GetAwaiter().GetResult(),
            () => new JsonArray(count, fleet.Connections));
    }
}
