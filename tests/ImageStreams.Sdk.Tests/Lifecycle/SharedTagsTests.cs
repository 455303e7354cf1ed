using ImageStreams.Collections;
using ImageStreams.Lifecycle;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Tests.Builders;
using ImageStreams.Tests.Clients;

namespace ImageStreams.Tests.Lifecycle;

/// <summary>The versions of a stream share what did not change, and a change costs what it changes.</summary>
public class SharedTagsTests
{
    private const int Tags = 10_000;

    private static readonly ObjectKey Key = new(StreamBuilder.Namespace, "many");

    [Theory]
    [InlineData("a", 0)]
    [InlineData("tag05000-new", 0)]
    [InlineData("zz", 0)]
    [InlineData("tag05000-new", 3)]
    public async Task OneTagAdded_KeepsTheOthersTheSameObjects(string name, int followEvery)
    {
        using var engine = await CreateAsync(followEvery);
        var before = await GetStoredAsync(engine);
        await AddTagAsync(engine, name);
        var after = await GetStoredAsync(engine);

        Assert.Equal(Tags + 1, after.Spec.Tags.Count);
        Assert.Equal(name, Assert.Single(after.Spec.Tags.FindChanges(before.Spec.Tags)).Key);
        Assert.Equal(name, Assert.Single(after.Status.Tags.FindChanges(before.Status.Tags)).Key);
        Assert.All(before.Spec.Tags.AsEnumerable(), tag => Assert.Same(tag, after.Spec.Tags.Find(tag.Name)));
        Assert.All(before.Status.Tags.AsEnumerable(), history => Assert.Same(history, after.Status.Tags.Find(history.Tag)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task OneTagAdded_AllocatesFarLessThanTheStream(int followEvery)
    {
        using var engine = await CreateAsync(followEvery);
        await AddTagAsync(engine, "tag00001-new");

        var allocated = Measure(engine, static it => AddTagAsync(it, "tag05000-new"));
        Assert.InRange(allocated, 1, 12 * Tags);
    }

    [Fact]
    public async Task OneAnnotation_AllocatesFarLessThanTheStream()
    {
        using var engine = await CreateAsync();
        await AnnotateAsync(engine, "1");
        var before = await GetStoredAsync(engine);

        var allocated = Measure(engine, static it => AnnotateAsync(it, "2"));
        Assert.InRange(allocated, 1, 12 * Tags);
        var after = await GetStoredAsync(engine);
        Assert.True(after.Spec.Tags.IsSameAs(before.Spec.Tags) && after.Status.Tags.IsSameAs(before.Status.Tags));
    }

    [Fact]
    public async Task ThePushOfOneTag_ChangesItsHistoryAndThoseThatFollow()
    {
        using var engine = await CreateAsync(followEvery: 5_000);
        var before = await GetStoredAsync(engine);
        await engine.PushAsync("many", "tag04999", '7');
        var after = await GetStoredAsync(engine);

        Assert.True(after.Spec.Tags.IsSameAs(before.Spec.Tags));
        Assert.Equal(["tag04999", "tag05000"], after.Status.Tags.FindChanges(before.Status.Tags).Select(change => change.Key));
    }

    [Fact]
    public async Task AStreamSentAsJson_SharesTheTagsThatAreEqual()
    {
        using var engine = await CreateAsync();
        var stored = await GetStoredAsync(engine);
        var read = await engine.Client.Streams.GetAsync(StreamBuilder.Namespace, "many");
        var sent = read with { Spec = read.Spec with { Tags = read.Spec.Tags.Set(ATag("tag00007", "quay.io/org/other:1")) } };
        await engine.Client.Streams.UpdateAsync(ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.SerializeToUtf8Bytes(sent)));
        var after = await GetStoredAsync(engine);

        Assert.Equal("tag00007", Assert.Single(after.Spec.Tags.FindChanges(stored.Spec.Tags)).Key);
        Assert.Equal("tag00007", Assert.Single(after.Status.Tags.FindChanges(stored.Status.Tags)).Key);
    }

    [Fact]
    public async Task AStreamWithoutAChange_IsNotWritten()
    {
        using var engine = await CreateAsync();
        var read = await engine.Client.Streams.GetAsync(StreamBuilder.Namespace, "many");
        var sent = ImageStreamJson.Deserialize<ImageStream>(ImageStreamJson.SerializeToUtf8Bytes(read));

        Assert.Equal(read.Metadata.ResourceVersion, (await engine.Client.Streams.UpdateAsync(sent)).Metadata.ResourceVersion);
    }

    [Fact]
    public void ASetItemOfTenThousand_AllocatesLessThanFourKilobytes()
    {
        var list = Enumerable.Range(0, Tags).Select(i => ATag($"tag{i:D5}", "quay.io/org/app:1")).ToKeyedList();
        list = list.Set(ATag("tag00001", "quay.io/org/app:2"));
        var item = ATag("tag05000-new", "quay.io/org/app:2");

        var before = GC.GetAllocatedBytesForCurrentThread();
        var changed = list.Set(item).Sort();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(5001, changed.IndexOf(item.Name));
        Assert.InRange(allocated, 1, 4096);
    }

    [Fact]
    public void TheFirstPushToATagThatManyFollow_AllocatesLinearly()
    {
        var (few, many) = (MeasureFirstPush(Tags / 10), MeasureFirstPush(Tags));
        Assert.InRange(many, few, 20 * few);
    }

    [Fact]
    public void ManyItemsSetAtOnceInAnotherOrder_AreTheSameAsOneByOne()
    {
        var list = Enumerable.Range(0, 200).Select(i => ATag(GetName(2 * i), "a:1")).ToKeyedList().Set(ATag(GetName(7), "a:1"));
        foreach (var count in new[] { 1, 63, 64, 200 })
        {
            var items = Enumerable.Range(0, count).Reverse().Select(i => ATag(GetName((2 * i) + 1), "a:2")).ToList();
            Assert.Equal(items.Aggregate(list, static (all, item) => all.Set(item)), list.SetAll(items));
        }
    }

    [Fact]
    public void MarksThatThreadsSetAtOnce_AreAllKept()
    {
        var marks = Enum.GetValues<ItemMarks>().Where(static mark => mark != ItemMarks.None).ToArray();
        for (var round = 0; round < 200; round++)
        {
            var leaf = new KeyedLeaf<TagReference>([]);
            Parallel.ForEach(marks, leaf.Set);
            Assert.All(marks, mark => Assert.True(leaf.Has(mark)));
        }
    }

    private static long MeasureFirstPush(int followers)
    {
        var histories = Enumerable.Range(0, 100).Select(i => new NamedTagEventList { Tag = $"old{i:D5}" });
        var specTags = Enumerable.Range(0, followers).Select(i => EmbeddedEngine.Following(GetName(i), "base"));
        var stream = new ImageStream
        {
            Spec = new() { Tags = specTags.ToKeyedList() },
            Status = new() { Tags = histories.Append(new NamedTagEventList { Tag = "zz-late" }).ToKeyedList() },
        };
        var latest = new TagEvent { Image = StreamBuilder.Image('1'), DockerImageReference = "a/b:1" };
        var pushed = TagHistory.Add(stream, "base", latest);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var moved = TrackingTags.MoveFollowers(pushed, "base");
        Assert.Equal(followers + 102, moved.Status.Tags.Count);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static async Task<EmbeddedEngine> CreateAsync(int followEvery = 0)
    {
        var engine = new EmbeddedEngine();
        await engine.Client.Streams.CreateAsync(
            EmbeddedEngine.AStream("many", [.. Enumerable.Range(0, Tags).Select(i => CreateTag(i, followEvery))]));
        return engine;
    }

    private static TagReference CreateTag(int i, int followEvery) => followEvery > 0 && i > 0 && i % followEvery == 0
        ? EmbeddedEngine.Following(GetName(i), GetName(i - 1))
        : ATag(GetName(i), "quay.io/org/app:1");

    private static TagReference ATag(string name, string pullSpec) =>
        EmbeddedEngine.FromRegistry(name, pullSpec) with { Reference = true };

    private static string GetName(int i) => $"tag{i:D5}";

    private static async Task<ImageStream> GetStoredAsync(EmbeddedEngine engine) => (await engine.Store.Streams.FindAsync(Key))!;

    private static Task<ImageStreamTag> AddTagAsync(EmbeddedEngine engine, string name) =>
        engine.Client.Tags.CreateAsync(EmbeddedEngine.ATag($"many:{name}", ATag(name, "quay.io/org/app:2")));

    private static Task<ImageStream> AnnotateAsync(EmbeddedEngine engine, string text) => engine.Client.Streams.PatchAsync(
        StreamBuilder.Namespace,
        "many",
        stream => stream with { Metadata = stream.Metadata with { Annotations = [new("note", text)] } });

    /// <summary>Measures the allocations of a call that an engine over memory completes on the thread of the caller.</summary>
    private static long Measure(EmbeddedEngine engine, Func<EmbeddedEngine, Task> call)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var task = call(engine);
        Assert.True(task.IsCompletedSuccessfully);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
