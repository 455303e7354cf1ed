using System.Net;
using ImageStreams.Registries;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class TokenClientTests
{
    private readonly FakeTimeProvider _time = new();

    [Theory]
    [InlineData("""{"token":"t1","access_token":"t2","expires_in":300}""", "t1", 300L)]
    [InlineData("""{"token":"","access_token":"t2"}""", "t2", null)]
    [InlineData("""{"access_token":"!~"}""", "!~", null)]
    [InlineData("""{"token":"t","expires_in":"300"}""", "t", null)]
    public async Task Fetch_Token_IsReadWithItsLifetime(string answer, string token, long? expiresIn)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json(answer));
        Assert.Equal((token, expiresIn), await FetchAsync(handler));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("""{"token":""}""")]
    [InlineData("""{"token":"a b"}""")]
    [InlineData("""{"token":"é"}""")]
    [InlineData("""{"token":"a\r\nX: y"}""")]
    [InlineData("""{"token":5}""")]
    public async Task Fetch_NoTokenThatAHeaderCanHave_IsRefused(string answer)
    {
        using var handler = new ScriptedHandler(_ => Reply.Json(answer));
        var exception = await Assert.ThrowsAsync<RegistryException>(() => FetchAsync(handler));

        Assert.Equal(RegistryFailure.InvalidResponse, exception.Reason);
        Assert.Contains("the token server sent no usable token", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fetch_ServerRefuses_IsReportedAsItsAnswer()
    {
        using var handler = new ScriptedHandler(_ => Reply.Status(
            HttpStatusCode.Forbidden, """{"errors":[{"code":"DENIED","message":"not you"}]}"""));
        var exception = await Assert.ThrowsAsync<RegistryException>(() => FetchAsync(handler));

        Assert.Equal((RegistryFailure.Denied, "DENIED: not you"), (exception.Reason, exception.Errors.Single().ToString()));
        Assert.True(exception.IsFromTokenServer);
    }

    [Fact]
    public async Task Fetch_ServerHangs_IsATimeoutOfTheServer()
    {
        using var handler = new ScriptedHandler(static async (_, cancellationToken) =>
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return Reply.Json("{}");
        });

        var exception = await Assert.ThrowsAsync<RegistryException>(() =>
        {
            var fetch = FetchAsync(handler);
            _time.Advance(TimeSpan.FromSeconds(30));
            return fetch;
        });

        Assert.Equal((RegistryFailure.Timeout, "https://auth.example/token"), (exception.Reason, exception.Uri!.AbsoluteUri));
        Assert.Contains("no complete answer within 30 s", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task GetManifest_SourceOfCredentialsFails_NothingIsSentToTheTokenServer()
    {
        using var handler = new ScriptedHandler(_ => Reply.Challenge("Bearer realm=\"https://registry.example/token\""));
        var failing = RegistryCredentials.From((_, _) => throw new RegistryCredentialException(
            RegistryCredentialFailure.Unreadable, "the vault", "the vault is closed."));
        using var client = new HttpRegistryClient(new() { MaxAttempts = 1 }, failing, RegistryHandlers.From(handler), _time);

        var exception = await Assert.ThrowsAsync<RegistryException>(
            () => client.GetManifestAsync(new() { Registry = "registry.example", Name = "o/r" }, "1"));

        Assert.Equal(RegistryFailure.CredentialsUnusable, exception.Reason);
        Assert.Contains("the vault is closed", exception.Message, StringComparison.Ordinal);
        Assert.Single(handler.Sent);
    }

    private async Task<(string Token, long? ExpiresIn)> FetchAsync(ScriptedHandler handler)
    {
        var settings = new RegistryClientSettings(new(), _time);
        var client = new TokenClient(new HttpExchange(RegistryHandlers.From(handler), settings), settings, _time);
        var call = RegistryCall.ForTags(new() { Registry = "registry.example", Name = "o/r" }, 1);
        return await client.FetchAsync(new RequestLine(call, call.Method, new Uri("https://auth.example/token")) { IsForToken = true });
    }
}
