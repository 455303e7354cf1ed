using ImageStreams.Registries;

namespace ImageStreams.Tests.Registries;

/// <summary>Token servers that a registry may name, and those that it may not.</summary>
public sealed class TokenRealmTests
{
    private const string Home = "registry.corp.example";

    [Theory]
    [InlineData("")]
    [InlineData("/token")]
    [InlineData("token.corp.example/t")]
    [InlineData("ftp://auth.corp.example/t")]
    [InlineData("file:///t")]
    [InlineData("https://user@auth.corp.example/t")]
    [InlineData("https://user:pass@auth.corp.example/t")]
    public void Require_NoAddressOfAServer_IsMalformed(string realm)
    {
        var exception = Assert.Throws<RegistryException>(() => Require(realm, new(), insecure: true));

        Assert.Equal(RegistryFailure.InvalidResponse, exception.Reason);
        Assert.Contains("names no usable token server", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, false)]
    public void Require_PlainHttp_NeedsAnInsecureRepository(bool insecure, bool isTaken)
    {
        const string Realm = "http://registry.corp.example/t";

        var exception = Record.Exception(() => Assert.Equal(Realm, Require(Realm, new(), insecure).AbsoluteUri));

        Assert.Equal(isTaken ? null : RegistryFailure.TokenRealmRefused, (exception as RegistryException)?.Reason);
        Assert.True(isTaken || exception!.Message.Contains("registry.corp.example is reached over plain HTTP", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://auth.other.example/t", true, "auth.other.example belongs to another domain")]
    [InlineData("https://auth.other.example/t", false, null)]
    [InlineData("https://auth.corp.example/t", true, null)]
    [InlineData("https://auth.corp.example:8443/t", true, "auth.corp.example:8443 is on another port")]
    [InlineData("https://auth.corp.example:8443/t", false, null)]
    [InlineData("https://trusted.example/t", true, null)]
    public void Require_Credentials_GoToTheOwnerOrATrustedHostOnly(string realm, bool withCredentials, string? problem)
    {
        var options = new RegistryClientOptions { TrustedTokenHosts = { "trusted.example" } };
        var message = Record.Exception(() => Require(realm, options, withCredentials: withCredentials))?.Message;

        Assert.Equal(problem is null, message is null);
        Assert.Contains(problem ?? "", message ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void Require_RegistryWithAPort_ItsPortIsTrusted()
    {
        Assert.NotNull(Require("https://auth.corp.example:5000/t", new(), registry: Home + ":5000"));
        Assert.NotNull(Require("https://auth.corp.example/t", new(), registry: Home + ":5000"));
        Assert.Throws<RegistryException>(() => Require("https://auth.corp.example:5001/t", new(), registry: Home + ":5000"));
    }

    [Fact]
    public void Require_BlockedHost_IsRefused()
    {
        var blocked = new BlockedHosts([RegistryScope.Parse("auth.corp.example")]);

        var exception = Assert.Throws<RegistryException>(() => Require("https://auth.corp.example/t", new(), blocked: blocked));

        Assert.Equal(RegistryFailure.TokenRealmRefused, exception.Reason);
        Assert.Contains("auth.corp.example must not be contacted: auth.corp.example is blocked", exception.Message, StringComparison.Ordinal);
        Assert.NotNull(Require("https://login.corp.example/t", new(), blocked: blocked));
    }

    private static Uri Require(
        string realm,
        RegistryClientOptions options,
        bool insecure = false,
        bool withCredentials = true,
        string registry = Home,
        BlockedHosts? blocked = null)
    {
        var repository = new RegistryRepository { Registry = registry, Name = "o/r", Insecure = insecure };
        var call = RegistryCall.ForTags(repository with { BlockedHosts = blocked ?? BlockedHosts.None }, 1);
        var line = new RequestLine(call, call.Method, new Uri($"https://{registry}{call.Path}"));
        var settings = new RegistryClientSettings(options, TimeProvider.System);
        return TokenRealm.Require(new() { Scheme = "Bearer", Realm = realm }, line, settings, withCredentials);
    }
}
