using System.Buffers.Text;
using System.Net;
using System.Text;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class ManifestTests : IDisposable
{
    private static readonly RegistryRepository Repository = new() { Registry = "registry.example", Name = "library/app" };
    private static readonly SyntheticImage Image = SyntheticImage.Create();
    private readonly InMemoryRegistry _registry = new();

    public ManifestTests() => _registry.Push("library/app:1", Image);

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task GetManifest_NoDigestHeader_ComputesIt()
    {
        _registry.FailNext(new RegistryFault.MissingDigestHeader());

        var manifest = await _registry.GetManifestAsync(Repository, "1");

        Assert.Equal(Image.Digest, manifest.Digest);
    }

    [Fact]
    public async Task Resolve_NoDigestHeader_FallsBackToGet()
    {
        _registry.FailNext(new RegistryFault.MissingDigestHeader());

        var resolved = await _registry.ResolveAsync(Repository, "1");

        Assert.Equal(Image.Digest, resolved.Descriptor.Digest);
        Assert.Equal(Image.Manifest.Length, resolved.Descriptor.Size);
        Assert.Equal(["HEAD", "GET"], _registry.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(HttpStatusCode.MethodNotAllowed)]
    [InlineData(HttpStatusCode.NotImplemented)]
    [InlineData(HttpStatusCode.BadRequest)]
    public async Task Resolve_HeadNotKnown_FallsBackToGet(HttpStatusCode status)
    {
        _registry.FailNext(new RegistryFault.Status { Code = status });

        Assert.Equal(Image.Digest, (await _registry.ResolveAsync(Repository, "1")).Descriptor.Digest);
    }

    /// <summary>A registry that fails at HEAD may be one that cannot answer it: OpenShift, which sends GET, imports from it.
    /// </summary>
    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Resolve_HeadFails_FallsBackToGet(HttpStatusCode status)
    {
        _registry.FailNext(new RegistryFault.Status { Code = status });
        using var client = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });

        Assert.Equal(Image.Digest, (await client.ResolveAsync(Repository, "1")).Descriptor.Digest);
        Assert.Equal(["HEAD", "GET"], _registry.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Resolve_HeadSaysToWait_SendsNoGet()
    {
        _registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests });
        using var client = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1 });

        await Assert.ThrowsAsync<RegistryException>(() => client.ResolveAsync(Repository, "1"));

        Assert.Equal(["HEAD"], _registry.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Resolve_HeadAndGetRejected_ReportsTheErrorOfGet()
    {
        _registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.BadRequest, ErrorCode = "NAME_INVALID" }, times: 2);

        var fault = await Assert.ThrowsAsync<RegistryException>(() => _registry.ResolveAsync(Repository, "1"));

        Assert.Equal(("GET", "NAME_INVALID"), (fault.Method, fault.Errors.Single().Code));
    }

    [Fact]
    public async Task Resolve_Head_IsOneRequest()
    {
        await _registry.ResolveAsync(Repository, "1");

        Assert.Equal(["HEAD"], _registry.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(ManifestKinds.All, "application/vnd.oci.image.index.v1+json, application/vnd.oci.image.manifest.v1+json, application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.docker.distribution.manifest.v2+json, application/vnd.docker.distribution.manifest.v1+prettyjws, application/vnd.docker.distribution.manifest.v1+json")]
    [InlineData(ManifestKinds.DockerSchema2 | ManifestKinds.DockerList, "application/vnd.docker.distribution.manifest.list.v2+json, application/vnd.docker.distribution.manifest.v2+json")]
    [InlineData(ManifestKinds.None, "")]
    public async Task GetManifest_Accept_ListsTheSupportedKinds(ManifestKinds kinds, string accept)
    {
        await _registry.GetManifestAsync(Repository with { Accept = kinds }, "1");

        Assert.Equal(accept, _registry.Requests[0].Accept);
    }

    [Theory]
    [InlineData("application/json", "{\"schemaVersion\":2,\"config\":{\"a\":[1]}}", MediaTypes.OciManifest)]
    [InlineData("application/json; charset=utf-8", "{\"schemaVersion\":2,\"manifests\":[]}", MediaTypes.OciIndex)]
    [InlineData("", "{\"mediaType\":\"application/vnd.docker.distribution.manifest.v2+json\",\"config\":{}}", MediaTypes.DockerSchema2)]
    [InlineData("text/plain", "{\"schemaVersion\":1,\"fsLayers\":[]}", MediaTypes.DockerSchema1)]
    [InlineData("APPLICATION/vnd.oci.image.manifest.v1+JSON", "{}", MediaTypes.OciManifest)]
    public async Task GetManifest_VagueMediaType_IsReadFromTheContent(string declared, string content, string expected)
    {
        _registry.PushManifest("library/app:vague", declared, Encoding.UTF8.GetBytes(content));

        Assert.Equal(expected, (await _registry.GetManifestAsync(Repository, "vague")).MediaType);
    }

    [Fact]
    public async Task GetManifest_SignedSchema1_IsVerifiedByItsPayload()
    {
        const string payload = "{\n   \"schemaVersion\": 1,\n   \"name\": \"library/app\"\n}";
        var length = payload.LastIndexOf('\n');
        var header = Encode($"{{\"formatLength\":{length},\"formatTail\":\"{Encode("\n}")}\",\"time\":\"2024\"}}");
        var signed = payload[..length] + $",\n   \"signatures\": [{{\"protected\": \"{header}\"}}]\n}}";
        var digest = _registry.PushManifest(
            "library/app:old", MediaTypes.DockerSchema1Signed, Encoding.UTF8.GetBytes(signed), Digest.Sha256(Encoding.UTF8.GetBytes(payload)));

        var manifest = await _registry.GetManifestAsync(Repository, digest);

        Assert.Equal(digest, manifest.Digest);
        Assert.Equal(signed, Encoding.UTF8.GetString(manifest.Content.Span));
    }

    [Theory]
    [InlineData("sha512")]
    [InlineData("sha384")]
    public async Task GetBlob_OtherAlgorithm_IsVerified(string algorithm)
    {
        var content = "content"u8.ToArray();
        var hash = algorithm == "sha512"
            ? System.Security.Cryptography.SHA512.HashData(content)
            : System.Security.Cryptography.SHA384.HashData(content);
        using var handler = new ScriptedHandler(_ => Reply.Body(content, "application/octet-stream"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        var blob = await client.GetBlobAsync(Repository, Digest.Parse($"{algorithm}:{Convert.ToHexStringLower(hash)}"));

        Assert.Equal(content, blob.Content.ToArray());
    }

    [Fact]
    public async Task OpenBlob_ReadAgainAfterAMismatch_IsStillOne()
    {
        using var handler = new ScriptedHandler(_ => Reply.Body([1], "application/octet-stream"));
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        await using var stream = await client.OpenBlobAsync(Repository, Digest.Sha256([]));
        var first = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));
        var second = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.DigestMismatch, first.Reason);
        Assert.Equal(first.Message, second.Message);
    }

    [Fact]
    public async Task OpenBlob_BeyondTheCap_StopsThere()
    {
        using var handler = new ScriptedHandler(_ => Reply.Stream(new EndlessStream(), "application/octet-stream"));
        using var client = new HttpRegistryClient(
            new RegistryClientOptions { MaxStreamedBlobBytes = 1_000_000 }, handlers: RegistryHandlers.From(handler));

        await using var stream = await client.OpenBlobAsync(Repository, Image.Digest);
        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.TooLarge, exception.Reason);
    }

    [Fact]
    public void BlobStream_ReadSynchronously_IsVerified()
    {
        var source = new ServingRegistry { Registry = "a.example", Repository = "b", Transport = RegistryTransport.Https };
        using var good = new RegistryBlobStream(new MemoryStream([1, 2, 3]), Digest.Sha256([1, 2, 3]), source);
        using var bad = new RegistryBlobStream(new MemoryStream([1, 2, 4]), Digest.Sha256([1, 2, 3]), source);

        good.CopyTo(Stream.Null);
        var exception = Assert.Throws<RegistryException>(() => bad.CopyTo(Stream.Null));

        Assert.Equal(3, good.Position);
        Assert.Equal(RegistryFailure.DigestMismatch, exception.Reason);
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
