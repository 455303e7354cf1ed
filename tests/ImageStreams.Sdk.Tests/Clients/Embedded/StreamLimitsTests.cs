using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Storage;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Clients;

public sealed class StreamLimitsTests
{
    [Fact]
    public async Task Create_WithMoreSourcesThanAllowed_IsForbidden()
    {
        using var engine = CreateEngine(new StreamLimitOptions { MaxTags = 1 });

        var failure = await Assert.ThrowsAsync<ApiException>(() => engine.Client.Streams.CreateAsync(Create("app", "a/b:1", "a/b:2")));

        Assert.Equal(ApiFailure.Forbidden, failure.Reason);
        Assert.EndsWith(
            "requested usage of openshift.io/image-tags exceeds the maximum limit per openshift.io/ImageStream (2 > 1)",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_WithOneSourceUnderTwoNames_CountsItOnce()
    {
        using var engine = CreateEngine(new StreamLimitOptions { MaxTags = 1 });

        var created = await engine.Client.Streams.CreateAsync(Create("app", "busybox", "docker.io/library/busybox:latest"));

        Assert.Equal(2, created.Spec.Tags.Count);
    }

    [Fact]
    public async Task Update_ThatAddsNothing_IsAllowedBeyondTheLimit()
    {
        using var engine = CreateEngine(new StreamLimitOptions { Namespace = Namespace, MaxTags = 1 });
        var key = new ObjectKey(Namespace, "app");
        await engine.Store.Streams.CreateAsync(Create("app", "a/b:1", "a/b:2"));
        var stored = (await engine.Store.Streams.FindAsync(key))!;

        var labels = ValueMap.Create<string>([new("a", "b")]);
        var updated = await engine.Client.Streams.UpdateAsync(stored with { Metadata = stored.Metadata with { Labels = labels } });

        Assert.Equal("b", updated.Metadata.Labels["a"]);
    }

    [Fact]
    public async Task Create_BeyondTheQuota_IsForbidden()
    {
        using var engine = CreateEngine(new StreamLimitOptions { Name = "few", MaxStreams = 1 });
        await engine.Client.Streams.CreateAsync(Create("a"));

        var failure = await Assert.ThrowsAsync<ApiException>(() => engine.Client.Streams.CreateAsync(Create("b")));

        Assert.EndsWith(
            "exceeded quota: few, requested: openshift.io/imagestreams=1, used: openshift.io/imagestreams=1, limited: openshift.io/imagestreams=1",
            failure.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Create_AtTheSameTime_StaysWithinTheQuota()
    {
        using var engine = CreateEngine(new StreamLimitOptions { MaxStreams = 3 });

        var attempts = await Task.WhenAll(Enumerable.Range(0, 40).Select(number => Task.Run(() => TryCreateAsync(engine.Client, $"s{number}"))));

        Assert.Equal(3, attempts.Count(static isCreated => isCreated));
    }

    private static async Task<bool> TryCreateAsync(IImageStreamClient client, string name)
    {
        try
        {
            await client.Streams.CreateAsync(Create(name));
            return true;
        }
        catch (ApiException e) when (e.Reason == ApiFailure.Forbidden)
        {
            return false;
        }
    }

    [Fact]
    public async Task Create_InAnotherNamespace_IsNotLimited()
    {
        using var engine = CreateEngine(new StreamLimitOptions { Namespace = "other", MaxStreams = 0 });

        Assert.Equal("a", (await engine.Client.Streams.CreateAsync(Create("a"))).Name);
    }

    private static EmbeddedEngine CreateEngine(StreamLimitOptions limits) => new(options => options.StreamLimits.Add(limits));

    private static ImageStream Create(string name, params string[] images) =>
        AStream(name, [.. images.Select(static (image, index) => FromRegistry($"{index}", image))]);
}
