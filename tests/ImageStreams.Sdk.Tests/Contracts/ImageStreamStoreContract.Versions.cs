using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Contracts;

public abstract partial class ImageStreamStoreContract
{
    [ContractFact]
    public async Task List_AtAVersion_ShowsTheStateThen()
    {
        var first = await CreateAsync("a");
        await CreateAsync("b");

        var page = await Streams.ListAsync(new ListQuery { ResourceVersion = first.Metadata.ResourceVersion });

        Assert.Equal(["a"], Names(page));
        Assert.Equal(first.Metadata.ResourceVersion, page.ResourceVersion);
    }

    [ContractFact]
    public async Task List_PagesAtAVersion_ShowTheStateThen()
    {
        await CreateAllAsync("a", "b");
        var last = await CreateAsync("c");
        await Streams.DeleteAsync(Key("shop", "c"));

        var first = await Streams.ListAsync(new ListQuery { ResourceVersion = last.Metadata.ResourceVersion, Limit = 2 });
        var second = await Streams.ListAsync(new ListQuery { Limit = 2, Continue = first.Continue });

        Assert.Equal(["a", "b", "c"], [.. Names(first), .. Names(second)]);
        Assert.Equal(first.ResourceVersion, second.ResourceVersion);
    }

    [ContractFact]
    public async Task List_AtAVersionToCome_Fails()
    {
        var version = Number((await Streams.ListAsync(ListQuery.All)).ResourceVersion) + 1000;

        var failure = await GetFailureAsync(Streams.ListAsync(new ListQuery { ResourceVersion = $"{version}" }));

        Assert.Equal(StoreFailure.InvalidResourceVersion, failure);
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task List_AtNoVersion_Fails(string version) => Assert.Equal(
        StoreFailure.InvalidResourceVersion, await GetFailureAsync(Streams.ListAsync(new ListQuery { ResourceVersion = version })));

    [ContractFact]
    public async Task List_AtAVersionThatIsForgotten_IsExpired()
    {
        var first = await CreateAsync("a");
        await ForgetAsync();

        var failure = await GetFailureAsync(Streams.ListAsync(new ListQuery { ResourceVersion = first.Metadata.ResourceVersion }));

        Assert.Equal(StoreFailure.Expired, failure);
    }

    [ContractFact]
    public async Task List_ExpiredPage_GoesOnWithTheLatestState()
    {
        await CreateAllAsync("a", "b", "c");
        var first = await Streams.ListAsync(new ListQuery { Namespace = "shop", Limit = 1 });
        await ForgetAsync();
        await Streams.DeleteAsync(Key("shop", "b"));

        var expired = await Assert.ThrowsAsync<StoreException>(
            () => Streams.ListAsync(new ListQuery { Namespace = "shop", Continue = first.Continue }).AsTask());
        var rest = await Streams.ListAsync(new ListQuery { Namespace = "shop", Continue = expired.Continue });

        Assert.Equal(StoreFailure.Expired, expired.Reason);
        Assert.Equal(["c"], Names(rest));
        Assert.True(Number(rest.ResourceVersion) > Number(first.ResourceVersion));
    }
}
