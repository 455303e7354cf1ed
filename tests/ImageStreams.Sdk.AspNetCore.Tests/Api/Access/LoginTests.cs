using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace ImageStreams.Tests.AspNetCore;

public sealed class LoginTests
{
    private static readonly TestAuthority Authority = new("front");
    private static readonly TestAuthority Other = new("other");

    [Theory]
    [InlineData("secret", true)]
    [InlineData("secreT", false)]
    [InlineData("", false)]
    public async Task Token_OfHash_IsTheUser(string token, bool isKnown)
    {
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes("secret")));
        var login = new TokenLogin([new ApiTokenOptions { Sha256 = hash, User = "alice", Groups = { "devs" } }]);

        var result = await login.TryAsync(CreateContext(("Authorization", $"Bearer {token}")));

        Assert.Equal(isKnown ? "alice" : null, result.User?.Name);
        Assert.Equal(token.Length > 0, result.HasCredentials);
    }

    [Fact]
    public async Task Certificate_OfAuthority_HasNameAndGroups()
    {
        var context = CreateContext();
        context.Connection.ClientCertificate = Authority.Issue("CN=alice, O=devs, O=ops");

        var user = (await CreateCertificateLogin().TryAsync(context)).User!;

        Assert.Equal("alice", user.Name);
        Assert.Equal(["devs", "ops"], user.Groups.Order());
        Assert.StartsWith("X509SHA256=", user.Extra["authentication.kubernetes.io/credential-id"][0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Certificate_OfAnotherAuthority_IsUnknown()
    {
        var context = CreateContext();
        context.Connection.ClientCertificate = Other.Issue("CN=alice");

        var result = await CreateCertificateLogin().TryAsync(context);

        Assert.Null(result.User);
        Assert.True(result.HasCredentials);
    }

    [Theory]
    [InlineData(true, "CN=front-proxy-client", "alice")]
    [InlineData(true, "CN=somebody", null)]
    [InlineData(false, "CN=front-proxy-client", null)]
    public async Task RequestHeaders_CountFromTheAggregatorOnly(bool isTrusted, string subject, string? expected)
    {
        var options = new RequestHeaderLoginOptions { AllowedNames = { "front-proxy-client" } };
        var context = CreateContext(("X-Remote-User", "alice"), ("X-Remote-Group", "devs"), ("X-Remote-Extra-Acme.com%2Fproject", "x"));
        context.Connection.ClientCertificate = (isTrusted ? Authority : Other).Issue(subject);

        var user = (await CreateHeaderLogin(options).TryAsync(context)).User;

        Assert.Equal(expected, user?.Name);
        if (user is not null)
        {
            Assert.Equal(["devs"], user.Groups);
            Assert.Equal(["x"], user.Extra["acme.com/project"]);
        }
    }

    [Fact]
    public async Task RequestHeaders_WithoutCertificate_AreNoCredentials()
    {
        var options = new RequestHeaderLoginOptions { AllowedNames = { "front-proxy-client" } };

        var result = await CreateHeaderLogin(options).TryAsync(CreateContext(("X-Remote-User", "admin")));

        Assert.Equal(LoginResult.None, result);
    }

    [Fact]
    public async Task AspNetCore_SystemNames_AreNotTaken()
    {
        var context = CreateContext();
        context.User = new ClaimsPrincipal(new ClaimsIdentity(
            [new Claim(ClaimTypes.Name, "alice"), new Claim("groups", "devs"), new Claim("groups", "system:masters")], "test"));
        var login = new AspNetCoreLogin(new AspNetCoreLoginOptions { Enabled = true });

        var user = (await login.TryAsync(context)).User!;

        Assert.Equal("alice", user.Name);
        Assert.Equal(["devs"], user.Groups);
        context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "system:admin")], "test"));
        Assert.Null((await login.TryAsync(context)).User);
    }

    [Fact]
    public async Task WithoutCredentials_AnonymousOnlyByName()
    {
        Assert.Equal("system:anonymous", (await new CombinedLogin([], allowAnonymous: true).GetUserAsync(CreateContext())).Name);
        var failure = await Assert.ThrowsAsync<ApiException>(async () => await new CombinedLogin([], allowAnonymous: false).GetUserAsync(CreateContext()));
        Assert.Equal(ApiFailure.Unauthorized, failure.Reason);
    }

    [Fact]
    public void Options_ThatContradict_AreRefused()
    {
        var options = new ImageApiAccessOptions { AllowRemoteWithoutLogin = true, AllowAnonymous = true };
        options.Tokens.Add(new ApiTokenOptions { Sha256 = "abc" });
        options.RequestHeaders.AuthorityFile = "ca.pem";
        options.RoleBindings.Add(new RoleBindingOptions());

        var failure = Assert.Throws<OptionsValidationException>(() => ImageApiAccessChecks.ThrowIfAny(options));

        Assert.Equal(8, failure.Failures.Count());
    }

    private static RequestHeaderLogin CreateHeaderLogin(RequestHeaderLoginOptions options)
    {
        var headers = new AggregatorHeaders(options, Authority.CreateVerifier());
        return new RequestHeaderLogin(() => headers);
    }

    private static CertificateLogin CreateCertificateLogin() => new(Authority.CreateVerifier());

    private static DefaultHttpContext CreateContext(params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }
}
