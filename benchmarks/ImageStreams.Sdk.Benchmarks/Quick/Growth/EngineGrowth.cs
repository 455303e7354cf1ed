using ImageStreams.Benchmarks.Inputs;
using ImageStreams.Clients;
using ImageStreams.Storage;
using ImageStreams.Testing;

namespace ImageStreams.Benchmarks.Quick.Growth;

/// <summary>The store, the embedded engine and the simulated cluster: the size is the number of streams or tags.</summary>
public static class EngineGrowth
{
    private const string Namespace = "bench";

    public static IReadOnlyList<GrowthCase> All { get; } =
    [
        new("store create", 20, StoreCreate),
        new("store update", 20, StoreUpdate),
        new("store list", 20, size => StoreList(size, 0)),
        new("store list in pages", 20, size => StoreList(size, 10)),
        new("store watch, first events", 20, StoreWatch),
        new("engine streams list", 10, size => OfStreams(size, engine => Wait(engine.Streams.ListAsync(Namespace)).Items.Count)),
        new("engine streams list, selected", 10, size => OfStreams(
            size, engine => Wait(engine.Streams.ListAsync(Namespace, new() { LabelSelector = "a=b" })).Items.Count)),
        new("engine stream get", 20, size => OfTags(size, engine => Wait(engine.Streams.GetAsync(Namespace, "stream")).Spec.Tags.Count)),
        new("engine stream patch", 20, size => OfTags(size, Annotate)),
        new("engine tag get", 20, size => OfTags(size, engine => Wait(engine.ImageTags.GetAsync(Namespace, "stream:tag0002")).Name.Length)),
        new("engine tag list", 20, size => OfTags(size, engine => Wait(engine.Tags.ListAsync(Namespace)).Items.Count)),
        new("engine image tag list", 20, size => OfTags(size, engine => Wait(engine.ImageTags.ListAsync(Namespace)).Items.Count)),
        new("engine tag update", 20, size => OfTags(size, UpdateTag)),
        new("engine push", 20, size => OfTags(size, Push)),
        new("engine layers", 20, size => OfTags(size, engine => Wait(engine.Streams.GetLayersAsync(Namespace, "stream")).Images.Count)),
        new("engine prune images", 10, size => OfStreams(size, engine => Wait(engine.PruneImagesAsync(TimeSpan.FromDays(1))).Count)),
        new("world, apply workloads", 1, World),
    ];

    private static int _number;

    private static Func<long> StoreCreate(int size) => () => StoreBenches.Filled(size).Keys.Length;

    private static Func<long> StoreUpdate(int size)
    {
        var (store, keys) = StoreBenches.Filled(size);
        return () => StoreBenches.Change(store, keys[0]).Metadata.Generation;
    }

    private static Func<long> StoreList(int size, int limit)
    {
        var store = StoreBenches.Filled(size).Store;
        return () =>
        {
            var query = new ListQuery { Limit = limit };
            var count = 0;
            do
            {
                var page = StoreBenches.Now(store.Streams.ListAsync(query));
                count += page.Items.Count;
                query = query with { Continue = page.Continue };
            }
            while (query.Continue is not null);

            return count;
        };
    }

    private static Func<long> StoreWatch(int size)
    {
        var store = StoreBenches.Filled(size).Store;
        return () => store.Streams.WatchAsync(new WatchQuery()).ToBlockingEnumerable().Take(size).Count();
    }

    private static Func<long> OfStreams(int size, Func<EmbeddedImageStreamClient, long> act)
    {
        var engine = new EmbeddedImageStreamClient(new InMemoryImageStreamStore());
        for (var i = 0; i < size; i++)
        {
            Wait(engine.Streams.CreateAsync(new() { Metadata = new() { Namespace = Namespace, Name = $"s{i}" } }));
        }

        return () => act(engine);
    }

    private static Func<long> OfTags(int size, Func<EmbeddedImageStreamClient, long> act)
    {
        var engine = EngineBenches.Filled(size);
        return () => act(engine);
    }

    private static long Annotate(EmbeddedImageStreamClient engine) => Wait(engine.Streams.PatchAsync(
        Namespace,
        "stream",
        stream => stream with { Metadata = stream.Metadata with { Annotations = [new("number", $"{_number++}")] } })).Name.Length;

    private static long UpdateTag(EmbeddedImageStreamClient engine) => Wait(engine.Tags.UpdateAsync(new()
    {
        Metadata = new() { Namespace = Namespace, Name = "stream:tag0002", Annotations = [new("number", $"{_number++}")] },
        Tag = new() { From = ObjectReference.DockerImage("quay.io/org/app:new"), Reference = true },
    })).Name.Length;

    private static long Push(EmbeddedImageStreamClient engine)
    {
        engine.Mappings.CreateAsync(new()
        {
            Metadata = new() { Namespace = Namespace, Name = "stream" },
            Tag = "tag0001",
            Image = new() { Metadata = new() { Name = StreamInputs.Digest(_number++ % 2) } },
        }).GetAwaiter().GetResult();
        return 1;
    }

    private static Func<long> World(int size)
    {
        var workloads = TriggerInputs.Deployments(size);
        return () =>
        {
            using var world = new ImageStreamWorld();
            foreach (var workload in workloads)
            {
                world.ApplyAsync(workload).GetAwaiter().GetResult();
            }

            world.SettleAsync().GetAwaiter().GetResult();
            return size;
        };
    }

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
