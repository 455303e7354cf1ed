using ImageStreams.Tests.Documentation;
using Microsoft.Extensions.Time.Testing;
using Xunit.Abstractions;

namespace ImageStreams.Tests.Kubernetes;

/// <summary>The requests that our client makes for everyday things are those that <c>oc</c> makes, with the same effect.</summary>
public sealed class EverydayRequestTests(ITestOutputHelper output)
{
    private static readonly DateTimeOffset Start = new(2026, 11, 29, 20, 0, 0, TimeSpan.Zero);

    private static IEnumerable<EverydayVerb> All => EverydayReads.All.Concat(EverydayWrites.All).Concat(EverydayTags.All);

    public static TheoryData<string> Commands => [.. All.Select(verb => verb.Command)];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Requests_OfAnEverydayThing_AreThoseOfTheCommand(string command)
    {
        var verb = All.Single(verb => verb.Command == command);
        await using var ours = await EverydayCluster.StartAsync(new FakeTimeProvider(Start));
        await using var theirs = await EverydayCluster.StartAsync(new FakeTimeProvider(Start));
        await verb.ArrangeAsync(ours);
        await verb.ArrangeAsync(theirs);

        await verb.RunAsync(ours);
        await theirs.SendAsync(RecordedRequest.Read(command, theirs.Registry, theirs.ImageName));

        var differences = RequestComparison.Find(ours.Requests, RecordedRequest.Read(command, ours.Registry, ours.ImageName));
        differences.ToList().ForEach(output.WriteLine);
        Assert.All(differences, difference => Assert.Contains(verb.Differences, named => named.Covers(difference)));
        Assert.All(verb.Differences, named => Assert.True(differences.Any(named.Covers), $"There is no such difference: {named.Reason}"));
        Assert.Equal(await EverydayState.ReadAsync(theirs), await EverydayState.ReadAsync(ours));
    }

    [Fact]
    public void Differences_AreOnThePageOfClusters()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "how-to", "clusters.md"));
        Assert.All(All.SelectMany(verb => verb.Differences), named => Assert.Contains(named.Reason, page, StringComparison.Ordinal));
    }

    [Fact]
    public void Recordings_HaveNoCommandThatOurClientDoesNot() =>
        Assert.Equal(RecordedRequest.ReadCommands().Order(), All.Select(verb => verb.Command).Order());
}
