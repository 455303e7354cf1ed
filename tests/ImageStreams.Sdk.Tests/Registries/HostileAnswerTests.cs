using System.Text;
using ImageStreams.Registries;
using ImageStreams.Tests.Graphs;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Registries;

public sealed class HostileAnswerTests : IDisposable
{
    private const string User = "user";
    private readonly CancellationTokenSource _limit = new(TimeSpan.FromSeconds(60));
    private readonly FakeTimeProvider _time = new();

    public static TheoryData<string> Names => [.. HostileAnswers.All.Select(hostile => hostile.Name)];

    public void Dispose() => _limit.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Client_HostileAnswer_NamesItAndKeepsSecrets(string name)
    {
        var hostile = HostileAnswers.All.Single(candidate => candidate.Name == name);
        using var handler = new ScriptedHandler(request => Answer(hostile, request));
        using var client = CreateClient(handler);

        var exception = await Assert.ThrowsAsync<RegistryException>(() => hostile.Ask(client, _limit.Token));

        Assert.Equal(hostile.Failure, exception.Reason);
        Assert.Equal(hostile.Status, (int?)exception.StatusCode);
        Assert.Equal(hostile.RetryAfter, exception.RetryAfter);
        Assert.Contains(hostile.Message, exception.Message, StringComparison.Ordinal);
        AssertKeepsSecrets(exception, handler);
    }

    /// <summary>Every error in full, reviewed as text: kind, status, method, address and message.</summary>
    [Fact]
    public async Task Client_HostileAnswers_AreReportedAsReviewed()
    {
        var reports = new List<string>();
        foreach (var hostile in HostileAnswers.All)
        {
            using var handler = new ScriptedHandler(request => Answer(hostile, request));
            using var client = CreateClient(handler);
            var exception = await Assert.ThrowsAsync<RegistryException>(() => hostile.Ask(client, _limit.Token));
            reports.Add(Report(hostile, exception));
        }

        RenewableFile.AssertEqual(
            "tests/ImageStreams.Sdk.Tests/Registries/HostileAnswers.golden.txt", string.Concat(reports));
    }

    private static string Report(HostileCase hostile, RegistryException exception) =>
        $"""
        {hostile.Name}
          {exception.Reason}, status {(int?)exception.StatusCode ?? 0}, {exception.Method} {exception.Uri}
          {exception.Message}

        """;

    /// <summary>Two attempts without a wait, so that transient failures are retried.</summary>
    private HttpRegistryClient CreateClient(ScriptedHandler handler) => new(
        new RegistryClientOptions { MaxAttempts = 2, RetryDelay = TimeSpan.Zero, MaxRetryDelay = TimeSpan.Zero },
        RegistryCredentials.For(HostileAnswers.Host, User, HostileAnswers.Password),
        RegistryHandlers.From(handler),
        _time);

    /// <summary>Unless the case is about authentication, the fault comes after the client is authenticated.</summary>
    private static HttpResponseMessage Answer(HostileCase hostile, HttpRequestMessage request) =>
        hostile.SeesAnonymous || request.Headers.Authorization is not null || request.RequestUri!.Host != HostileAnswers.Host
            ? hostile.Script(request)
            : Reply.Challenge("Basic realm=\"registry\"");

    private static void AssertKeepsSecrets(RegistryException exception, ScriptedHandler handler)
    {
        var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{HostileAnswers.Password}"));
        var reported = $"{exception} {exception.Uri} {string.Join(' ', exception.Errors.Select(error => $"{error} {error.Detail}"))}";
        Assert.All(
            new[] { HostileAnswers.Password, HostileAnswers.Token, pair, "sig=abc" },
            secret => Assert.DoesNotContain(secret, reported, StringComparison.Ordinal));
        Assert.All(
            handler.Sent.Where(sent => sent.Uri.Host is not (HostileAnswers.Host or "auth.example.com")),
            sent => Assert.Empty(sent.Authorization));
    }
}
