using ImageStreams.Clients;
using ImageStreams.Kubernetes;
using ImageStreams.Serialization;
using ImageStreams.Storage;
using static ImageStreams.Tests.Storage.StoreObjects;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The custom resources of a store, as others see them.</summary>
public sealed class StoredObjectTests : IAsyncLifetime
{
    private ConnectedCluster? _cluster;
    private KubernetesImageStreamStore? _store;

    private IObjectStore<ImageStream> Streams => _store!.Streams;

    private ClusterResource Resources => _cluster!.Connection.GetResource(
        new() { Group = KubernetesStoreOptions.DefaultGroup, Version = "v1", Plural = "imagestreams" });

    public async Task InitializeAsync()
    {
        _cluster = await StoreCluster.StartAsync();
        _store = new KubernetesImageStreamStore(_cluster.Connection);
    }

    public async Task DisposeAsync()
    {
        await _store!.DisposeAsync();
        await _cluster!.DisposeAsync();
    }

    [Theory]
    [InlineData("web", "web")]
    [InlineData("web.v1-2", "web.v1-2")]
    [InlineData("sha256:0a", "sha256-0a")]
    public void Name_OfDnsOrADigest_CanBeRead(string name, string expected) => Assert.Equal(expected, StoredNames.Encode(name));

    /// <summary>No name has the custom resource of another one.</summary>
    [Fact]
    public void Name_OfAnyKind_HasACustomResourceOfItsOwn()
    {
        string[] names = ["web", "Web", "we_b", "we-b", "sha256:0a", "sha256-0a", "sha512:0a", "x-web", "sha256:0:a", "sha256:A", "a:b", StoredNames.Encode("we_b")];
        string[] encoded = [.. names.Select(StoredNames.Encode)];

        Assert.Equal(names.Length, encoded.Distinct().Count());
        Assert.All(encoded, name => Assert.True(StoredNames.IsPlain(name)));
    }

    [Fact]
    public async Task Stream_InTheCluster_LooksLikeAStream()
    {
        var at = Timestamp.Parse("2026-01-02T03:04:05Z", null);
        var tag = new NamedTagEventList { Tag = "1", Items = [new TagEvent { Created = at, Image = "sha256:1" }] };
        var stream = Stream("shop", "web") with { Status = new() { Tags = [tag] } };
        await Streams.CreateAsync(stream.WithUid("u"));

        var seen = await Resources.GetAsync("shop", "web");

        Assert.Contains("sha256:1", seen.UnknownFields["status"].ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"tags":"1","updated":"2026-01-02T03:04:05Z"}""", seen.UnknownFields["summary"].ToString());
        Assert.NotEqual("u", seen.Metadata.Uid);
        Assert.Equal("u", (await Streams.FindAsync(new("shop", "web")))!.Metadata.Uid);
    }

    [Fact]
    public async Task Stream_ThatOthersChange_HasTheirChange()
    {
        var broken = ImageStreamJson.Deserialize<ImageStream>("""{"metadata":{"namespace":"shop","name":"web"},"spec":{"x":{"a":1,"a":2}}}""");
        var created = await Streams.CreateAsync(broken);
        Assert.Equal(broken, created.Versioned(null));

        await Resources.PatchAsync("shop", "web", Patching.ObjectPatch.Merge("""{"spec":{"dockerImageRepository":"quay.io/a/b"}}"""));
        var changed = await Streams.FindAsync(new("shop", "web"));

        Assert.Equal("quay.io/a/b", changed!.Spec.DockerImageRepository);
        Assert.Empty(changed.Spec.UnknownFields);
    }

    [Fact]
    public async Task Stream_ThatOthersCreate_IsAsTheirServerHasIt()
    {
        var document = """{"kind":"ImageStream","apiVersion":"store.imagestreams.sdk/v1","metadata":{"namespace":"shop","name":"web"},"spec":{"tags":[{"name":"1"}]}}""";
        await Resources.CreateAsync(ImageStreamJson.Deserialize<ClusterObject>(document));

        var found = await Streams.FindAsync(new("shop", "web"));

        Assert.Equal(("ImageStream", "image.openshift.io/v1", "1"), (found!.Kind, found.ApiVersion, found.Spec.Tags[0].Name));
        Assert.NotNull(found.Metadata.Uid);
        Assert.Equal(found.Noted("mine").Metadata.Labels, (await Streams.UpdateAsync(found.Noted("mine"))).Metadata.Labels);
    }

    [Fact]
    public async Task Stream_WithFinalizers_IsDeletedAtOnce()
    {
        var stream = Stream("shop", "web");
        await Streams.CreateAsync(stream with { Metadata = stream.Metadata with { Finalizers = ["example.com/wait"] } });

        await Streams.DeleteAsync(new("shop", "web"));

        Assert.Null(await Streams.FindAsync(new("shop", "web")));
    }

    [Fact]
    public async Task Image_LargerThanEtcdKeeps_IsRefusedWithItsSize()
    {
        var large = Image("sha256:1") with { DockerImageManifest = new string('m', 2_000_000) };

        var refused = await Assert.ThrowsAsync<ApiException>(() => _store!.Images.CreateAsync(large).AsTask());

        Assert.Equal(413, refused.Status.Code);
        Assert.Contains("'sha256:1' has 2000", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stream_WithAValueThatNoEngineWrites_IsRefusedByTheCluster()
    {
        var document = """{"kind":"ImageStream","apiVersion":"store.imagestreams.sdk/v1","metadata":{"namespace":"shop","name":"web"},"spec":{"tags":[{"name":"1","referencePolicy":{"type":"Remote"}}]}}""";

        var refused = await Assert.ThrowsAsync<ApiException>(() => Resources.CreateAsync(ImageStreamJson.Deserialize<ClusterObject>(document)));

        Assert.Equal(ApiFailure.Invalid, refused.Reason);
    }

    [Fact]
    public void Definition_OfStreams_KnowsTheValuesAndTheKeysOfTags()
    {
        var definition = ImageStreamDefinitions.Create(KubernetesStoreOptions.DefaultGroup)[0];

        var version = definition.UnknownFields["spec"].ToJsonElement().GetProperty("versions")[0];
        var spec = version.GetProperty("schema").GetProperty("openAPIV3Schema").GetProperty("properties").GetProperty("spec");
        var tags = spec.GetProperty("properties").GetProperty("tags");
        var policy = tags.GetProperty("items").GetProperty("properties").GetProperty("referencePolicy").GetProperty("properties").GetProperty("type");

        Assert.Equal("map", tags.GetProperty("x-kubernetes-list-type").GetString());
        Assert.Equal("[\"name\"]", tags.GetProperty("x-kubernetes-list-map-keys").GetRawText());
        Assert.Equal("[\"name\"]", tags.GetProperty("items").GetProperty("required").GetRawText());
        Assert.Equal("[\"\",\"Local\",\"Source\"]", policy.GetProperty("enum").GetRawText());
    }
}
