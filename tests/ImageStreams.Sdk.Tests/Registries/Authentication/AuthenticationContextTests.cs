using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

/// <summary>No step of authentication returns to the context of its caller, which may be blocked by then.</summary>
public sealed class AuthenticationContextTests
{
    private const string Host = "registry.example";
    private const string Realm = $"Bearer realm=\"https://{Host}/token\"";
    private static readonly RegistryRepository Repository = new() { Registry = Host, Name = "o/r" };

    /// <summary>A registry: its answer to a request, the number of the call, and the authorization.</summary>
    public static TheoryData<string> Servers =>
        ["basic", "bearer", "anonymous", "token server refuses the login", "registry refuses the token of the login", "token is revoked",
            "stale token and a useless challenge", "token server refuses later", "token server fails"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Call_WhateverItWaitsFor_DoesNotReturnToTheContext(string server)
    {
        var isReached = true;
        for (var step = 1; isReached; step++)
        {
            isReached = await CallTwiceAsync(server, new Gate(step));
            Assert.True(isReached || step > 8, $"{server} has only {step - 1} steps.");
        }
    }

    private static async Task<bool> CallTwiceAsync(string server, Gate gate)
    {
        var time = new FakeTimeProvider();
        var call = 1;
        using var handler = new ScriptedHandler(async (request, _) =>
        {
            await gate.PassAsync().ConfigureAwait(false);
            var authorization = request.Headers.Authorization?.ToString() ?? "";
            var answer = request.RequestUri!.AbsolutePath == "/token"
                ? AnswerToken(server, call, authorization)
                : AnswerManifest(server, call, authorization);
            var body = await answer.Content.ReadAsByteArrayAsync(CancellationToken.None).ConfigureAwait(false);
            var type = answer.Content.Headers.ContentType!.MediaType!;
            var gated = Reply.Stream(new GatedStream(body, gate), type, answer.StatusCode);
            return answer.Headers.TryGetValues("WWW-Authenticate", out var challenges)
                ? gated.With("WWW-Authenticate", challenges.Single())
                : gated;
        });
        var credentials = RegistryCredentials.From(async (_, _) =>
        {
            await gate.PassAsync().ConfigureAwait(false);
            return server == "anonymous" ? null : new RegistryCredential.Login { UserName = "user", Password = "pass" };
        });
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, credentials, RegistryHandlers.From(handler), time);
        for (; call <= 2; call++)
        {
            await CallAsync(client, gate);
            time.Advance(TimeSpan.FromDays(call == 1 && server == "token server refuses later" ? 1 : 0));
        }

        return gate.WasReached;
    }

    private static async Task CallAsync(HttpRegistryClient client, Gate gate)
    {
        var context = new RecordingContext();
        var call = context.Run(() => client.GetManifestAsync(Repository, "1"));
        Assert.True(call.IsCompleted || gate.IsWaiting);   // whatever does not wait runs under the context
        if (gate.IsWaiting)
        {
            gate.Open();
        }

        var exception = await Record.ExceptionAsync(() => call);

        Assert.True(exception is null or RegistryException, $"{exception}");
        Assert.Equal(0, context.Posts);
    }

    private static HttpResponseMessage AnswerToken(string server, int call, string authorization) => (server, call) switch
    {
        ("token server refuses the login", _) when authorization.Length > 0 => Reply.Status(HttpStatusCode.Unauthorized),
        ("token server refuses later", 2) => Reply.Status(HttpStatusCode.Unauthorized),
        ("token server fails", _) => Reply.Status(HttpStatusCode.InternalServerError, """{"errors":[{"code":"UNKNOWN"}]}"""),
        _ => Reply.Json($$"""{"token":"{{(authorization.Length > 0 ? "login" : "anonymous")}}{{call}}"}"""),
    };

    private static HttpResponseMessage AnswerManifest(string server, int call, string authorization) => (server, authorization) switch
    {
        ("basic", "") => Reply.Challenge("Basic realm=\"r\""),
        (_, "") when server != "token server refuses later" || call == 1 => Reply.Challenge(Realm),
        ("registry refuses the token of the login", "Bearer login1" or "Bearer login2") => Reply.Challenge(Realm),
        ("token is revoked", "Bearer login1") when call == 2 => Reply.Challenge(Realm),
        ("stale token and a useless challenge", "Bearer login1") when call == 2 => Reply.Challenge("Bearer realm=\"nonsense\""),
        _ => Reply.Manifest(),
    };
}
