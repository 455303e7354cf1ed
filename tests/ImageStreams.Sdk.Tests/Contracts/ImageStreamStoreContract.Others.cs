using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Contracts;

/// <summary>The other objects of a cluster, by their resource.</summary>
public abstract partial class ImageStreamStoreContract
{
    private const string EveryFieldOfAnother =
        """{"kind":"Deployment","apiVersion":"apps/v1","metadata":{"name":"web","namespace":"shop","generation":3,"m":1e400},"spec":{"replicas":-0.0,"template":{"a":["<",null,{"b":1,"b":2}]}},"status":{},"data":null,"x":"\u003c\u2028"}""";

    private IObjectStore<ClusterObject> Deployments => Others(Store, OtherResource);

    private IObjectStore<ClusterObject> Secrets => Others(Store, "secrets");

    [ContractFact]
    public async Task Others_EveryKindOfField_IsTheSameForAnotherStoreObject()
    {
        var value = KeepsOthersAsTheyAre ? ImageStreamJson.Deserialize<ClusterObject>(EveryFieldOfAnother) : Other("shop", "web");

        await AssertSharedAsync(Deployments, Others(Another, OtherResource), value, seen => seen.Noted("new"));
    }

    [ContractFact]
    public async Task Others_WritesOfAllKinds_CountTheirVersionsTogether()
    {
        var stream = await CreateAsync("web");
        var deployment = await Deployments.CreateAsync(Other("shop", "web"));
        var secret = await Secrets.CreateAsync(Other("shop", "web"));
        var image = await Store.Images.CreateAsync(Image("sha256:1"));
        long[] versions = [stream.Version(), deployment.Version(), secret.Version(), image.Version()];

        Assert.Equal(versions.Order().Distinct(), versions);
        Assert.Equal(image.Metadata.ResourceVersion, (await Deployments.ListAsync(ListQuery.All)).ResourceVersion);
    }

    [ContractFact]
    public async Task Others_SameNameInTwoResources_AreTwoObjects()
    {
        var deployment = await Deployments.CreateAsync(Other("shop", "web"));
        await Secrets.CreateAsync(Other("shop", "web", "secret"));
        await Secrets.DeleteAsync(Key("shop", "web"));

        Assert.Equal(deployment, await Deployments.FindAsync(Key("shop", "web")));
        Assert.Null(await Secrets.FindAsync(Key("shop", "web")));
        Assert.Equal(deployment, Assert.Single((await Deployments.ListAsync(new() { Namespace = "shop" })).Items));
        Assert.Empty((await Others(Store, "deployments.other").ListAsync(ListQuery.All)).Items);
    }

    /// <summary>A watch reports its own resource alone, live and from an earlier version.</summary>
    [ContractFact]
    public async Task Others_Watch_ReportsOneResource()
    {
        var stream = await CreateAsync("web");
        var from = new WatchQuery { ResourceVersion = stream.Metadata.ResourceVersion };
        await using var live = new WatchProbe<ClusterObject>(Deployments, from);
        live.Begin();
        await Secrets.CreateAsync(Other("shop", "a"));
        var deployment = await Deployments.CreateAsync(Other("shop", "b"));
        await Secrets.CreateAsync(Other("shop", "c"));
        var updated = await Deployments.UpdateAsync(deployment.Noted("new"));
        await using var late = new WatchProbe<ClusterObject>(Deployments, from);

        Assert.Equal([deployment, updated], (await live.NextAsync(2)).Select(seen => seen.Subject()!));
        Assert.Equal([deployment, updated], (await late.NextAsync(2)).Select(seen => seen.Subject()!));
    }

    [ContractFact]
    public async Task Others_TokenOfAnotherResource_IsRefused()
    {
        await Deployments.CreateAsync(Other("shop", "a"));
        await Deployments.CreateAsync(Other("shop", "b"));
        await Secrets.CreateAsync(Other("shop", "a"));
        await Secrets.CreateAsync(Other("shop", "b"));
        var page = await Deployments.ListAsync(new() { Limit = 1 });

        Assert.Equal("b", Assert.Single((await Deployments.ListAsync(new() { Continue = page.Continue })).Items).Name);
        Assert.Equal(
            StoreFailure.InvalidContinue, await GetFailureAsync(Secrets.ListAsync(new() { Continue = page.Continue })));
    }

    [ContractFact]
    public async Task Others_UpdateWithoutAChange_KeepsTheVersion()
    {
        var created = await Deployments.CreateAsync(Other("shop", "web"));
        await Deployments.UpdateAsync(created.Noted("1"));

        Assert.Equal(StoreFailure.Conflict, await GetFailureAsync(Deployments.UpdateAsync(created.Noted("2"))));
        var current = await Deployments.FindAsync(Key("shop", "web"));
        Assert.Equal(current!.Version(), (await Deployments.UpdateAsync(current!)).Version());
    }

    private static IObjectStore<ClusterObject> Others(IImageStreamStore store, string resource) =>
        ((IClusterObjectStore)store).GetObjects(resource);
}
