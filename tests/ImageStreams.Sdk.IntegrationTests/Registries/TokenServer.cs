using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.IntegrationTests.Registries;

/// <summary>A token server: the account <c>user</c> with <c>pass</c> may do everything, everyone may pull what is under
/// <c>open/</c>.</summary>
internal sealed class TokenServer : IAsyncDisposable
{
    /// <summary>The lifetime of tokens as announced.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private const string Account = "Basic " + ProtectedRegistryFixture.Secret;
    private readonly ConcurrentQueue<string> _requests = new();
    private LoopbackHost _host = null!;

    private TokenServer()
    {
    }

    public TokenIssuer Issuer { get; } = new();

    public Uri Realm => new(_host.Address, "/token");

    /// <summary>Each request waits for it before it is answered.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>The real lifetime of tokens, when it differs from the announced one.</summary>
    public TimeSpan RealLifetime { get; set; } = Lifetime;

    public static async Task<TokenServer> StartAsync()
    {
        var server = new TokenServer();
        server._host = await LoopbackHost.StartAsync(server.HandleAsync);
        return server;
    }

    /// <summary>The number of requests for a repository.</summary>
    public int CountRequests(string repository) =>
        _requests.Count(scope => scope.StartsWith($"repository:{repository}:", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Issuer.Dispose();
    }

    private async Task HandleAsync(HttpContext context)
    {
        string[] scopes = [.. context.Request.Query["scope"].OfType<string>()];
        foreach (var scope in scopes)
        {
            _requests.Enqueue(scope);
        }

        await Gate.WaitAsync(context.RequestAborted);
        var authorization = context.Request.Headers.Authorization.ToString();
        if (authorization.Length > 0 && authorization != Account)
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var granted = scopes.Where(scope => authorization == Account || IsOpen(scope));
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(Answer(granted), context.RequestAborted);
    }

    private string Answer(IEnumerable<string> granted) => new JsonObject
    {
        ["token"] = Issuer.Issue(granted, RealLifetime),
        ["expires_in"] = (int)Lifetime.TotalSeconds,
    }.ToJsonString();

    private static bool IsOpen(string scope) =>
        scope.StartsWith("repository:open/", StringComparison.Ordinal) && scope.EndsWith(":pull", StringComparison.Ordinal);
}
