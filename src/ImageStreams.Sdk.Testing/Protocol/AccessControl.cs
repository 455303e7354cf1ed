using System.Collections.Concurrent;
using System.Net;

namespace ImageStreams.Testing.Protocol;

/// <summary>Access control by password or token.</summary>
internal sealed class AccessControl(TimeProvider timeProvider)
{
    private const string Service = "synthetic-registry";
    private readonly ConcurrentDictionary<string, IssuedToken> _tokens = new(StringComparer.Ordinal);
    private int _lastToken;

    public AccessRule Rule { get; set; } = AccessRule.Open;

    /// <summary>Returns the response to a request without access; null when it has access.</summary>
    public WireResponse? Refuse(WireRequest request) => (Rule.Scheme, request.Route.Resource) switch
    {
        (AccessScheme.Open, _) or (_, RegistryResource.Token) => null,
        (AccessScheme.Basic, _) => Rule.Accepts(request.Login()) ? null : Unauthorized("Basic realm=\"synthetic\""),
        _ => HasToken(request) ? null : Unauthorized(BearerChallenge(request)),
    };

    /// <summary>Answers <c>GET /token?service=…&amp;scope=…</c>.</summary>
    public WireResponse IssueToken(WireRequest request)
    {
        var login = request.Login();
        if (Rule.Scheme != AccessScheme.Bearer || (login is null ? !Rule.AllowsAnonymous : !Rule.Accepts(login)))
        {
            return WireResponse.Error(HttpStatusCode.Unauthorized, "UNAUTHORIZED", "authentication required");
        }

        var token = $"synthetic-token-{Interlocked.Increment(ref _lastToken)}";
        _tokens[token] = new IssuedToken([.. request.Parameters("scope")], timeProvider.GetUtcNow() + Rule.TokenLifetime);
        return WireResponse.FromJson(json =>
        {
            json.WriteString("token", token);
            json.WriteNumber("expires_in", (long)Rule.TokenLifetime.TotalSeconds);
        });
    }

    /// <summary>Revokes every token that was issued.</summary>
    public void RevokeTokens() => _tokens.Clear();

    private bool HasToken(WireRequest request)
    {
        var header = request.Header("Authorization");
        return header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            && _tokens.TryGetValue(header["Bearer ".Length..], out var token)
            && timeProvider.GetUtcNow() < token.Expires
            && (request.Route.Resource == RegistryResource.Api
                || token.Allows(request.Route.Repository, GetAction(request)));
    }

    private static string BearerChallenge(WireRequest request)
    {
        var challenge = $"Bearer realm=\"{request.Scheme}://{request.Host}/token\",service=\"{Service}\"";
        return request.Route.Repository.Length == 0
            ? challenge
            : $"{challenge},scope=\"repository:{request.Route.Repository}:{GetScope(request)}\"";
    }

    private static string GetAction(WireRequest request) => request.IsRead ? "pull" : "push";

    private static string GetScope(WireRequest request) => request.IsRead ? "pull" : "pull,push";

    private static WireResponse Unauthorized(string challenge) =>
        WireResponse.Error(HttpStatusCode.Unauthorized, "UNAUTHORIZED", "authentication required")
            .With(WireHeaders.Challenge, challenge);
}
