using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.DependencyInjection;

namespace ImageStreams.Tests.Registries;

/// <summary>Redirects and challenges that lead into private networks, and blocked hosts.</summary>
public sealed class PrivateAddressTests
{
    private const string Public = "registry.example.com";
    private static readonly RegistryRepository Repository = new() { Registry = Public, Name = "o/r", Insecure = true };

    public static TheoryData<string, int> Addresses => new()
    {
        { "8.8.8.8", (int)AddressZone.Public },
        { "172.15.255.255", (int)AddressZone.Public },
        { "2606:4700::1111", (int)AddressZone.Public },
        { "10.1.2.3", (int)AddressZone.Private },
        { "172.31.0.1", (int)AddressZone.Private },
        { "192.168.0.1", (int)AddressZone.Private },
        { "100.100.100.201", (int)AddressZone.Private },
        { "fd00:ec2::253", (int)AddressZone.Private },
        { "::10.0.0.1", (int)AddressZone.Private },
        { "64:ff9b:1::10.0.0.1", (int)AddressZone.Private },
        { "::8.8.8.8", (int)AddressZone.Public },
        { "::127.0.0.1", (int)AddressZone.Loopback },
        { "64:ff9b:1:2::127.0.0.1", (int)AddressZone.Loopback },
        { "::169.254.169.254", (int)AddressZone.LinkLocal },
        { "64:ff9b:1::169.254.169.254", (int)AddressZone.LinkLocal },
        { "100.100.100.200", (int)AddressZone.LinkLocal },
        { "::ffff:100.100.100.200", (int)AddressZone.LinkLocal },
        { "192.0.0.192", (int)AddressZone.LinkLocal },
        { "fd00:ec2::254", (int)AddressZone.LinkLocal },
        { "fd20:ce::254", (int)AddressZone.LinkLocal },
        { "::ffff:10.0.0.1", (int)AddressZone.Private },
        { "64:ff9b::10.0.0.1", (int)AddressZone.Private },
        { "2002:0a00:0001::1", (int)AddressZone.Private },
        { "127.0.0.1", (int)AddressZone.Loopback },
        { "127.255.255.254", (int)AddressZone.Loopback },
        { "0.0.0.0", (int)AddressZone.Loopback },
        { "::1", (int)AddressZone.Loopback },
        { "::", (int)AddressZone.Loopback },
        { "::ffff:127.0.0.1", (int)AddressZone.Loopback },
        { "169.254.169.254", (int)AddressZone.LinkLocal },
        { "::ffff:169.254.169.254", (int)AddressZone.LinkLocal },
        { "168.63.129.16", (int)AddressZone.LinkLocal },
        { "fe80::1", (int)AddressZone.LinkLocal },
        { "fe80::1%1", (int)AddressZone.LinkLocal },
        { "224.0.0.1", (int)AddressZone.LinkLocal },
        { "255.255.255.255", (int)AddressZone.LinkLocal },
    };

    public static TheoryData<string> SpelledOut =>
    [
        "127.0.0.1:9200", "localhost:9200", "a.localhost", "169.254.169.254", "10.0.0.1", "[::1]:80", "[::ffff:169.254.169.254]",
        "2130706433", "0x7f.1", "[fd00:ec2::254]", "127\u30020.0.1",
    ];

    [Theory]
    [MemberData(nameof(Addresses))]
    public void Address_HasItsZone(string address, int zone) =>
        Assert.Equal((AddressZone)zone, AddressZones.GetZone(IPAddress.Parse(address)));

    [Theory]
    [MemberData(nameof(SpelledOut))]
    public async Task RedirectToAPrivateAddress_IsRefused(string target)
    {
        using var handler = new ScriptedHandler(_ => Reply.Redirect($"http://{target}/secret"));

        await AssertRefusedAsync(handler, RegistryFailure.RedirectRefused);
    }

    [Theory]
    [MemberData(nameof(SpelledOut))]
    public async Task RealmWithAPrivateAddress_IsRefused(string target)
    {
        using var handler = new ScriptedHandler(_ => Reply.Challenge($"Bearer realm=\"http://{target}/secret\""));

        await AssertRefusedAsync(handler, RegistryFailure.TokenRealmRefused);
    }

    [Theory]
    [InlineData("127.0.0.1:5000", "127.0.0.1:9000", true)]
    [InlineData("localhost:5000", "127.0.0.1:9000", true)]
    [InlineData("127.0.0.1:5000", "10.0.0.1", true)]
    [InlineData("10.0.0.1:5000", "192.168.0.1", true)]
    [InlineData("10.0.0.1:5000", "127.0.0.1", false)]
    [InlineData("10.0.0.1:5000", "169.254.169.254", false)]
    [InlineData("127.0.0.1:5000", "169.254.169.254", false)]
    [InlineData("8.8.8.8", "10.0.0.1", false)]
    [InlineData("8.8.8.8", "8.8.4.4", true)]
    public async Task PrivateRegistry_LeadsIntoItsOwnNetworkOnly(string registry, string target, bool isAllowed)
    {
        using var handler = new ScriptedHandler(request => request.RequestUri!.AbsolutePath == "/moved"
            ? Reply.Manifest()
            : Reply.Redirect($"http://{target}/moved"));
        using var client = CreateClient(handler);

        var exception = await Record.ExceptionAsync(() => client.GetManifestAsync(Repository with { Registry = registry }, "1"));

        Assert.Equal(isAllowed ? null : RegistryFailure.RedirectRefused, (exception as RegistryException)?.Reason);
    }

    [Theory]
    [InlineData("10.0.0.1")]
    [InlineData("10.0.0.1:80")]
    public async Task ListedHost_MayBePrivate(string listed)
    {
        using var handler = RedirectingTo("http://10.0.0.1/moved");
        using var client = CreateClient(handler, options => options.PrivateHosts.Add(listed));

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));
    }

    [Fact]
    public async Task OptionIsOff_EveryHostMayBePrivate()
    {
        using var handler = RedirectingTo("http://169.254.169.254/moved");
        using var client = CreateClient(handler, options => options.PrivateAddresses = PrivateAddressAccess.Everywhere);

        Assert.NotNull(await client.GetManifestAsync(Repository, "1"));
    }

    /// <summary>For services whose users name the registries.</summary>
    [Theory]
    [InlineData("127.0.0.1:5000", "", RegistryFailure.Blocked)]
    [InlineData("10.0.0.1", "10.0.0.2", RegistryFailure.Blocked)]
    [InlineData("10.0.0.1", "10.0.0.1", null)]
    [InlineData("registry.example.com", "", null)]
    public async Task ListedHostsOnly_AppliesToRegistriesToo(string registry, string listed, RegistryFailure? failure)
    {
        using var handler = new ScriptedHandler(_ => Reply.Manifest());
        using var client = CreateClient(handler, options =>
        {
            options.PrivateAddresses = PrivateAddressAccess.ListedHosts;
            options.PrivateHosts.Add(listed);
        });

        var exception = await Record.ExceptionAsync(() => client.GetManifestAsync(Repository with { Registry = registry }, "1"));

        Assert.Equal(failure, (exception as RegistryException)?.Reason);
        Assert.Equal(failure is null, !handler.Sent.IsEmpty);
    }

    /// <summary>Names are checked where they are connected to, after they were resolved.</summary>
    [Fact]
    public async Task NameThatResolvesToAPrivateAddress_IsNotConnectedTo()
    {
        await using var inside = RawServer.Answering("HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"u8.ToArray());
        var port = inside.Host.Split(':')[1];
        using var handler = new ScriptedHandler(_ => Reply.Redirect($"http://rebound.example.net:{port}/"));
        using var sockets = new SocketsRegistryHandlerSource(null, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, handlers: new HomeAndSockets(Public, handler, sockets));

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal(RegistryFailure.RedirectRefused, exception.Reason);
        Assert.Contains("127.0.0.1 is not a public address", exception.Message, StringComparison.Ordinal);
        Assert.Equal(0, inside.Connections);
    }

    /// <summary>A connection that one registry may use is not there for another that may not.</summary>
    [Fact]
    public async Task OpenConnectionOfANamedRegistry_IsNotUsedForARedirect()
    {
        await using var inside = await ProbeServer.StartAsync();
        using var handler = new ScriptedHandler(_ => Reply.Redirect($"http://inside.example.net:{inside.Address.Port}/"));
        using var sockets = new SocketsRegistryHandlerSource(null, (_, _) => Task.FromResult(new[] { IPAddress.Loopback }));
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, handlers: new HomeAndSockets(Public, handler, sockets));
        await client.GetManifestAsync(Repository with { Registry = $"inside.example.net:{inside.Address.Port}" }, "1");

        await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Single(inside.Requests);
    }

    [Fact]
    public async Task RegistryOnLoopback_RedirectsToAnotherPortThere()
    {
        await using var storage = await ProbeServer.StartAsync();
        var redirect = $"HTTP/1.1 307 Moved\r\nLocation: {storage.Address}x\r\nContent-Length: 0\r\n\r\n";
        await using var registry = RawServer.Answering(System.Text.Encoding.ASCII.GetBytes(redirect));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 });

        Assert.NotNull(await client.GetManifestAsync(Repository with { Registry = registry.Host }, "1"));
    }

    /// <summary>A proxy resolves names itself, so that nobody knows whether the registry is private.</summary>
    [Theory]
    [InlineData("registry.example.com", "10.0.0.1", false)]
    [InlineData("registry.example.com", "127.0.0.1:9200", false)]
    [InlineData("registry.example.com", "localhost:9200", false)]
    [InlineData("127.0.0.1:5000", "127.0.0.1:9200", true)]
    [InlineData("10.0.0.1", "10.0.0.2", true)]
    public async Task RegistryBehindAProxy_LeadsIntoAPrivateNetworkOnlyFromASpelledOutAddress(
        string registry, string target, bool isAllowed)
    {
        await using var proxy = await ProbeServer.StartAsync();
        using var handler = new ScriptedHandler(_ => Reply.Redirect($"http://{target}/x"));
        using var sockets = new SocketsRegistryHandlerSource(new() { GetProxy = () => new WebProxy(proxy.Address) });
        using var client = new HttpRegistryClient(
            new() { MaxAttempts = 1 }, handlers: new HomeAndSockets(registry, handler, sockets));

        var exception = await Record.ExceptionAsync(() => client.GetManifestAsync(Repository with { Registry = registry }, "1"));

        Assert.Equal(isAllowed ? null : RegistryFailure.RedirectRefused, (exception as RegistryException)?.Reason);
        Assert.Equal(isAllowed, !proxy.Requests.IsEmpty);
    }

    [Theory]
    [InlineData(null, (int)AddressZone.LinkLocal)]
    [InlineData("", (int)AddressZone.Public)]
    [InlineData("registry.example.com", (int)AddressZone.Public)]
    [InlineData("127.0.0.1:5000", (int)AddressZone.Loopback)]
    public async Task HandlersOfTheFactory_HaveTheReachOfTheSockets(string? ledFrom, int zone)
    {
        var services = new ServiceCollection();
        services.AddImageStreams().UseHttpClientFactory();
        await using var provider = services.BuildServiceProvider();
        var guard = (IAddressGuard)provider.GetRequiredService<IRegistryHandlerSource>();

        var reach = guard.GetReach(new() { Host = "x.example", Transport = RegistryTransport.Http, LedFrom = ledFrom });

        Assert.Equal((AddressZone)zone, reach);
    }

    /// <summary>A name that had a public address once does not become the way into a private network.</summary>
    [Fact]
    public void HostWithSeveralAddresses_HasTheLeastSensitiveZone()
    {
        var zones = new ZoneTable();
        foreach (var address in new[] { "127.0.0.1", "8.8.8.8", "10.0.0.1" })
        {
            zones.Record(new DnsEndPoint(Public, 443), IPAddress.Parse(address));
        }

        Assert.Equal(AddressZone.Public, zones.GetReach(LedFrom(Public)));
    }

    [Fact]
    public void ManyHosts_OneIsForgottenForEachFurtherOne()
    {
        var zones = new ZoneTable();
        for (var i = 0; i < 5000; i++)
        {
            zones.Record(new DnsEndPoint($"r{i}.example", 443), IPAddress.Parse("10.0.0.1"));
        }

        Assert.Equal(4096, Enumerable.Range(0, 5000).Count(i => zones.GetReach(LedFrom($"r{i}.example")) == AddressZone.Private));
    }

    /// <summary>The connections of HTTP/3 do not pass the check of addresses.</summary>
    [Theory]
    [InlineData("1.1", true)]
    [InlineData("2.0", true)]
    [InlineData("3.0", false)]
    public void HttpVersion_IsAtMost2(string version, bool isAllowed)
    {
        var options = new RegistryClientOptions { HttpVersion = Version.Parse(version) };

        var exception = Record.Exception(() => new HttpRegistryClient(options).Dispose());

        Assert.Equal(isAllowed, exception is null);
        Assert.Equal(isAllowed, exception is not ArgumentOutOfRangeException);
    }

    [Theory]
    [InlineData("evil.example.net", "https://evil\u3002example.net/x")]
    [InlineData("xn--bcher-kva.example", "https://b\u00FCcher.example/x")]
    [InlineData("other.example.net", "https://-evil.example.net/x")]      // no rule can name it
    [InlineData("other.example.net", "https://evil.example.net:0/x")]
    [InlineData("evil.example.net", "https://evil.example.net/x")]
    [InlineData("evil.example.net", "https://EVIL.example.net:8443/x")]
    [InlineData("evil.example.net", "https://evil.example.net./x")]
    [InlineData("*.example.net", "https://a.b.example.net/x")]
    [InlineData("*.example.net", "https://a_b.example.net/x")]
    [InlineData("evil.example.net:8443", "https://evil.example.net:8443/x")]
    public async Task BlockedHost_IsNoTargetOfRedirectsAndNoTokenServer(string blocked, string target)
    {
        using var redirecting = new ScriptedHandler(_ => Reply.Redirect(target));
        using var challenging = new ScriptedHandler(_ => Reply.Challenge($"Bearer realm=\"{target}\""));

        await AssertBlockedAsync(redirecting, blocked, RegistryFailure.RedirectRefused);
        await AssertBlockedAsync(challenging, blocked, RegistryFailure.TokenRealmRefused);
    }

    [Theory]
    [InlineData("other.example.net")]
    [InlineData("evil.example.net:9000")]
    [InlineData("evil.example.net/team")]   // a repository there, not the host
    public async Task OtherBlockedHosts_DoNotMatter(string blocked)
    {
        using var handler = RedirectingTo("https://evil.example.net/moved");
        using var client = CreateClient(handler);

        Assert.NotNull(await Blocking(client, blocked).GetManifestAsync(Repository, "1"));
    }

    private static RegistryEndpoint LedFrom(string registry) =>
        new() { Host = "x.example", Transport = RegistryTransport.Https, LedFrom = registry };

    private static async Task AssertBlockedAsync(ScriptedHandler handler, string blocked, RegistryFailure failure)
    {
        using var client = CreateClient(handler);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => Blocking(client, blocked).GetManifestAsync(Repository, "1"));

        Assert.Equal(failure, exception.Reason);
        Assert.Contains("is blocked", exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    private static MirroredRegistryClient Blocking(HttpRegistryClient client, string scope) =>
        new(client, new RegistryPolicy(new RegistryRules { Blocked = [RegistryScope.Parse(scope)] }));

    private static async Task AssertRefusedAsync(ScriptedHandler handler, RegistryFailure failure)
    {
        using var client = CreateClient(handler);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => client.GetManifestAsync(Repository, "1"));

        Assert.Equal((failure, false), (exception.Reason, exception.IsTransient));
        Assert.Contains("PrivateHosts", exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    private static ScriptedHandler RedirectingTo(string target) =>
        new(request => request.RequestUri!.AbsolutePath == "/moved" ? Reply.Manifest() : Reply.Redirect(target));

    private static HttpRegistryClient CreateClient(ScriptedHandler handler, Action<RegistryClientOptions>? configure = null)
    {
        var options = new RegistryClientOptions { MaxAttempts = 1 };
        configure?.Invoke(options);
        return new HttpRegistryClient(options, handlers: RegistryHandlers.From(handler));
    }

    /// <summary>Plays one public registry, and reaches all other hosts over sockets.</summary>
    private sealed class HomeAndSockets(string home, ScriptedHandler handler, SocketsRegistryHandlerSource sockets)
        : IRegistryHandlerSource, IAddressGuard
    {
        public HttpMessageHandler GetHandler(RegistryEndpoint endpoint) =>
            endpoint.Host == home ? handler : sockets.GetHandler(endpoint);

        public AddressZone GetReach(RegistryEndpoint endpoint) => ((IAddressGuard)sockets).GetReach(endpoint);
    }
}
