using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;
using Added = ImageStreams.Storage.WatchEvent<ImageStreams.ImageStream>.Added;
using Bookmark = ImageStreams.Storage.WatchEvent<ImageStreams.ImageStream>.Bookmark;
using Deleted = ImageStreams.Storage.WatchEvent<ImageStreams.ImageStream>.Deleted;
using Modified = ImageStreams.Storage.WatchEvent<ImageStreams.ImageStream>.Modified;

namespace ImageStreams.Tests.Contracts;

public abstract partial class ImageStreamStoreContract
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [ContractFact]
    public async Task Watch_NoVersion_StartsWithExistingObjectsInTheOrderOfAList()
    {
        await CreateAllAsync("b", "a");
        await CreateAsync("z", "bakery");
        var page = await Streams.ListAsync(ListQuery.All);
        await using var watch = Watch(WatchQuery.All);

        var reported = await watch.NextAsync(3);

        Assert.Equal(page.Items.Select(stream => new Added { Object = stream, ResourceVersion = page.ResourceVersion }), reported);
    }

    [ContractFact]
    public async Task Watch_AfterTheExistingObjects_ContinuesFromThatState()
    {
        await CreateAsync("a");
        await using var watch = Watch(WatchQuery.All);
        await watch.NextAsync();

        var created = await CreateAsync("0");

        Assert.Equal(AnAdded(created), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_WritesWhileItReportsExistingObjects_ReportsThemAfterwards()
    {
        await CreateAllAsync("a", "b");
        await using var watch = Watch(WatchQuery.All);
        await watch.NextAsync();

        await Streams.DeleteAsync(Key("shop", "b"));
        var reported = await watch.NextAsync(2);

        Assert.Equal("b", Assert.IsType<Added>(reported[0]).Object.Metadata.Name);
        Assert.Equal("b", Assert.IsType<Deleted>(reported[1]).Object.Metadata.Name);
    }

    [ContractFact]
    public async Task Watch_FromAVersion_ReportsEveryChangeAfterItOnceAndInOrder()
    {
        var created = await CreateAsync("web");
        var updated = await Streams.UpdateAsync(created.Noted("new"));
        var deleted = await Streams.DeleteAsync(Key("shop", "web"));
        var again = await CreateAsync("web");
        await using var watch = WatchFrom(created);

        var reported = await watch.NextAsync(3);

        Assert.Equal(new Modified { Object = updated, Previous = created, ResourceVersion = updated.Metadata.ResourceVersion! }, reported[0]);
        Assert.Equal(new Deleted { Object = deleted, ResourceVersion = deleted.Metadata.ResourceVersion! }, reported[1]);
        Assert.Equal(AnAdded(again), reported[2]);
    }

    [ContractFact]
    public async Task Watch_FromTheVersionOfAList_MissesNothing()
    {
        await CreateAsync("a");
        var page = await Streams.ListAsync(ListQuery.All);
        var created = await CreateAsync("b");
        await using var watch = Watch(new() { ResourceVersion = page.ResourceVersion });

        Assert.Equal(AnAdded(created), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_FromTheVersionOfAnEmptyStore_MissesNothing()
    {
        var page = await Streams.ListAsync(ListQuery.All);
        await using var watch = Watch(new() { ResourceVersion = page.ResourceVersion });

        var created = await CreateAsync("a");

        Assert.Equal(AnAdded(created), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_NothingHappens_Waits()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created).Begin();
        Assert.True(watch.Waits);

        var next = await CreateAsync("b");

        Assert.Equal(AnAdded(next), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_EventSeen_ReadsShowTheWrite()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created).Begin();
        var write = Task.Run(() => CreateAsync("b"));

        var reported = await watch.NextAsync();

        Assert.Equal(reported.Subject(), await Streams.FindAsync(Key("shop", "b")));
        Assert.Equal(["a", "b"], Names(await Streams.ListAsync(ListQuery.All)));
        Assert.Equal(reported.Subject(), await write);
    }

    [ContractFact]
    public async Task Watch_UpdateThatChangesNothing_ReportsNothing()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created);

        await Streams.UpdateAsync(created);
        var updated = await Streams.UpdateAsync(created.Noted("new"));

        Assert.Equal(updated, (await watch.NextAsync()).Subject());
    }

    [ContractFact]
    public async Task Watch_WriteThatFails_ReportsNothing()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created);

        await GetFailureAsync(Streams.CreateAsync(Stream("shop", "a")));
        await GetFailureAsync(Streams.UpdateAsync(created.Noted("new").Versioned("0")));
        await GetFailureAsync(Streams.DeleteAsync(Key("shop", "b")));

        Assert.Equal(AnAdded(await CreateAsync("c")), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_OneNamespace_ReportsNoOther()
    {
        await CreateAsync("a", "shop-2");
        var mine = await CreateAsync("b", "shop");
        await using var watch = Watch(new() { Namespace = "shop" });
        Assert.Equal(mine, (await watch.NextAsync()).Subject());

        await CreateAsync("c", "sho");
        var next = await CreateAsync("d", "shop");

        Assert.Equal(AnAdded(next), await watch.NextAsync());
    }

    [ContractTheory]
    [InlineData("shop")]
    [InlineData(null)]
    public async Task Watch_OneName_ReportsNoOther(string? ns)
    {
        var mine = await CreateAsync("web");
        await CreateAsync("other");
        await using var watch = Watch(new() { Namespace = ns, Name = "web" });
        Assert.Equal(mine, (await watch.NextAsync()).Subject());

        await CreateAsync("we");
        var updated = await Streams.UpdateAsync(mine.Noted("new"));

        Assert.Equal(updated, Assert.IsType<Modified>(await watch.NextAsync()).Object);
    }

    [ContractFact]
    public async Task Watch_OneMissingName_ReportsItsCreation()
    {
        await using var watch = Watch(new() { Namespace = "shop", Name = "web" }).Begin();

        var created = await CreateAsync("web");

        Assert.Equal(AnAdded(created), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_Images_ReportsImagesOnly()
    {
        await using var watch = new WatchProbe<Image>(Store.Images, WatchQuery.All);
        watch.Begin();

        await CreateAsync("web");
        var created = await Store.Images.CreateAsync(Image("sha256:1"));

        Assert.Equal(created, (await watch.NextAsync()).Subject());
    }

    [ContractFact]
    public async Task Watch_VersionNotReachedYet_IsSilentUntilItIsPassed()
    {
        var created = await CreateAsync("web");
        var future = created.Version() + 3;
        await using var watch = Watch(new() { ResourceVersion = Text(future), BookmarkInterval = Minute }).Begin();

        while (created.Version() <= future)
        {
            Advance(Minute);
            created = await Streams.UpdateAsync(created.Noted($"after {created.Version()}"));
        }

        Assert.Equal(created, (await SkipBookmarksAsync(watch, atLeast: future)).Subject());
    }

    [ContractFact]
    public async Task Watch_VersionFarAhead_Waits()
    {
        await using var watch = Watch(new() { ResourceVersion = Text(long.MaxValue) }).Begin();

        await CreateAsync("web");

        Assert.True(watch.Waits);
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("01")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1\0")]
    [InlineData("1.0")]
    [InlineData("\u0661")]
    [InlineData("latest")]
    [InlineData("9223372036854775808")]
    public async Task Watch_TextThatIsNoVersion_IsInvalid(string version)
    {
        await using var watch = Watch(new() { ResourceVersion = version });

        var failure = await Assert.ThrowsAsync<StoreException>(watch.NextAsync);

        Assert.Equal(StoreFailure.InvalidResourceVersion, failure.Reason);
    }

    [ContractFact]
    public async Task Watch_ChangesAreForgotten_IsExpired()
    {
        var created = await CreateAsync("web");
        await ForgetAsync();
        await using var watch = WatchFrom(created);

        Assert.Equal(StoreFailure.Expired, (await Assert.ThrowsAsync<StoreException>(watch.NextAsync)).Reason);
    }

    [ContractFact]
    public async Task Watch_ChangesAreForgottenMeanwhile_FellBehind()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created);
        await CreateAsync("b");
        await watch.NextAsync();

        await ForgetAsync();

        Assert.Equal(StoreFailure.FellBehind, (await Assert.ThrowsAsync<StoreException>(watch.NextAsync)).Reason);
    }

    [ContractFact]
    public async Task Watch_ChangesAreForgottenWhileItReportsExistingObjects_FellBehindAfterwards()
    {
        await CreateAllAsync("a", "b");
        await using var watch = Watch(WatchQuery.All);
        await watch.NextAsync();

        await ForgetAsync();

        Assert.Equal("b", (await watch.NextAsync()).Subject()!.Metadata.Name);
        Assert.Equal(StoreFailure.FellBehind, (await Assert.ThrowsAsync<StoreException>(watch.NextAsync)).Reason);
    }

    [ContractFact]
    public async Task Watch_Canceled_EndsTheStepThatWaits()
    {
        await using var watch = Watch(WatchQuery.All).Begin();

        await watch.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(watch.NextAsync);
    }

    [ContractFact]
    public async Task Watch_CanceledWithMoreToReport_ReportsNoMore()
    {
        await CreateAllAsync("a", "b");
        await using var watch = Watch(WatchQuery.All);
        await watch.NextAsync();

        await watch.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(watch.NextAsync);
    }

    [ContractFact]
    public async Task Watch_CanceledBeforehand_ReportsNothing()
    {
        await CreateAsync("a");
        await using var watch = Watch(WatchQuery.All);

        await watch.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(watch.NextAsync);
    }

    [ContractFact]
    public async Task Watch_TokenOfTheEnumeration_CancelsToo()
    {
        using var end = new CancellationTokenSource();
        await using var events = Streams.WatchAsync(WatchQuery.All).WithCancellation(end.Token).GetAsyncEnumerator();
        var step = events.MoveNextAsync();

        await end.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await step);
    }

    [ContractFact]
    public async Task Watch_EnumeratedTwice_IsTwoWatches()
    {
        await CreateAsync("a");
        var events = Streams.WatchAsync(WatchQuery.All);

        Assert.Equal("a", (await events.FirstAsync()).Subject()!.Metadata.Name);
        await Streams.DeleteAsync(Key("shop", "a"));
        await CreateAsync("b");

        Assert.Equal("b", (await events.FirstAsync()).Subject()!.Metadata.Name);
    }

    [ContractFact]
    public async Task Watch_NoVersion_TakesTheStateOfTheFirstStep()
    {
        await using var watch = Watch(WatchQuery.All);
        await CreateAsync("a");

        Assert.NotEqual((await CreateAsync("b")).Metadata.Name, (await watch.NextAsync()).Subject()!.Metadata.Name);
    }

    [ContractFact]
    public async Task Watch_WithBookmarks_OneFollowsTheExistingObjects()
    {
        await CreateAsync("a");
        var page = await Streams.ListAsync(ListQuery.All);
        await using var watch = Watch(new() { BookmarkInterval = Minute });

        var reported = await watch.NextAsync(2);

        Assert.IsType<Added>(reported[0]);
        Assert.Equal(new Bookmark { ResourceVersion = page.ResourceVersion, EndsInitialEvents = true }, reported[1]);
    }

    [ContractFact]
    public async Task Watch_WithBookmarksAndMoreToReport_OneStillFollowsTheExistingObjects()
    {
        await CreateAsync("a");
        var page = await Streams.ListAsync(ListQuery.All);
        await using var watch = Watch(new() { BookmarkInterval = Minute });
        await watch.NextAsync();

        var created = await CreateAsync("b");
        var reported = await watch.NextAsync(2);

        Assert.Equal([new Bookmark { ResourceVersion = page.ResourceVersion, EndsInitialEvents = true }, AnAdded(created)], reported);
    }

    [ContractFact]
    public async Task Watch_SilentForTheInterval_ReportsItsPosition()
    {
        var created = await CreateAsync("a");
        await using var watch = Watch(new() { Name = "a", ResourceVersion = created.Metadata.ResourceVersion, BookmarkInterval = Minute });
        var other = await CreateAsync("b");
        watch.Begin();

        Advance(Minute);

        Assert.True(Number(Assert.IsType<Bookmark>(await watch.NextAsync()).ResourceVersion) >= other.Version());
    }

    [ContractFact]
    public async Task Watch_SilentForLess_ReportsNothing()
    {
        var created = await CreateAsync("a");
        await using var watch = Watch(new() { ResourceVersion = created.Metadata.ResourceVersion, BookmarkInterval = Minute }).Begin();

        Advance(Minute - TimeSpan.FromSeconds(1));
        Assert.True(watch.Waits);

        Assert.Equal(AnAdded(await CreateAsync("b")), await watch.NextAsync());
    }

    [ContractFact]
    public async Task Watch_NoInterval_HasNoBookmarks()
    {
        var created = await CreateAsync("a");
        await using var watch = WatchFrom(created).Begin();

        Advance(TimeSpan.FromDays(400));
        Assert.True(watch.Waits);

        Assert.Equal(AnAdded(await CreateAsync("b")), await watch.NextAsync());
    }

    [ContractTheory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Watch_IntervalThatIsNotPositive_IsAnArgumentError(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => Streams.WatchAsync(new() { BookmarkInterval = TimeSpan.FromSeconds(seconds) }));

    [ContractFact]
    public async Task Watch_FromTheVersionOfABookmark_MissesNothing()
    {
        await CreateAsync("a");
        await using var first = Watch(new() { BookmarkInterval = Minute });
        var bookmark = (await first.NextAsync(2))[1];
        var created = await CreateAsync("b");
        await using var second = Watch(new() { ResourceVersion = bookmark.ResourceVersion });

        Assert.Equal(AnAdded(created), await second.NextAsync());
    }

    private static async Task<WatchEvent<ImageStream>> SkipBookmarksAsync(WatchProbe<ImageStream> watch, long atLeast)
    {
        var reported = await watch.NextAsync();
        while (reported is Bookmark)
        {
            Assert.True(Number(reported.ResourceVersion) >= atLeast);
            reported = await watch.NextAsync();
        }

        return reported;
    }

    private static Added AnAdded(ImageStream created) =>
        new() { Object = created, ResourceVersion = created.Metadata.ResourceVersion! };
}
