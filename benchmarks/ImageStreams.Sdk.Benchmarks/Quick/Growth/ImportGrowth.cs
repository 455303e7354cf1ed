using System.Text;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>Manifests, imports, notifications, forecasts and schedules: the size is the number of layers, tags or streams.</summary>
public static class ImportGrowth
{
    private static readonly DateTimeOffset Now = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("Manifest.Parse, index", 10, size => ParseManifest($$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.index.v1+json","manifests":[{{JsonGrowth.Repeat(size, Entry)}}]}
            """)),
        new("Manifest.Parse, layers", 10, size => ParseManifest($$"""
            {"schemaVersion":2,"mediaType":"application/vnd.oci.image.manifest.v1+json","config":{{Descriptor(0)}},"layers":[{{JsonGrowth.Repeat(size, Descriptor)}}]}
            """)),
        new("RegistryNotification.Parse", 10, size => ParseNotification($$"""{"events":[{{JsonGrowth.Repeat(size, Event)}}]}""")),
        new("ImportForecast.Create", 10, size => Forecast(ScheduledStreams(size))),
        new("ImportForecast.Create, one stream", 10, size => Forecast([AStream("s", size)])),
        new("ImportSchedule.Set", 10, size => Schedule(ScheduledStreams(size), static _ => { })),
        new("ImportSchedule.Set, one stream", 10, size => Schedule([AStream("s", size)], static _ => { })),
        new("ImportSchedule.Take", 10, size => Schedule(ScheduledStreams(size), static schedule => TakeAll(schedule))),
        new("ImportSchedule.Notify", 10, size => Notify(ScheduledStreams(size))),
        new("ImageImporter.ImportTagsAsync", 2, Import),
        new("ImageImporter.ImportRepositoryAsync", 2, ImportRepository),
    ];

    private static string Entry(int i) =>
        $$"""{"mediaType":"application/vnd.oci.image.manifest.v1+json","digest":"{{StreamInputs.Digest(i)}}","size":1,"platform":{"os":"linux","architecture":"amd64"} }""";

    private static string Descriptor(int i) =>
        $$"""{"mediaType":"application/vnd.oci.image.layer.v1.tar+gzip","digest":"{{StreamInputs.Digest(i)}}","size":1}""";

    private static string Event(int i) =>
        $$"""{"action":"push","timestamp":"2024-01-01T00:00:00Z","target":{"repository":"team/app","tag":"t{{i}}","digest":"{{StreamInputs.Digest(i)}}"},"request":{"host":"quay.io"} }""";

    private static Func<long> ParseManifest(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        return () => Manifest.Parse(utf8).GetType().Name.Length;
    }

    private static Func<long> ParseNotification(string json)
    {
        var utf8 = Encoding.UTF8.GetBytes(json);
        var options = new RegistryNotificationOptions { MaxBytes = utf8.Length };
        return () => RegistryNotification.Parse(utf8, options).GetType().Name.Length;
    }

    private static List<ImageStream> ScheduledStreams(int size) => [.. Enumerable.Range(0, size).Select(i => AStream($"s{i}", 2))];

    private static ImageStream AStream(string name, int tags) => new()
    {
        Metadata = new() { Namespace = "ns", Name = name, Generation = 1 },
        Spec = new()
        {
            Tags = Enumerable.Range(0, tags).Select(t => new TagReference
            {
                Name = $"t{t:D6}",
                From = ObjectReference.DockerImage($"quay.io/team/app:t{t}"),
                Generation = 1,
                ImportPolicy = new() { Scheduled = true },
            }).ToKeyedList(),
        },
    };

    private static Func<long> Forecast(List<ImageStream> streams) => () => ImportForecast.Create(streams).Registries.Count;

    private static Func<long> Schedule(List<ImageStream> streams, Action<ImportSchedule> act) => () =>
    {
        var schedule = new ImportSchedule();
        foreach (var stream in streams)
        {
            schedule.Set(stream, Now);
        }

        act(schedule);
        return streams.Count;
    };

    private static void TakeAll(ImportSchedule schedule)
    {
        while (schedule.Take(Now.AddDays(1)) is not null)
        {
        }
    }

    private static Func<long> Notify(List<ImageStream> streams)
    {
        var move = RepositoryMove.FromReference(ImageReference.Parse("quay.io/team/app:t1"));
        return Schedule(streams, schedule => schedule.Notify(move, Now));
    }

#pragma warning disable CA2000 // the registry of an operation lives as long as the operation
    private static Func<long> Import(int size)
    {
        var importer = new ImageImporter(Registry(size).CreateClient());
        var stream = AStream("s", size);
        return () => importer.ImportTagsAsync(stream).GetAwaiter().GetResult().GetHashCode();
    }

    private static Func<long> ImportRepository(int size)
    {
        var options = new ImageImporterOptions { RepositoryTags = new RepositoryTagSelection { Limit = size } };
        var importer = new ImageImporter(Registry(size).CreateClient(), options: options);
        var repository = new RepositoryImportSpec { From = ObjectReference.DockerImage("quay.io/team/app") };
        return () => importer.ImportRepositoryAsync(AStream("s", 0), repository).GetAwaiter().GetResult().GetHashCode();
    }

#pragma warning restore CA2000
    private static InMemoryRegistry Registry(int size)
    {
        var registry = new InMemoryRegistry();
        for (var i = 0; i < size; i++)
        {
            registry.Push($"quay.io/team/app:t{i}", SyntheticImage.Create($"image {i}"));
        }

        return registry;
    }
}
