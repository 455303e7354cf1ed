using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Contracts;

public abstract partial class ImageStreamStoreContract
{
    [ContractFact]
    public async Task Find_NoSuchObject_IsNull()
    {
        await CreateAsync("web", "other");

        Assert.Null(await Streams.FindAsync(Key("shop", "web")));
        Assert.Null(await Store.Images.FindAsync(Key("", "web")));
    }

    [ContractFact]
    public async Task Find_NoName_IsAnArgumentError() =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Streams.FindAsync(Key("shop", "")));

    [ContractFact]
    public async Task Find_Image_NeedsNoNamespace()
    {
        var created = await Store.Images.CreateAsync(Image("sha256:1"));

        Assert.Equal(created, await Store.Images.FindAsync(Key("", "sha256:1")));
    }

    [ContractFact]
    public async Task Read_AlreadyCanceled_IsCanceled()
    {
        var canceled = new CancellationToken(canceled: true);

        await AssertCanceled(Streams.FindAsync(Key("shop", "web"), canceled));
        await AssertCanceled(Streams.ListAsync(ListQuery.All, canceled));
    }

    [ContractFact]
    public async Task List_EmptyStore_IsOneEmptyPageWithAVersion()
    {
        var page = await Streams.ListAsync(ListQuery.All);

        Assert.Empty(page.Items);
        Assert.Null(page.Continue);
        Assert.True(Number(page.ResourceVersion) > 0);
    }

    [ContractFact]
    public async Task List_AfterAWrite_ShowsItAndItsVersion()
    {
        var created = await CreateAsync("web");

        var page = await Streams.ListAsync(ListQuery.All);

        Assert.Equal([created], page.Items);
        Assert.True(Number(page.ResourceVersion) >= created.Version());
    }

    [ContractFact]
    public async Task List_AnyNames_AreOrderedByNamespaceAndNameInUtf8()
    {
        (string Namespace, string Name)[] ordered =
        [
            ("a", "a"), ("a", "a-"), ("a", "a0"), ("a", "aa"), ("a", "b"), ("a-", "0"), ("a-b", "z"), ("aa", "a"),
            ("b", "Z"), ("b", "a"), ("b", "\u00E9"), ("b", "\uFF21"), ("b", "\U0001F433"), ("b", "\U0001F433x"),
        ];
        ordered = [.. ordered.Where(key => HasAnyNamespace || key.Namespace != "a-")];
        foreach (var (ns, name) in ordered.OrderBy(key => key.Name.Length).Reverse())
        {
            await CreateAsync(name, ns);
        }

        var page = await Streams.ListAsync(ListQuery.All);

        Assert.Equal(ordered, page.Items.Select(stream => (stream.Metadata.Namespace!, stream.Metadata.Name!)));
    }

    [ContractFact]
    public async Task List_OneNamespace_ShowsNoOther()
    {
        await CreateAllAsync("a", "b");
        await CreateAsync("c", "shop-2");
        await CreateAsync("d", "sho");

        Assert.Equal(["a", "b"], Names(await Streams.ListAsync(new() { Namespace = "shop" })));
        Assert.Empty(Names(await Streams.ListAsync(new() { Namespace = "none" })));
        Assert.Empty(Names(await Streams.ListAsync(new() { Namespace = "" })));
    }

    [ContractFact]
    public async Task List_NegativeLimit_IsAnArgumentError() => await Assert.ThrowsAsync<ArgumentOutOfRangeException>(
        async () => await Streams.ListAsync(new() { Limit = -1 }));

    [ContractTheory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(6)]
    public async Task List_InPages_ShowsEachObjectOnceOnFullPages(int limit)
    {
        string[] names = ["a", "b", "c", "d", "e"];
        await CreateAllAsync(names);
        await CreateAsync("z", "another");

        var pages = await PagesAsync(new() { Namespace = "shop", Limit = limit });

        Assert.Equal(names.Chunk(limit), pages.Select(Names));
        Assert.Single(pages.Select(page => page.ResourceVersion).Distinct());
        Assert.All(pages, AssertCounts);
    }

    [ContractFact]
    public async Task List_LimitThatAllObjectsFill_IsTheLastPage()
    {
        await CreateAllAsync("a", "b");

        Assert.Null((await Streams.ListAsync(new() { Limit = 2 })).Continue);
    }

    [ContractFact]
    public async Task List_PagesWithOtherLimits_GoOnWhereTheLastEnded()
    {
        await CreateAllAsync("a", "b", "c", "d");

        var first = await Streams.ListAsync(new() { Limit = 1 });
        var second = await Streams.ListAsync(new() { Limit = 2, Continue = first.Continue });
        var rest = await Streams.ListAsync(new() { Continue = second.Continue });

        Assert.Equal(["b", "c"], Names(second));
        Assert.Equal(["d"], Names(rest));
    }

    [ContractFact]
    public async Task List_WritesBetweenPages_ShowTheStateOfTheFirstPage()
    {
        await CreateAllAsync("a", "c", "e");
        var first = await Streams.ListAsync(new() { Limit = 1 });

        await CreateAllAsync("b", "f");
        await Streams.DeleteAsync(Key("shop", "a"));
        await Streams.UpdateAsync((await Streams.FindAsync(Key("shop", "e")))!.Noted("new"));
        var rest = await Streams.ListAsync(new() { Continue = first.Continue });

        Assert.Equal(["c", "e"], Names(rest));
        Assert.Empty(rest.Items[1].Metadata.Labels);
        Assert.Equal(first.ResourceVersion, rest.ResourceVersion);
    }

    [ContractFact]
    public async Task List_SamePageTwice_ShowsTheSame()
    {
        await CreateAllAsync("a", "b", "c");
        var next = (await Streams.ListAsync(new() { Limit = 1 })).Continue;

        Assert.Equal(
            await Streams.ListAsync(new() { Limit = 1, Continue = next }),
            await Streams.ListAsync(new() { Limit = 1, Continue = next }));
    }

    [ContractFact]
    public async Task List_StateIsForgotten_IsExpired()
    {
        await CreateAllAsync("a", "b");
        var first = await Streams.ListAsync(new() { Limit = 1 });

        await ForgetAsync();

        Assert.Equal(StoreFailure.Expired, await GetFailureAsync(Streams.ListAsync(new() { Continue = first.Continue })));
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("\u0661\u0662\U0001F433\0")]
    [InlineData("eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhXHUwMDAwIn0")]
    public async Task List_TextThatIsNoToken_IsInvalid(string token)
    {
        await CreateAllAsync("a", "b");

        Assert.Equal(StoreFailure.InvalidContinue, await GetFailureAsync(Streams.ListAsync(new() { Continue = token })));
        Assert.Equal(
            StoreFailure.InvalidContinue,
            await GetFailureAsync(Streams.ListAsync(new() { Continue = string.Concat(Enumerable.Repeat(token + "A", 10_000)) })));
    }

    [ContractFact]
    public async Task List_TokenWithOneCharacterChanged_IsInvalid()
    {
        await CreateAllAsync("a", "b");
        var token = (await Streams.ListAsync(new() { Limit = 1 })).Continue!;

        for (var i = 0; i < token.Length; i++)
        {
            var changed = token[..i] + (token[i] == 'B' ? 'C' : 'B') + token[(i + 1)..];
            Assert.Equal(StoreFailure.InvalidContinue, await GetFailureAsync(Streams.ListAsync(new() { Continue = changed })));
        }
    }

    [ContractFact]
    public async Task List_TokenOfAnotherList_IsInvalid()
    {
        await CreateAllAsync("a", "b");
        var token = (await Streams.ListAsync(new() { Limit = 1 })).Continue;

        Assert.Equal(StoreFailure.InvalidContinue, await GetFailureAsync(Streams.ListAsync(new() { Namespace = "shop", Continue = token })));
        Assert.Equal(StoreFailure.InvalidContinue, await GetFailureAsync(Store.Images.ListAsync(new() { Continue = token })));
    }

    private static void AssertCounts(StorePage<ImageStream> page)
    {
        var seen = 5 - (page.Remaining ?? 0);
        Assert.True(page.Remaining is null || page.Items[^1].Metadata.Name == "abcde"[(int)seen - 1].ToString());
    }

    private async Task<List<StorePage<ImageStream>>> PagesAsync(ListQuery query)
    {
        var pages = new List<StorePage<ImageStream>> { await Streams.ListAsync(query) };
        while (pages[^1].Continue is { } next)
        {
            pages.Add(await Streams.ListAsync(query with { Continue = next }));
        }

        return pages;
    }
}
