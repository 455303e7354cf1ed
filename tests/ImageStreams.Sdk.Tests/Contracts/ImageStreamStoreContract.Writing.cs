using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Contracts;

public abstract partial class ImageStreamStoreContract
{
    [ContractFact]
    public async Task Create_NewObject_ChangesOnlyTheVersion()
    {
        var stream = Stream("shop", "web", "as it is");

        var created = await Streams.CreateAsync(stream);

        Assert.Equal(stream, created.Versioned(null));
        Assert.Equal(created, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Create_NamesThatNoServerAllows_KeepsThem()
    {
        var ns = HasAnyNamespace ? "Shop /" : "shop";
        var created = await Streams.CreateAsync(Stream(ns, "a/\n\U0001F433"));

        Assert.Equal(created, await Streams.FindAsync(Key(ns, "a/\n\U0001F433")));
    }

    [ContractFact]
    public async Task Create_VersionInTheObject_IgnoresIt()
    {
        var created = await Streams.CreateAsync(Stream("shop", "web").Versioned("no number"));

        Assert.True(created.Version() > 0);
    }

    [ContractFact]
    public async Task Create_SameNameAgain_FailsAndKeepsTheFirst()
    {
        var created = await CreateAsync("web");

        Assert.Equal(StoreFailure.AlreadyExists, await GetFailureAsync(Streams.CreateAsync(Stream("shop", "web", "other"))));
        Assert.Equal(created, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Create_SameNameInAnotherNamespace_KeepsBoth()
    {
        var here = await CreateAsync("web", "here");
        var there = await CreateAsync("web", "there");

        Assert.Equal(here, await Streams.FindAsync(Key("here", "web")));
        Assert.Equal(there, await Streams.FindAsync(Key("there", "web")));
    }

    [ContractFact]
    public async Task Write_NoName_IsAnArgumentError()
    {
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Streams.CreateAsync(new ImageStream()));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Streams.UpdateAsync(new ImageStream()));
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Streams.DeleteAsync(Key("shop", "")));
    }

    [ContractFact]
    public async Task Write_EitherKind_ReturnsRisingDecimalVersions()
    {
        var stream = await CreateAsync("web");
        var image = await Store.Images.CreateAsync(Image("sha256:1"));
        var updated = await Streams.UpdateAsync(stream.Noted("new"));
        var noted = await Store.Images.UpdateAsync(image.Noted("new"));
        var deleted = await Streams.DeleteAsync(Key("shop", "web"));

        ApiObject[] written = [stream, image, updated, noted, deleted];
        Assert.All(written, value => Assert.Equal(Text(value.Version()), value.Metadata.ResourceVersion));
        Assert.True(stream.Version() > 0);
        Assert.Equal(written.OrderBy(value => value.Version()), written);
        Assert.Distinct(written.Select(value => value.Version()));
    }

    [ContractFact]
    public async Task Update_CurrentVersion_ReplacesTheObject()
    {
        var created = await CreateAsync("web");

        var updated = await Streams.UpdateAsync(created.Noted("new"));

        Assert.Equal(created.Noted("new"), updated.Versioned(created.Metadata.ResourceVersion));
        Assert.Equal(updated, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Update_NoSuchObject_IsNotFoundWhateverTheVersion()
    {
        Assert.Equal(StoreFailure.NotFound, await GetFailureAsync(Streams.UpdateAsync(Stream("shop", "web"))));
        Assert.Equal(StoreFailure.NotFound, await GetFailureAsync(Streams.UpdateAsync(Stream("shop", "web").Versioned("1"))));
    }

    [ContractTheory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("no number")]
    public async Task Update_NotTheCurrentVersion_IsAConflict(string? version)
    {
        var created = await CreateAsync("web");

        Assert.Equal(StoreFailure.Conflict, await GetFailureAsync(Streams.UpdateAsync(created.Noted("new").Versioned(version))));
        Assert.Equal(created, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Update_FormerVersion_IsAConflictEvenWhenNothingElseDiffers()
    {
        var created = await CreateAsync("web");
        await Streams.UpdateAsync(created.Noted("new"));

        Assert.Equal(StoreFailure.Conflict, await GetFailureAsync(Streams.UpdateAsync(created.Noted("new"))));
    }

    [ContractFact]
    public async Task Update_EqualObject_WritesNothing()
    {
        var created = await CreateAsync("web");

        var updated = await Streams.UpdateAsync(Stream("shop", "web").Versioned(created.Metadata.ResourceVersion));

        Assert.Equal(created, updated);
        Assert.Equal(created, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Delete_Object_ReturnsItWithTheVersionOfItsDeletion()
    {
        var created = await CreateAsync("web");

        var deleted = await Streams.DeleteAsync(Key("shop", "web"));

        Assert.True(deleted.Version() > created.Version());
        Assert.Equal(created, deleted.Versioned(created.Metadata.ResourceVersion));
        Assert.Null(await Streams.FindAsync(Key("shop", "web")));
        Assert.Empty((await Streams.ListAsync(ListQuery.All)).Items);
    }

    [ContractFact]
    public async Task Delete_NoSuchObject_IsNotFoundWhateverThePreconditions()
    {
        var specTag = new DeletePreconditions { Uid = "u", ResourceVersion = "1" };

        Assert.Equal(StoreFailure.NotFound, await GetFailureAsync(Streams.DeleteAsync(Key("shop", "web"))));
        Assert.Equal(StoreFailure.NotFound, await GetFailureAsync(Streams.DeleteAsync(Key("shop", "web"), specTag)));
    }

    [ContractTheory]
    [InlineData("v", null)]
    [InlineData("", null)]
    [InlineData("u", "0")]
    [InlineData(null, "no number")]
    public async Task Delete_PreconditionsThatDoNotHold_IsAConflict(string? uid, string? version)
    {
        var created = await Streams.CreateAsync(Stream("shop", "web").WithUid("u"));
        var specTag = new DeletePreconditions { Uid = uid, ResourceVersion = version };

        Assert.Equal(StoreFailure.Conflict, await GetFailureAsync(Streams.DeleteAsync(Key("shop", "web"), specTag)));
        Assert.Equal(created, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Delete_PreconditionsThatHold_RemovesTheObject()
    {
        var created = await Streams.CreateAsync(Stream("shop", "web").WithUid("u"));
        var specTag = new DeletePreconditions { Uid = "u", ResourceVersion = created.Metadata.ResourceVersion };

        await Streams.DeleteAsync(Key("shop", "web"), specTag);

        Assert.Null(await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Create_NameOfADeletedObject_IsANewObject()
    {
        await CreateAsync("web");
        var deleted = await Streams.DeleteAsync(Key("shop", "web"));

        var again = await CreateAsync("web");

        Assert.True(again.Version() > deleted.Version());
        Assert.Equal(again, await Streams.FindAsync(Key("shop", "web")));
    }

    [ContractFact]
    public async Task Failure_AnyMessage_NamesTheObjectOnOneLine()
    {
        var failure = await Assert.ThrowsAsync<StoreException>(
            async () => await Streams.DeleteAsync(Key("shop", "we\nb")));

        Assert.Contains("shop/we", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [ContractFact]
    public async Task Write_AlreadyCanceled_DoesNothing()
    {
        var created = await CreateAsync("web");
        var canceled = new CancellationToken(canceled: true);

        await AssertCanceled(Streams.CreateAsync(Stream("shop", "other"), canceled));
        await AssertCanceled(Streams.UpdateAsync(created.Noted("new"), canceled));
        await AssertCanceled(Streams.DeleteAsync(Key("shop", "web"), null, canceled));

        Assert.Equal([created], (await Streams.ListAsync(ListQuery.All)).Items);
    }

    private static async Task AssertCanceled<T>(ValueTask<T> answer) =>
        await Assert.ThrowsAnyAsync<OperationCanceledException>(answer.AsTask);
}
