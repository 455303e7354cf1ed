using ImageStreams.Collections;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using ImageStreams.Tests.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Contracts;

public abstract partial class ImageStreamStoreContract
{
    private const string EveryKindOfField =
        """{"kind":"ImageStream","apiVersion":"image.openshift.io/v1","metadata":{"name":"web","namespace":"shop","generation":3,"creationTimestamp":"2026-01-02T03:04:05Z","annotations":{"é<":"\u0000\u2028"},"managedFields":[{"manager":"a","fieldsV1":{"f:b":{},"f:a":{}}}],"m":1e400},"spec":{"lookupPolicy":{"local":true,"l":[]},"tags":[{"name":"a","annotations":{"b":"1","a":"2"},"from":{"kind":"DockerImage","name":"quay.io/a/b","k":-0.0},"generation":2,"importPolicy":{"scheduled":true,"i":"x"},"referencePolicy":{"type":"Local","r":null},"t":{}}],"s":true},"status":{"dockerImageRepository":"r","tags":[{"tag":"a","items":[{"created":"2026-01-02T03:04:05Z","dockerImageReference":"q","image":"sha256:1","generation":2,"e":"\u003c"}],"conditions":[{"type":"ImportSuccess","status":"False","lastTransitionTime":null,"generation":2}],"h":[1,2]}],"u":{"b":1,"a":2}},"x":[{"a":1,"a":2}]}""";

    private const string EveryKindOfImageField =
        """{"metadata":{"name":"sha256:1","m":0.10},"dockerImageReference":"q@sha256:1","dockerImageMetadata":{"kind":"DockerImage","Id":"<","Config":{"Env":["b","a"]}},"dockerImageMetadataVersion":"1.0","dockerImageManifest":"{ }\n","dockerImageLayers":[{"name":"sha256:2","size":7,"mediaType":"m","l":1}],"signatures":[{"metadata":{},"type":"atomic","content":"AAH/"}],"dockerImageSignatures":["AAE="],"x":"\ud83d\ude00"}""";

    /// <summary>What a store has in memory is what another one reads: the same fields, known or not, in the same text.</summary>
    [ContractFact]
    public async Task Write_StreamWithEveryKindOfField_IsTheSameForAnotherStoreObject()
    {
        var stream = ImageStreamJson.Deserialize<ImageStream>(EveryKindOfField);

        await AssertSharedAsync(Streams, Another.Streams, stream, seen => seen.Noted("new"));
    }

    [ContractFact]
    public async Task Write_ImageWithEveryKindOfField_IsTheSameForAnotherStoreObject()
    {
        var image = ImageStreamJson.Deserialize<Image>(EveryKindOfImageField);

        await AssertSharedAsync(Store.Images, Another.Images, image, seen => seen.Noted("<é"));
    }

    /// <summary>The API leaves empty texts out, so that they cannot be told from none when they are read.</summary>
    [ContractFact]
    public async Task Write_EmptyTexts_AreTheSameForAnotherStoreObject()
    {
        var stream = Stream("shop", "web") with { Spec = new() { DockerImageRepository = "" }, ApiVersion = "" };
        var image = Image("sha256:1") with { DockerImageReference = "", DockerImageMetadata = RawJson.Parse("\"<\"") };

        await AssertSharedAsync(Streams, Another.Streams, stream, seen => seen.Noted("new"));
        await AssertSharedAsync(Store.Images, Another.Images, image, seen => seen.Noted("new"));
    }

    private static async Task AssertSharedAsync<T>(
        IObjectStore<T> store, IObjectStore<T> another, T value, Func<T, T> change)
        where T : ApiObject, IWireObject<T>
    {
        var created = await store.CreateAsync(value);
        var updated = await store.UpdateAsync(change(created));
        var query = new WatchQuery { ResourceVersion = Text(created.Version() - 1) };
        await using var mine = new WatchProbe<T>(store, query);
        await using var theirs = new WatchProbe<T>(another, query);

        T?[] found = [await store.FindAsync(ObjectKey.FromObject(value)), await another.FindAsync(ObjectKey.FromObject(value))];
        T[] listed = [.. (await store.ListAsync(ListQuery.All)).Items, .. (await another.ListAsync(ListQuery.All)).Items];
        T?[] reads = [.. found, .. listed];
        Assert.All(reads, read => Assert.Equal(updated, read));
        Assert.All(reads, read => Assert.Equal(ImageStreamJson.Serialize(updated), ImageStreamJson.Serialize(read!)));
        var reported = await mine.NextAsync(2);
        Assert.Equal(reported, await theirs.NextAsync(2));
        Assert.Equal([created, updated], reported.Select(seen => seen.Subject()!));
    }
}
