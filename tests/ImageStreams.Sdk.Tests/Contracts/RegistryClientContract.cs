using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Contracts;

/// <summary>The contract of every <see cref="IRegistryClient"/>.</summary>
public abstract class RegistryClientContract : IAsyncLifetime, IDisposable
{
    private static readonly SyntheticImage Image = SyntheticImage.Create("contract").WithLabel("a", "b");
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));

    protected abstract IRegistryClient Client { get; }

    protected CancellationToken Limit => _limit.Token;

    public virtual Task InitializeAsync() => Task.CompletedTask;

    public virtual Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected abstract Task<Digest> PushAsync(string name, SyntheticArtifact artifact);

    protected abstract RegistryRepository Repository(string name);

    [ContractFact]
    public async Task Resolve_Tag_GivesDigestMediaTypeAndSize()
    {
        await PushAsync("contract/app:1", Image);

        var resolved = await Client.ResolveAsync(Repository("contract/app"), "1", Limit);

        Assert.Equal(Image.Digest, resolved.Descriptor.Digest);
        Assert.Equal(MediaTypes.DockerSchema2, resolved.Descriptor.MediaType);
        Assert.Equal(Image.Manifest.Length, resolved.Descriptor.Size);
    }

    [ContractFact]
    public async Task Resolve_Digest_GivesTheSame()
    {
        await PushAsync("contract/app:1", Image);

        var resolved = await Client.ResolveAsync(Repository("contract/app"), Image.Digest.ToString(), Limit);

        Assert.Equal(Image.Digest, resolved.Descriptor.Digest);
    }

    [ContractFact]
    public async Task Resolve_AnyAnswer_NamesItsSource()
    {
        await PushAsync("contract/app:1", Image);
        var repository = Repository("contract/app");

        var resolved = await Client.ResolveAsync(repository, "1", Limit);

        Assert.Equal(repository.Registry, resolved.Source.Registry);
        Assert.Equal("contract/app", resolved.Source.Repository);
        Assert.False(resolved.Source.IsMirror);
    }

    [ContractFact]
    public async Task Resolve_TagMoved_GivesTheNewDigest()
    {
        await PushAsync("contract/moving:1", Image);
        await Client.ResolveAsync(Repository("contract/moving"), "1", Limit);
        var next = await PushAsync("contract/moving:1", Image.WithLabel("a", "c"));

        var resolved = await Client.ResolveAsync(Repository("contract/moving"), "1", Limit);

        Assert.Equal(next, resolved.Descriptor.Digest);
    }

    [ContractFact]
    public async Task Resolve_UnknownTag_IsManifestNotFound()
    {
        await PushAsync("contract/app:1", Image);

        await FailsAsync(RegistryFailure.ManifestNotFound, () => Client.ResolveAsync(Repository("contract/app"), "none", Limit));
    }

    [ContractTheory]
    [InlineData("")]
    [InlineData("../1")]
    [InlineData("a b")]
    [InlineData("-a")]
    [InlineData("sha256:abc")]
    [InlineData("a?b=c")]
    public async Task Resolve_NeitherTagNorDigest_IsAnArgumentError(string text) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Client.ResolveAsync(Repository("contract/app"), text, Limit));

    [ContractTheory]
    [InlineData(false, MediaTypes.DockerSchema2)]
    [InlineData(true, MediaTypes.OciManifest)]
    public async Task GetManifest_Image_ReturnsItsBytes(bool isOci, string mediaType)
    {
        var image = isOci ? Image.AsOci() : Image;
        await PushAsync("contract/formats:1", image);

        var manifest = await Client.GetManifestAsync(Repository("contract/formats"), "1", Limit);

        Assert.Equal(mediaType, manifest.MediaType);
        Assert.Equal(image.Digest, manifest.Digest);
        Assert.Equal(image.Manifest.ToArray(), manifest.Content.ToArray());
    }

    [ContractTheory]
    [InlineData(false, MediaTypes.DockerManifestList)]
    [InlineData(true, MediaTypes.OciIndex)]
    public async Task GetManifest_Index_ReturnsItsBytes(bool isOci, string mediaType)
    {
        var index = SyntheticIndex.ForPlatforms(Image, "linux/amd64", "linux/arm64");
        index = isOci ? index : index.AsDocker();
        await PushAsync("contract/multi:1", index);

        var manifest = await Client.GetManifestAsync(Repository("contract/multi"), "1", Limit);

        Assert.Equal(mediaType, manifest.MediaType);
        Assert.Equal(index.Manifest.ToArray(), manifest.Content.ToArray());
    }

    [ContractFact]
    public async Task GetManifest_Digest_ReturnsThatManifest()
    {
        await PushAsync("contract/app:1", Image);

        var manifest = await Client.GetManifestAsync(Repository("contract/app"), Image.Digest, Limit);

        Assert.Equal(Image.Manifest.ToArray(), manifest.Content.ToArray());
    }

    [ContractFact]
    public async Task GetManifest_UnknownTag_IsManifestNotFound()
    {
        await PushAsync("contract/app:1", Image);

        var exception = await FailsAsync(
            RegistryFailure.ManifestNotFound, () => Client.GetManifestAsync(Repository("contract/app"), "none", Limit));

        Assert.Equal("MANIFEST_UNKNOWN", exception.Errors[0].Code);
        Assert.False(exception.IsTransient);
    }

    [ContractFact]
    public async Task ListTags_UnknownRepository_IsRepositoryNotFound() =>
        await FailsAsync(RegistryFailure.RepositoryNotFound, () => ListTagsAsync("contract/nothing"));

    [ContractFact]
    public async Task ListTags_Tags_ReturnsThemAll()
    {
        foreach (var tag in new[] { "3.8", "3.10", "latest", "3.9" })
        {
            await PushAsync($"contract/tags:{tag}", Image);
        }

        var tags = await ListTagsAsync("contract/tags");

        Assert.Equal(["3.10", "3.8", "3.9", "latest"], tags.Order(StringComparer.Ordinal));
    }

    [ContractFact]
    public async Task GetBlob_Configuration_ReturnsItsBytes()
    {
        await PushAsync("contract/app:1", Image);

        var blob = await Client.GetBlobAsync(Repository("contract/app"), Image.Configuration.Digest, Limit);

        Assert.Equal(Image.Configuration.Content.ToArray(), blob.Content.ToArray());
    }

    [ContractFact]
    public async Task GetBlob_Unknown_IsBlobNotFound()
    {
        await PushAsync("contract/app:1", Image);

        await FailsAsync(
            RegistryFailure.BlobNotFound,
            () => Client.GetBlobAsync(Repository("contract/app"), Digest.Sha256("none"u8), Limit));
    }

    [ContractFact]
    public async Task OpenBlob_Layer_StreamsItsBytes()
    {
        await PushAsync("contract/app:1", Image);
        var layer = Image.Blobs[1];

        await using var stream = await Client.OpenBlobAsync(Repository("contract/app"), layer.Digest, Limit);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, Limit);

        Assert.Equal(layer.Content.ToArray(), content.ToArray());
        Assert.Equal(layer.Content.Length, stream.AnnouncedLength);
    }

    [ContractFact]
    public async Task ListReferrers_NoReferrers_IsEmpty()
    {
        await PushAsync("contract/app:1", Image);

        Assert.Empty(await ListReferrersAsync("contract/app", Image.Digest));
    }

    [ContractFact]
    public async Task GetManifest_Canceled_IsNotWrapped()
    {
        using var canceled = new CancellationTokenSource();
        await canceled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => Client.GetManifestAsync(Repository("contract/app"), "1", canceled.Token));
    }

    [ContractFact]
    public async Task GetManifest_ManyCallersAtOnce_AllSucceed()
    {
        await PushAsync("contract/app:1", Image);

        var manifests = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(_ => Client.GetManifestAsync(Repository("contract/app"), "1", Limit)));

        Assert.All(manifests, manifest => Assert.Equal(Image.Digest, manifest.Digest));
    }

    protected virtual void Dispose(bool disposing) => _limit.Dispose();

    protected async Task<List<string>> ListTagsAsync(string name)
    {
        var tags = new List<string>();
        await foreach (var tag in Client.ListTagsAsync(Repository(name), Limit))
        {
            tags.Add(tag.Name);
        }

        return tags;
    }

    protected async Task<List<RegistryReferrer>> ListReferrersAsync(string name, Digest subject, string? artifactType = null)
    {
        var referrers = new List<RegistryReferrer>();
        await foreach (var referrer in Client.ListReferrersAsync(Repository(name), subject, artifactType, Limit))
        {
            referrers.Add(referrer);
        }

        return referrers;
    }

    private static async Task<RegistryException> FailsAsync(RegistryFailure failure, Func<Task> call)
    {
        var exception = await Assert.ThrowsAsync<RegistryException>(call);
        Assert.Equal(failure, exception.Reason);
        return exception;
    }
}
