using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Serialization;
using ImageStreams.Storage;

namespace ImageStreams.Benchmarks.Quick;

/// <summary>Single writes of the embedded engine to a stream of many tags: the size is the number of tags.</summary>
/// <remarks>The check of <c>engine-keep-…</c> has the bytes that each kept version adds.</remarks>
public static class EngineBenches
{
    private const int KeptVersions = 200;
    private const string Namespace = "bench";

    public static IReadOnlyList<QuickBench> All { get; } =
    [
        new("engine-add-tag", size => Time(size, AddTag)),
        new("engine-annotate", size => Time(size, Annotate)),
        new("engine-push", size => Time(size, Push)),
        new("engine-put-json", size => Time(size, PutJson)),
        new("engine-own-tag", OwnTag),
        new("engine-keep-tags", size => Keep(size, AddTag)),
        new("engine-keep-annotations", size => Keep(size, Annotate)),
        new("engine-keep-pushes", size => Keep(size, Push)),
        new("engine-keep-puts", size => Keep(size, PutJson)),
    ];

    /// <summary>An engine with one stream of the given number of tags.</summary>
    public static EmbeddedImageStreamClient Filled(int size)
    {
        var engine = new EmbeddedImageStreamClient(new InMemoryImageStreamStore(new() { WatchHistory = 1 << 16 }));
        var stream = NewStreams.Generate(size);
        Wait(engine.Streams.CreateAsync(stream with { Metadata = new() { Namespace = Namespace, Name = "stream" } }));
        return engine;
    }

    private static QuickOperation Time(int size, Action<EmbeddedImageStreamClient, int> write)
    {
        var engine = Filled(size);
        var next = 0;
        return new QuickOperation(() =>
        {
            write(engine, next);
            return ++next;
        });
    }

    private static QuickOperation Keep(int size, Action<EmbeddedImageStreamClient, int> write) =>
        Time(size, write) with { Check = () => JsonValue.Create(MeasureKept(size, write)) };

    private static long MeasureKept(int size, Action<EmbeddedImageStreamClient, int> write)
    {
        var engine = Filled(size);
        write(engine, -1);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < KeptVersions; i++)
        {
            write(engine, i);
        }

        var after = GC.GetTotalMemory(forceFullCollection: true);
        GC.KeepAlive(engine);
        return (after - before) / KeptVersions;
    }

    private static void AddTag(EmbeddedImageStreamClient engine, int number) => Wait(engine.Tags.CreateAsync(new ImageStreamTag
    {
        Metadata = new() { Namespace = Namespace, Name = Invariant($"stream:tag{Scatter(number):D4}-{number}") },
        Tag = new() { From = ObjectReference.DockerImage("quay.io/org/app:new"), Reference = true },
    }));

    private static void Annotate(EmbeddedImageStreamClient engine, int number) => Wait(engine.Streams.PatchAsync(
        Namespace,
        "stream",
        stream => stream with { Metadata = stream.Metadata with { Annotations = [new("number", Invariant($"{number}"))] } }));

    private static void Push(EmbeddedImageStreamClient engine, int number) => engine.Mappings.CreateAsync(new()
    {
        Metadata = new() { Namespace = Namespace, Name = "stream" },
        Tag = Invariant($"tag{Scatter(number):D4}"),
        Image = new() { Metadata = new() { Name = StreamInputs.Digest(number + 2L) } },
    }).GetAwaiter().GetResult();

    // As a served API gets it: every object of the stream is a new one.
    private static void PutJson(EmbeddedImageStreamClient engine, int number)
    {
        var stream = Wait(engine.Streams.GetAsync(Namespace, "stream"));
        var changed = stream with { Metadata = stream.Metadata with { Annotations = [new("number", Invariant($"{number}"))] } };
        var json = ImageStreamJson.SerializeToUtf8Bytes(changed);
        Wait(engine.Streams.UpdateAsync(ImageStreamJson.Deserialize<ImageStream>(json)));
    }

    // The writer owns all tags, so that its owned fields are written anew; beside the reading and writing of the stream itself.
    private static QuickOperation OwnTag(int size)
    {
        var engine = Filled(size);
        var stream = Wait(engine.Streams.GetAsync(Namespace, "stream"));
        var bare = stream with { Metadata = stream.Metadata with { ManagedFields = default } };
        return new QuickOperation(() => Toggle(engine).Spec.Tags.Count)
        {
            Yardstick = () => ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.SerializeToUtf8Bytes(bare)).Spec.Tags.Count,
            JsonBytes = ImageStreamJson.SerializeToUtf8Bytes(bare).Length,
        };
    }

    private static ImageStream Toggle(EmbeddedImageStreamClient engine) => Wait(engine.Streams.PatchAsync(Namespace, "stream", stream =>
    {
        var (tags, added) = (stream.Spec.Tags, new TagReference { Name = "tag5000-new", From = ObjectReference.DockerImage("quay.io/org/app:new") });
        return stream with { Spec = stream.Spec with { Tags = tags.Contains(added.Name) ? tags.Remove(added.Name) : tags.Set(added) } };
    }));

    private static int Scatter(int number) => (number + 1) * 7_919 % 10_000;

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
