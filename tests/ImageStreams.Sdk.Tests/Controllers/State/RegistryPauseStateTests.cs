using System.Net;
using ImageStreams.Controllers;
using ImageStreams.References;
using ImageStreams.Registries;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Controllers;

public sealed class RegistryPauseStateTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RegistryRepository App =
        RegistryRepository.From(ImageReference.Parse("docker.io/team/app:1"), insecure: false) with { CredentialScope = "shop" };

    private readonly FakeTimeProvider _time = new(Start);
    private readonly InMemoryRegistry _registry = new();
    private readonly LogLines<RegistryPauseState> _log = new();

    public void Dispose() => _registry.Dispose();

    [Fact]
    public async Task Take_AfterA429_HasTheEndAndNoCredential()
    {
        var state = await PauseAsync(new RegistryPauses(_time), "3600");

        var record = Assert.Single(state.TakeStateChanges());
        Assert.Equal(
            new StateRecord(
                "registry-pauses",
                "docker.io shop",
                """{"registry":"docker.io","scope":"shop","until":"2024-06-01T01:00:00+00:00"}"""),
            record);
        Assert.Empty(state.TakeStateChanges());

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Equal([record with { Value = null }], state.TakeStateChanges());
        Assert.Empty(state.TakeStateChanges());
    }

    [Fact]
    public async Task Restore_PauseOfTheLastProcess_SendsNoRequestUntilItsEnd()
    {
        var records = (await PauseAsync(new RegistryPauses(_time), "3600")).TakeStateChanges();
        var (pauses, requests) = (new RegistryPauses(_time), _registry.RequestCount);
        var state = Create(pauses);
        state.RestoreState(records);

        var refused = await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(pauses));

        Assert.Equal(requests, _registry.RequestCount);
        Assert.Equal((RegistryFailure.RateLimited, TimeSpan.FromHours(1)), (refused.Reason, refused.RetryAfter));
        Assert.Equal("docker.io until 2024-06-01 01:00:00Z", Assert.Single(pauses.Current).ToString());
        Assert.Empty(state.TakeStateChanges());

        _time.Advance(TimeSpan.FromHours(1));
        Assert.NotNull(await ResolveAsync(pauses));
        Assert.Empty(pauses.Current);
    }

    [Theory]
    [InlineData(-5, 0)]        // over
    [InlineData(10, 10)]
    [InlineData(3000, 1440)]   // at most a day
    public void Restore_End_IsCheckedAgainstTheClock(int minutes, int expected)
    {
        var pauses = new RegistryPauses(_time);
        var state = Create(pauses);
        state.RestoreState(
            [new("registry-pauses", "quay.io", $$"""{"registry":"quay.io","until":"{{Start.AddMinutes(minutes):O}}"}""")]);

        Assert.Equal(expected == 0 ? [] : [Start.AddMinutes(expected)], pauses.Current.Select(pause => pause.Until));
        Assert.Equal(expected == 0 ? 1 : 0, state.TakeStateChanges().Count(record => record.Value is null));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("no JSON")]
    [InlineData("""{"registry":"quay.io","until":7}""")]
    public void Restore_DamagedRecord_IsIgnoredWithALineInTheLog(string value)
    {
        var pauses = new RegistryPauses(_time);

        Create(pauses).RestoreState([new("registry-pauses", "quay.io", value), new("imports", "a", "b")]);

        Assert.Empty(pauses.Current);
        Assert.Contains("The state registry-pauses quay.io is ignored", Assert.Single(_log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Take_PauseThatEndedBeforeAnybodyTook_HasNothing()
    {
        var pauses = new RegistryPauses(_time);
        var state = await PauseAsync(pauses, "3600");

        _time.Advance(TimeSpan.FromHours(1));
        Assert.Empty(pauses.Current);

        Assert.Empty(state.TakeStateChanges());
    }

    [Fact]
    public void Restore_LongerPauseOfThisProcess_IsKept()
    {
        var pauses = new RegistryPauses(_time);
        pauses.Restore([new RegistryPause { Registry = "quay.io", Until = Start.AddHours(2) }]);

        pauses.Restore([new RegistryPause { Registry = "quay.io", Until = Start.AddHours(1) }]);

        Assert.Equal(Start.AddHours(2), Assert.Single(pauses.Current).Until);
    }

    private async Task<RegistryPauseState> PauseAsync(RegistryPauses pauses, string retryAfter)
    {
        _registry.Push("docker.io/team/app:1", SyntheticImage.Create("app"));
        _registry.FailNext(new RegistryFault.Status { Code = HttpStatusCode.TooManyRequests, RetryAfter = retryAfter });
        await Assert.ThrowsAsync<RegistryException>(() => ResolveAsync(pauses));
        return Create(pauses);
    }

    private async Task<ResolvedManifest> ResolveAsync(RegistryPauses pauses)
    {
        using var client = _registry.CreateClient(new RegistryClientOptions { MaxAttempts = 1, GetPauses = () => pauses });
        return await client.ResolveAsync(App, "1");
    }

    private RegistryPauseState Create(RegistryPauses pauses) => new(pauses, _time, _log);
}
