using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Root causes of failed connections, plain HTTP after a fault of TLS, and options of hosts.</summary>
public sealed class ConnectionFailureTests : IDisposable
{
    private static readonly RegistryRepository Insecure = new() { Registry = "registry.example", Name = "o/r", Insecure = true };
    private readonly TestAuthority _authority = new();

    public static TheoryData<SocketError, string> SocketErrors => new()
    {
        { SocketError.HostNotFound, "name or service not known" },
        { SocketError.NoData, "name or service not known" },
        { SocketError.TryAgain, "the name cannot be resolved at present" },
        { SocketError.ConnectionRefused, "connection refused" },
        { SocketError.ConnectionReset, "the connection was reset" },
        { SocketError.TimedOut, "the host did not answer" },
        { SocketError.HostUnreachable, "no route to host" },
        { SocketError.NetworkUnreachable, "the network is unreachable" },
    };

    public static TheoryData<Exception> TlsFaults =>
    [
        new AuthenticationException("failed", new IOException("tlsv1 alert internal error")),
        new OperationCanceledException("slow", new TimeoutException()),
    ];

    public static TheoryData<Exception> FaultsThatDoNotShowPlainHttp =>
    [
        new HttpRequestException("closed", new HttpIOException(HttpRequestError.ResponseEnded)),
        new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))),
        new HttpRequestException(HttpRequestError.ProxyTunnelError, "status code '502'"),
        new HttpRequestException(HttpRequestError.NameResolutionError, "unknown", new SocketException((int)SocketError.TryAgain)),
    ];

    public void Dispose() => _authority.Dispose();

    [Theory]
    [MemberData(nameof(SocketErrors))]
    public async Task ConnectionFails_NamesTheCause(SocketError error, string cause)
    {
        using var handler = new ScriptedHandler(_ => throw new HttpRequestException("failed", new SocketException((int)error)));

        await AssertCauseAsync(handler, $"registry.example could not be reached: {cause} (");
    }

    [Fact]
    public async Task NameThatNobodyKnows_IsNamed()
    {
        using var sockets = new SocketsRegistryHandlerSource(
            null, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, handlers: sockets);

        var exception = await FailAsync(client, "typo.example");

        Assert.Contains("typo.example could not be reached: name or service not known", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NobodyListens_ConnectionIsRefused()
    {
        var server = new RawServer((_, _) => Task.CompletedTask);
        var host = server.Host;
        await server.DisposeAsync();

        Assert.Contains("connection refused", (await FailAsync(host)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ServerHangsUp_IsNamed()
    {
        await using var server = RawServer.Answering([]);
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 });

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Insecure with { Registry = server.Host }, "1"));

        Assert.Contains("could not be reached: the ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task UnknownAuthority_IsNamed()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        AssertTls("the certificate is not trusted (PartialChain, issued by CN=authority)", await FailAsync(server.Host));
    }

    [Fact]
    public async Task AnotherAuthorityThanTheOwn_IsNamed()
    {
        using var other = new TestAuthority();
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        AssertTls("issued by CN=authority)", await FailAsync(server.Host, other.Certificate));
    }

    [Fact]
    public async Task SelfSignedCertificate_IsNamed()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = CreateRequest("CN=myself", key).CreateSelfSigned(Day(2020), Day(2120));
        await using var server = await ProbeServer.StartAsync(certificate);

        AssertTls("the certificate is not trusted (UntrustedRoot, issued by CN=myself)", await FailAsync(server.Host));
    }

    [Fact]
    public async Task WrongName_IsNamedWithTheRightOne()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer("registry.corp.example"));

        AssertTls(
            "the certificate is for registry.corp.example, not for 127.0.0.1", await FailAsync(server.Host, _authority.Certificate));
    }

    [Fact]
    public async Task ExpiredCertificate_IsNamedWithItsTime()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=ca", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(X509BasicConstraintsExtension.CreateForCertificateAuthority());
        using var authority = request.CreateSelfSigned(Day(2010), Day(2120));
        using var signed = CreateRequest("CN=server", key).Create(authority, Day(2020), Day(2021), [1]);
        using var certificate = signed.CopyWithPrivateKey(key);
        await using var server = await ProbeServer.StartAsync(certificate);

        AssertTls("it is valid from 2020-01-01 to 2021-01-01", await FailAsync(server.Host, authority));
    }

    [Fact]
    public async Task CertificateWithHugeNames_IsBounded()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer(
            string.Join('.', Enumerable.Repeat(new string('a', 60), 4))));

        Assert.InRange((await FailAsync(server.Host, _authority.Certificate)).Message.Length, 1, 700);
    }

    [Theory]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n", "the server speaks plain HTTP: mark it insecure, or use its TLS port")]
    [InlineData("HTTP/1.0 400 Bad Request\r\n\r\nClient sent", "the server speaks plain HTTP: mark it insecure, or use its TLS port")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", "the server does not speak TLS")]
    public async Task NoTls_NamesWhatTheServerSpeaks(string answer, string cause)
    {
        await using var server = RawServer.Answering(System.Text.Encoding.ASCII.GetBytes(answer));

        AssertTls(cause, await FailAsync(server.Host));
    }

    [Fact]
    public async Task HtmlAnswer_IsToldFromARegistry()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(HttpStatusCode.OK, "<html>Please log in</html>", "text/html"));

        await AssertCauseAsync(handler, "text/html is not the media type of a manifest; a web page answered");
    }

    [Fact]
    public async Task ConnectTimeout_IsNamed()
    {
        using var handler = new ScriptedHandler(_ => throw new TaskCanceledException("slow", new TimeoutException("connect")));

        await AssertCauseAsync(handler, "could not be reached: no connection within ConnectTimeout");
    }

    /// <summary>A registry that had TLS does not get plain HTTP, whatever happens to TLS later.</summary>
    [Fact]
    public async Task TlsWorkedBefore_AFaultDoesNotLeadToPlainHttp()
    {
        var isBroken = false;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Scheme: "https" } when isBroken => throw new HttpRequestException(HttpRequestError.ConnectionError, "reset"),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => Reply.Manifest(),
        });
        using var client = CreateClient(handler);
        await client.GetManifestAsync(Insecure, "1");
        isBroken = true;

        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));
        }

        Assert.All(handler.Sent, sent => Assert.Equal("https", sent.Uri.Scheme));
    }

    [Theory]
    [MemberData(nameof(TlsFaults))]
    public async Task ServerMaySpeakTls_AFaultDoesNotLeadToPlainHttp(Exception fault)
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Scheme: "https" } => throw (fault is OperationCanceledException ? fault : new HttpRequestException("tls", fault)),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => Reply.Manifest(),
        });
        using var client = CreateClient(handler);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));

        Assert.All(handler.Sent, sent => Assert.Equal("https", sent.Uri.Scheme));
    }

    /// <summary>The caller has named the registry insecure, and it has never spoken TLS.</summary>
    [Fact]
    public async Task RegistryOfPlainHttp_StillGetsCredentials()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Scheme: "https" } => throw new HttpRequestException("tls", new PlainHttpException()),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => Reply.Manifest(),
        });
        using var client = CreateClient(handler);

        Assert.Equal(RegistryTransport.Http, (await client.GetManifestAsync(Insecure, "1")).Source.Transport);
    }

    [Theory]
    [MemberData(nameof(FaultsThatDoNotShowPlainHttp))]
    public async Task FaultAfterTlsOrOfAProxy_DoesNotLeadToPlainHttp(Exception fault)
    {
        using var handler = new ScriptedHandler(
            request => request.RequestUri!.Scheme == "https" ? throw fault : Reply.Manifest());
        using var client = CreateClient(handler);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));

        Assert.Equal("https", Assert.Single(handler.Sent).Uri.Scheme);
    }

    /// <summary>Through such a proxy, no server can speak TLS.</summary>
    [Theory]
    [InlineData(405, true)]
    [InlineData(501, true)]
    [InlineData(403, false)]
    [InlineData(503, false)]
    public async Task ProxyWithoutTunnels_LeadsToPlainHttp(int status, bool isTried)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.Scheme == "https"
            ? throw new HttpRequestException(HttpRequestError.ProxyTunnelError, $"status code '{status}'")
            : Reply.Manifest());
        using var client = CreateClient(handler);

        var exception = await Record.ExceptionAsync(() => client.GetManifestAsync(Insecure, "1"));

        Assert.Equal(isTried, exception is null);
        Assert.Equal(isTried, handler.Sent.Last().Uri.Scheme == "http");
    }

    [Theory]
    [InlineData(HttpRequestError.ConnectionError)]
    [InlineData(HttpRequestError.SecureConnectionError)]
    public async Task NoTlsConnection_LeadsToPlainHttp(HttpRequestError error)
    {
        using var handler = new ScriptedHandler(
            request => request.RequestUri!.Scheme == "https" ? throw new HttpRequestException(error, "failed") : Reply.Manifest());
        using var client = CreateClient(handler);

        Assert.Equal(RegistryTransport.Http, (await client.GetManifestAsync(Insecure, "1")).Source.Transport);
    }

    [Fact]
    public async Task ServerHangsUpAfterTheHandshake_IsNotAskedInPlainHttp()
    {
        var handshakes = 0;
        using var certificate = _authority.CreateServer();
        await using var server = new RawServer(async (stream, token) =>
        {
            await using var tls = new SslStream(stream);
            await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, token);
            Interlocked.Increment(ref handshakes);
            await tls.ReadAtLeastAsync(new byte[1], 1, throwOnEndOfStream: false, token);
        });
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 });

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Insecure with { Registry = server.Host }, "1"));

        Assert.Equal("https", exception.Uri!.Scheme);
        Assert.Equal(server.Connections, handshakes);
    }

    /// <summary>Any answer over TLS shows that the registry has it, even a refusal.</summary>
    [Theory]
    [InlineData(HttpStatusCode.BadRequest)]
    [InlineData(HttpStatusCode.Unauthorized)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task RefusalOverTls_RulesOutPlainHttp(HttpStatusCode refusal)
    {
        var isBroken = false;
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Scheme: "http" } => Reply.Manifest(),
            _ when isBroken => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
            _ => Reply.Status(refusal),
        });
        using var client = CreateClient(handler);
        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));
        isBroken = true;

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));

        Assert.All(handler.Sent, sent => Assert.Equal("https", sent.Uri.Scheme));
    }

    [Fact]
    public async Task FaultAfterTheChallenge_DoesNotLeadToPlainHttp()
    {
        using var handler = new ScriptedHandler(request => request switch
        {
            { RequestUri.Scheme: "http" } => Reply.Manifest(),
            { Headers.Authorization: null } => Reply.Challenge("Basic realm=\"r\""),
            _ => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused"),
        });
        using var client = CreateClient(handler);

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Insecure, "1"));

        Assert.All(handler.Sent, sent => Assert.Equal("https", sent.Uri.Scheme));
    }

    [Fact]
    public void TransportsThatAreKnown_AreBoundedAndTlsIsKept()
    {
        var transports = new TransportCache();
        for (var i = 0; i < 5000; i++)
        {
            transports.Remember(Insecure with { Registry = $"r{i}.example" }, RegistryTransport.HttpsUnverified);
            transports.Remember(Insecure with { Registry = $"r{i}.example" }, RegistryTransport.Http);
        }

        var known = Enumerable.Range(0, 5000).Count(
            i => transports.GetCandidates(Insecure with { Registry = $"r{i}.example" }) is [RegistryTransport.HttpsUnverified]);

        Assert.Equal(4096, known);
    }

    /// <summary>The framework quotes the address of the proxy, with the password in it.</summary>
    [Theory]
    [InlineData("403 Forbidden", "(status 403)")]
    [InlineData("407 Proxy Authentication Required", "(status 407)")]
    [InlineData("502 Bad Gateway", "(status 502)")]
    public async Task ProxyRefuses_ItsPasswordIsInNoMessage(string status, string shown)
    {
        await using var proxy = RawServer.Answering(
            System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Length: 0\r\n\r\n"));
        var address = new Uri($"http://robot:s3cret@{proxy.Host}");

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => GetAsync("registry.invalid", options => options.GetProxy = () => new WebProxy(address)));

        Assert.Contains($"could not be reached: the proxy refused to connect {shown}", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
        Assert.True(exception.IsTransient);
    }

    [Theory]
    [InlineData("Proxy 'http://u:s3cret@h/' sent '404', then '502'.", "the proxy refused to connect (status 502)")]
    [InlineData("Proxy 'http://u:s3cret@h/' failed.", "the proxy refused to connect (GET")]
    public async Task ProxyRefusesWithAnyText_OnlyItsStatusIsQuoted(string text, string shown)
    {
        using var handler = new ScriptedHandler(
            _ => throw new IOException("wrapped", new HttpRequestException(HttpRequestError.ProxyTunnelError, text)));
        using var client = CreateClient(handler);

        var exception = await FailAsync(client, "registry.example");

        Assert.Contains(shown, exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HandlerOfTheUserIsBroken_ItsExceptionIsNotTakenForTheNetworks()
    {
        using var handler = new ScriptedHandler(_ => throw new InvalidOperationException("no token service"));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 3, RetryDelay = TimeSpan.Zero }, handlers: RegistryHandlers.From(handler));

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.GetManifestAsync(Insecure, "1"));

        Assert.Equal("no token service", exception.Message);
        Assert.Single(handler.Sent);
    }

    [Fact]
    public async Task OptionsOfAHost_ApplyToItsPorts()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        Assert.NotNull(await GetAsync(server.Host, options =>
            options.ForHost("127.0.0.1").GetCertificateAuthorities = () => [_authority.Certificate]));
    }

    [Fact]
    public async Task OptionsOfAPort_ReplaceThoseOfTheHost()
    {
        using var other = new TestAuthority();
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        Assert.NotNull(await GetAsync(server.Host, options =>
        {
            options.ForHost("127.0.0.1").GetCertificateAuthorities = () => [other.Certificate];
            options.ForHost(server.Host).GetCertificateAuthorities = () => [_authority.Certificate];
        }));
    }

    [Fact]
    public async Task OptionsOfAnotherPort_DoNotApply()
    {
        await using var server = await ProbeServer.StartAsync(_authority.CreateServer());

        await Assert.ThrowsAsync<RegistryException>(() => GetAsync(server.Host, options =>
            options.ForHost("127.0.0.1:1").GetCertificateAuthorities = () => [_authority.Certificate]));
    }

    [Theory]
    [InlineData("registry.example", "registry.example:5000")]
    [InlineData("registry.example:5000", "registry.example:5000")]
    [InlineData("registry.example", "registry.example")]
    public async Task LimitsOfAHost_ApplyToItsPorts(string limited, string registry)
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        var options = new RegistryClientOptions { MaxAttempts = 1 };
        var limits = new RegistryLimits { Budget = new() { Requests = 1, Per = TimeSpan.FromHours(1) }, MaxWait = TimeSpan.Zero };
        options.HostLimits.Add(new() { Registry = limited, Limits = limits });
        using var client = new HttpRegistryClient(options, handlers: RegistryHandlers.From(handler));
        await client.GetManifestAsync(Insecure with { Registry = registry }, "1");

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Insecure with { Registry = registry }, "1"));

        Assert.Equal(RegistryFailure.RateLimited, exception.Reason);
    }

    private static DateTimeOffset Day(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static CertificateRequest CreateRequest(string name, ECDsa key)
    {
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }

    private static void AssertTls(string cause, RegistryException exception)
    {
        Assert.Equal((RegistryFailure.Tls, false), (exception.Reason, exception.IsTransient));
        Assert.Contains("no trusted TLS connection to 127.0.0.1:", exception.Message, StringComparison.Ordinal);
        Assert.Contains(cause, exception.Message, StringComparison.Ordinal);
    }

    private static async Task AssertCauseAsync(ScriptedHandler handler, string cause)
    {
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, handlers: RegistryHandlers.From(handler));

        Assert.Contains(cause, (await FailAsync(client, "registry.example")).Message, StringComparison.Ordinal);
    }

    private static async Task<RegistryException> FailAsync(string host, X509Certificate2? authority = null) =>
        await Assert.ThrowsAsync<RegistryException>(() => GetAsync(
            host, options => options.GetCertificateAuthorities = authority is null ? null : () => [authority]));

    private static Task<RegistryException> FailAsync(HttpRegistryClient client, string host) =>
        Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(Insecure with { Registry = host, Insecure = false }, "1"));

    private static async Task<RegistryManifest> GetAsync(string host, Action<RegistryTransportOptions> configure)
    {
        var options = new RegistryTransportOptions();
        configure(options);
        using var sockets = new SocketsRegistryHandlerSource(options);
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, handlers: sockets);
        return await client.GetManifestAsync(Insecure with { Registry = host, Insecure = false }, "1");
    }

    private static HttpRegistryClient CreateClient(ScriptedHandler handler) => new(
        new() { MaxAttempts = 1 }, RegistryCredentials.For("registry.example", "u", "p"), RegistryHandlers.From(handler));
}
