using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class ListTests
{
    private const string SignatureType = "application/vnd.example.signature";
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "library/app" };
    private static readonly SyntheticImage Image = SyntheticImage.Create().AsOci();
    private static readonly SyntheticImage Signature =
        SyntheticImage.Create("signature").WithSubject(Image, SignatureType).WithAnnotation("by", "me");

    [Theory]
    [InlineData("</v2/library/app/tags/list?last=a>; rel=\"next\"")]
    [InlineData("<list?last=a>;rel=next")]
    [InlineData("<?last=a> ; REL = \"prev next\" ; title=\"a,b;c\"")]
    [InlineData("<https://registry.example/v2/library/app/tags/list?last=a>; rel=\"next\"")]
    [InlineData("<http://registry.example/v2/library/app/tags/list?last=a>; rel=\"next\"")]
    [InlineData("</x>; rel=\"first\", </v2/library/app/tags/list?last=a>; flag; rel=\"next\"")]
    public async Task ListTags_Link_LeadsToTheNextPage(string link)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Query == "?last=a"
            ? Reply.Json("{\"tags\":[\"b\"]}")
            : Reply.Json("{\"tags\":[\"a\"]}").With("Link", link));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        Assert.Equal(["a", "b"], await ListTagsAsync(client));
        Assert.All(handler.Sent, sent => Assert.Equal("https", sent.Uri.Scheme));
    }

    [Theory]
    [InlineData("{\"tags\":null}")]
    [InlineData("{\"name\":\"library/app\"}")]
    [InlineData("{\"tags\":[]}")]
    public async Task ListTags_NoTags_IsEmpty(string body)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json(body).With("Link", "</x>; rel=\"first\""));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        Assert.Empty(await ListTagsAsync(client));
    }

    [Fact]
    public async Task ListTags_CallerStops_NextPageIsNotRequested()
    {
        using var registry = new InMemoryRegistry { TagPageSize = 1 };
        registry.Push("library/app:a", Image);
        registry.Push("library/app:b", Image);

        await foreach (var tag in registry.ListTagsAsync(Repository))
        {
            Assert.Equal("a", tag.Name);
            break;
        }

        Assert.Single(registry.Requests);
    }

    [Fact]
    public async Task ListTags_PageSize_IsRequested()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("library/app:a", Image);
        using var client = registry.CreateClient(new RegistryClientOptions { PageSize = 7 });

        await ListTagsAsync(client);

        Assert.Equal("?n=7", registry.Requests[0].Query);
    }

    [Fact]
    public async Task ListReferrers_Api_GivesTypeAndAnnotations()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("library/app:1", Image);
        registry.Push("library/app", Signature);

        var referrer = Assert.Single(await ListReferrersAsync(registry, artifactType: null));

        Assert.Equal(Signature.Digest, referrer.Descriptor.Digest);
        Assert.Equal(SignatureType, referrer.ArtifactType);
        Assert.Equal("me", referrer.Annotations["by"]);
    }

    [Fact]
    public async Task ListReferrers_OtherType_IsLeftOut()
    {
        using var registry = new InMemoryRegistry();
        registry.Push("library/app", Signature);

        Assert.Empty(await ListReferrersAsync(registry, "application/other"));
        Assert.Single(await ListReferrersAsync(registry, SignatureType));
    }

    [Fact]
    public async Task ListReferrers_NoApi_ReadsTheReferrersTag()
    {
        using var registry = new InMemoryRegistry { SupportsReferrers = false };
        var index = $$"""{"schemaVersion":2,"manifests":[{"mediaType":"{{Signature.MediaType}}","digest":"{{Signature.Digest}}","size":5,"artifactType":"{{SignatureType}}"}]}""";
        registry.PushManifest(
            $"library/app:{Image.Digest.ToString().Replace(':', '-')}", MediaTypes.OciIndex, System.Text.Encoding.UTF8.GetBytes(index));

        Assert.Equal(Signature.Digest, Assert.Single(await ListReferrersAsync(registry, SignatureType)).Descriptor.Digest);
        Assert.Empty(await ListReferrersAsync(registry, "application/other"));
    }

    [Fact]
    public async Task ListReferrers_NoApiAndNoTag_IsEmpty()
    {
        using var registry = new InMemoryRegistry { SupportsReferrers = false };
        registry.Push("library/app:1", Image);

        Assert.Empty(await ListReferrersAsync(registry, artifactType: null));
    }

    private static async Task<List<string>> ListTagsAsync(HttpRegistryClient client)
    {
        var tags = new List<string>();
        await foreach (var tag in client.ListTagsAsync(Repository))
        {
            tags.Add(tag.Name);
        }

        return tags;
    }

    private static async Task<List<RegistryReferrer>> ListReferrersAsync(InMemoryRegistry client, string? artifactType)
    {
        var referrers = new List<RegistryReferrer>();
        await foreach (var referrer in client.ListReferrersAsync(Repository, Image.Digest, artifactType))
        {
            referrers.Add(referrer);
        }

        return referrers;
    }
}
