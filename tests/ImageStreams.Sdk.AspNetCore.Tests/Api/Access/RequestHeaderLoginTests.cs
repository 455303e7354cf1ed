using System.Security.Cryptography.X509Certificates;
using ImageStreams.AspNetCore;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.Tests.AspNetCore;

/// <summary>The headers of an aggregator count from its certificate only, as its options are now.</summary>
public sealed class RequestHeaderLoginTests
{
    private const string Subject = "CN=front-proxy-client";

    private readonly TestAuthority _authority = new("front");
    private readonly TestAuthority _next = new("next");

    [Fact]
    public async Task Certificate_Expired_IsThatOfNobody()
    {
        var options = CreateOptions(_authority);
        var expired = _authority.Issue(Subject, new DateTimeOffset(2021, 1, 1, 0, 0, 0, TimeSpan.Zero));

        Assert.Null(await FindAsync(options, expired));
        Assert.Equal("alice", await FindAsync(options, _authority.Issue(Subject)));
    }

    [Theory]
    [InlineData(true, "alice")]
    [InlineData(false, null)]
    public async Task Certificate_OfAnyName_CountsWhereThatIsSaid(bool allowsAnyName, string? expected)
    {
        var options = new RequestHeaderLoginOptions { GetAuthorities = () => _authority.Certificates, AllowsAnyName = allowsAnyName };

        Assert.Equal(expected, await FindAsync(options, _authority.Issue("CN=somebody")));
        Assert.Null(await FindAsync(options, _next.Issue("CN=somebody")));
    }

    [Fact]
    public async Task Authority_Rotated_CountsFromTheNextRequestOn()
    {
        RequestHeaderLoginOptions? current = null;
        var login = RequestHeaderLogin.Create(new RequestHeaderLoginOptions { GetCurrent = () => current }, TimeProvider.System);
        var (old, young) = (_authority.Issue(Subject), _next.Issue(Subject));

        Assert.Null(await FindAsync(login, old));
        current = CreateOptions(_authority);
        Assert.Equal(("alice", null), (await FindAsync(login, old), await FindAsync(login, young)));
        current = CreateOptions(_authority, _next);
        Assert.Equal(("alice", "alice"), (await FindAsync(login, old), await FindAsync(login, young)));
        current = CreateOptions(_next);
        Assert.Equal((null, "alice"), (await FindAsync(login, old), await FindAsync(login, young)));
    }

    [Fact]
    public async Task Headers_OfOtherNames_AreThoseOfTheOptions()
    {
        var options = CreateOptions(_authority);
        (options.UserHeader, options.UidHeader) = ("X-First, X-Second", "X-Id");
        (options.GroupHeader, options.ExtraPrefix) = ("X-Team,X-Crew", "X-A-,X-B-");
        var context = CreateContext(
            ("X-Remote-User", "mallory"), ("X-Second", "alice"), ("X-Id", "7"), ("X-Crew", "ops"), ("X-Team", "devs"),
            ("X-A-Scopes", "read"), ("X-B-scopes", "write"));
        context.Connection.ClientCertificate = _authority.Issue(Subject);

        var user = (await RequestHeaderLogin.Create(options, TimeProvider.System).TryAsync(context)).User!;

        Assert.Equal(("alice", "7"), (user.Name, user.Uid));
        Assert.Equal(["devs", "ops"], user.Groups);
        Assert.Equal(["read", "write"], user.Extra["scopes"]);
    }

    [Theory]
    [InlineData("known", "alice")]
    [InlineData("unknown", null)]
    [InlineData("failing", null)]
    public async Task Token_OfAReview_IsThatOfTheUserOrOfNobody(string token, string? expected)
    {
        var context = CreateContext(("Authorization", $"Bearer {token}"));

        var result = await new ReviewedTokenLogin(new Reviewer()).TryAsync(context);

        Assert.Equal((expected, true), (result.User?.Name, result.HasCredentials));
        Assert.Equal(LoginResult.None, await new ReviewedTokenLogin(new Reviewer()).TryAsync(CreateContext()));
    }

    private static async Task<string?> FindAsync(RequestHeaderLoginOptions options, X509Certificate2 certificate) =>
        await FindAsync(RequestHeaderLogin.Create(options, TimeProvider.System), certificate);

    private static async Task<string?> FindAsync(RequestHeaderLogin login, X509Certificate2 certificate)
    {
        var context = CreateContext(("X-Remote-User", "alice"));
        context.Connection.ClientCertificate = certificate;
        return (await login.TryAsync(context)).User?.Name;
    }

    private static RequestHeaderLoginOptions CreateOptions(params TestAuthority[] authorities) => new()
    {
        GetAuthorities = () => [.. authorities.SelectMany(static one => one.Certificates)],
        AllowedNames = { "front-proxy-client" },
    };

    private static DefaultHttpContext CreateContext(params (string Name, string Value)[] headers)
    {
        var context = new DefaultHttpContext();
        foreach (var (name, value) in headers)
        {
            context.Request.Headers[name] = value;
        }

        return context;
    }

    private sealed class Reviewer : IApiTokenReviewer
    {
        public ValueTask<ApiUser?> ReviewAsync(string token, CancellationToken cancellationToken = default) => token switch
        {
            "known" => ValueTask.FromResult<ApiUser?>(new ApiUser { Name = "alice" }),
            "failing" => throw new ApiException(ApiFailure.InternalError, new KubernetesStatus { Message = "down" }),
            _ => ValueTask.FromResult<ApiUser?>(null),
        };
    }
}
