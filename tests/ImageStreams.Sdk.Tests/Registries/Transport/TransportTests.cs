using System.Net;
using System.Security.Authentication;
using System.Security.Cryptography;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Testing;
using ImageStreams.Testing.Server;

namespace ImageStreams.Tests.Registries;

public sealed class TransportTests : IDisposable
{
    private static readonly SyntheticImage Image = SyntheticImage.Create();
    private static readonly RegistryRepository Insecure =
        new() { Registry = "registry.example", Name = "library/app", Insecure = true };

    private readonly InMemoryRegistry _registry = new();
    private readonly HttpRegistryClient _client = new(new RegistryClientOptions { MaxAttempts = 1 });

    public TransportTests() => _registry.Push("library/app:1", Image);

    public void Dispose()
    {
        _client.Dispose();
        _registry.Dispose();
    }

    [Fact]
    public async Task GetManifest_UntrustedCertificate_IsATlsFailure()
    {
        await using var server = await LoopbackRegistryServer.StartWithUntrustedTlsAsync(_registry);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, insecure: false));

        Assert.Equal(RegistryFailure.Tls, exception.Reason);
        Assert.False(exception.IsTransient);
    }

    [Fact]
    public async Task GetManifest_UntrustedCertificateOfInsecureRegistry_IsAccepted()
    {
        await using var server = await LoopbackRegistryServer.StartWithUntrustedTlsAsync(_registry);

        var manifest = await GetAsync(server, insecure: true);

        Assert.Equal(RegistryTransport.HttpsUnverified, manifest.Source.Transport);
    }

    [Fact]
    public async Task GetManifest_HttpOfInsecureRegistry_IsTheSecondChoice()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);

        var manifest = await GetAsync(server, insecure: true);

        Assert.Equal(RegistryTransport.Http, manifest.Source.Transport);
    }

    [Fact]
    public async Task GetManifest_HttpOfSecureRegistry_IsNeverTried()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, insecure: false));

        Assert.Equal(RegistryFailure.Tls, exception.Reason);
        Assert.Empty(_registry.Requests);
    }

    [Fact]
    public async Task GetManifest_HttpWorkedOnce_IsTriedFirstThen()
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Scheme == "https"
            ? throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")
            : Reply.Manifest());
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        await client.GetManifestAsync(Insecure, "1");
        await client.GetManifestAsync(Insecure, "1");

        Assert.Equal(["https", "http", "http"], handler.Sent.Select(sent => sent.Uri.Scheme));
    }

    [Fact]
    public async Task GetManifest_HttpWorkedOnceAndBreaks_IsUnreachableAndTriesHttpsAgain()
    {
        var requested = 0;
        using var handler = new ScriptedHandler(request => request.RequestUri!.Scheme == "http" && ++requested != 2
            ? Reply.Manifest()
            : throw new HttpRequestException(HttpRequestError.ConnectionError, "no", Cause(request)));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));
        await client.GetManifestAsync(Insecure, "1");

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));
        await client.GetManifestAsync(Insecure, "1");

        Assert.Equal((RegistryFailure.Unreachable, true), (exception.Reason, exception.IsTransient));
        Assert.Equal(["https", "http", "http", "https", "http"], handler.Sent.Select(sent => sent.Uri.Scheme));
    }

    [Fact]
    public async Task GetManifest_TlsServerRefusesPlainHttp_IsContactedOverTlsAgain()
    {
        var requested = 0;
        using var handler = new ScriptedHandler(request =>
            request.RequestUri!.Scheme == "http" ? Reply.Status(HttpStatusCode.BadRequest)
            : ++requested == 1 ? throw new HttpRequestException(HttpRequestError.ConnectionError, "restarting")
            : Reply.Manifest());
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));
        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));

        var manifest = await client.GetManifestAsync(Insecure, "1");

        Assert.Equal(RegistryTransport.HttpsUnverified, manifest.Source.Transport);
    }

    public static TheoryData<Exception, RegistryFailure> Broken => new()
    {
        { new AuthenticationException(), RegistryFailure.Tls },
        { new IOException("decryption failed", new CryptographicException("alert")), RegistryFailure.Tls },
        { new HttpIOException(HttpRequestError.InvalidResponse, "no HTTP/2", new IOException("reset")), RegistryFailure.Unreachable },
        { new HttpIOException(HttpRequestError.InvalidResponse, "no HTTP"), RegistryFailure.InvalidResponse },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task GetManifest_BrokenConnection_IsReported(Exception cause, RegistryFailure failure)
    {
        using var handler = new ScriptedHandler(
            _ => throw new HttpRequestException(HttpRequestError.InvalidResponse, "broken", cause));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Insecure with { Insecure = false }, "1"));

        Assert.Equal(failure, exception.Reason);
    }

    [Fact]
    public async Task GetManifest_NoServer_IsUnreachable()
    {
        var server = await LoopbackRegistryServer.StartAsync(_registry);
        await server.DisposeAsync();

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, insecure: true));

        Assert.Equal(RegistryFailure.Unreachable, exception.Reason);
        Assert.True(exception.IsTransient);
    }

    [Fact]
    public async Task GetManifest_HangsUp_IsUnreachable()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        _registry.FailNext(new RegistryFault.NetworkFailure());

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, insecure: true));

        Assert.Equal(RegistryFailure.Unreachable, exception.Reason);
    }

    [Fact]
    public async Task GetManifest_HangsUpInTheBody_IsTruncated()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        _registry.FailNext(new RegistryFault.TruncatedBody());

        var exception = await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server, insecure: true));

        Assert.Equal(RegistryFailure.Truncated, exception.Reason);
    }

    [Fact]
    public async Task OpenBlob_HangsUpInTheBody_SurfacesFromTheStream()
    {
        await using var server = await LoopbackRegistryServer.StartAsync(_registry);
        _registry.FailNext(new RegistryFault.TruncatedBody());

        await using var stream = await _client.OpenBlobAsync(GetRepository(server, insecure: true), Image.Blobs[1].Digest);
        var exception = await Assert.ThrowsAsync<RegistryException>(() => stream.CopyToAsync(Stream.Null));

        Assert.Equal(RegistryFailure.Truncated, exception.Reason);
    }

    [Fact]
    public async Task GetBlob_RedirectedToStorage_CarriesNoCredentials()
    {
        var content = "blob"u8.ToArray();
        using var handler = new ScriptedHandler(request =>
            request.RequestUri!.Host == "storage.example.net" ? Reply.Body(content, "binary/octet-stream")
            : request.Headers.Authorization is null ? Reply.Challenge("Basic realm=\"x\"")
            : Reply.Redirect("https://storage.example.net/blob?signature=x"));
        using var client = new HttpRegistryClient(
            credentials: RegistryCredentials.For("registry.example", "user", "pass"), handlers: RegistryHandlers.From(handler));

        var blob = await client.GetBlobAsync(
            new RegistryRepository { Registry = "registry.example", Name = "library/app" }, Digest.Sha256(content));

        Assert.Equal(content, blob.Content.ToArray());
        Assert.Equal("registry.example", blob.Source.Registry);
        Assert.Empty(handler.Sent.Single(sent => sent.Uri.Host == "storage.example.net").Authorization);
    }

    [Fact]
    public async Task GetManifest_RedirectedOnTheSameHost_KeepsCredentials()
    {
        using var handler = new ScriptedHandler(request =>
            request.Headers.Authorization is null ? Reply.Challenge("Basic realm=\"x\"")
            : request.RequestUri!.AbsolutePath == "/moved" ? Reply.Manifest()
            : Reply.Redirect("/moved"));
        using var client = new HttpRegistryClient(
            credentials: RegistryCredentials.For("registry.example", "user", "pass"), handlers: RegistryHandlers.From(handler));

        await client.GetManifestAsync(new RegistryRepository { Registry = "registry.example", Name = "library/app" }, "1");

        Assert.NotEmpty(handler.Sent.Last().Authorization);
    }

    [Fact]
    public async Task GetManifest_DockerHub_ContactsItsApiHost()
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var client = new HttpRegistryClient(handlers: RegistryHandlers.From(handler));

        await client.GetManifestAsync(ImageReference.Parse("python:3.8"));

        Assert.Equal("https://registry-1.docker.io/v2/library/python/manifests/3.8", handler.Sent.Single().Uri.ToString());
    }

    /// <summary>A server without TLS breaks handshakes off.</summary>
    private static AuthenticationException? Cause(HttpRequestMessage request) =>
        request.RequestUri!.Scheme == "https" ? new AuthenticationException() : null;

    private static RegistryRepository GetRepository(LoopbackRegistryServer server, bool insecure) =>
        new() { Registry = server.Host, Name = "library/app", Insecure = insecure };

    private Task<RegistryManifest> GetAsync(LoopbackRegistryServer server, bool insecure) =>
        _client.GetManifestAsync(GetRepository(server, insecure), "1");
}
