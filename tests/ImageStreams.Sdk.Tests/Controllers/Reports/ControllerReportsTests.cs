using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Tests.Controllers;

public sealed class ControllerReportsTests
{
    private static readonly DateTimeOffset Now = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Read_SeveralReaders_SeeAllThatCameAfterTheyBegan()
    {
        var reports = new ControllerReports();
        await using var first = reports.ReadImportsAsync().GetAsyncEnumerator();
        reports.Add(Report("a"));
        await using var second = reports.ReadImportsAsync().GetAsyncEnumerator();
        reports.Add(Report("b"));

        Assert.Equal(["a", "b"], [await NextAsync(first), await NextAsync(first)]);
        Assert.Equal("b", await NextAsync(second));
    }

    [Fact]
    public async Task Read_Reactions_SeesReactionsOnly()
    {
        var reports = new ControllerReports();
        await using var reader = reports.ReadReactionsAsync().GetAsyncEnumerator();
        reports.Add(Report("a"));
        var reaction = Reaction("web");
        reports.Add(reaction);

        Assert.True(await reader.MoveNextAsync());
        Assert.Same(reaction, reader.Current);
    }

    [Fact]
    public async Task Read_ReaderThatIsTooSlow_MissesTheOldestAndIsToldHowMany()
    {
        var reports = new ControllerReports(new ControllerReportsOptions { ReaderCapacity = 2 });
        var reader = reports.ReadImportsAsync();
        await using var slow = reader.GetAsyncEnumerator();
        foreach (var name in (string[])["a", "b", "c", "d", "e"])
        {
            reports.Add(Report(name));
        }

        Assert.Equal(3, reader.Dropped);
        Assert.Equal(["d", "e"], [await NextAsync(slow), await NextAsync(slow)]);
    }

    [Fact]
    public async Task Read_Canceled_EndsTheEnumeration()
    {
        using var stop = new CancellationTokenSource();
        var reports = new ControllerReports();
        await using var reader = reports.ReadImportsAsync(stop.Token).GetAsyncEnumerator();
        var next = reader.MoveNextAsync();
        Assert.False(next.IsCompleted);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await next);
    }

    [Fact]
    public async Task Read_ReaderThatHasEnded_KeepsNothing()
    {
        var reports = new ControllerReports(new ControllerReportsOptions { ReaderCapacity = 1 });
        var reader = reports.ReadImportsAsync();
        await reader.GetAsyncEnumerator().DisposeAsync();

        reports.Add(Report("a"));
        reports.Add(Report("b"));

        Assert.Equal(0, reader.Dropped);
    }

    [Fact]
    public void LastImports_HasTheLastReportOfEachStreamUpToItsLimit()
    {
        var reports = new ControllerReports(new ControllerReportsOptions { KeptStreams = 2 });
        foreach (var name in (string[])["a", "b", "a", "c"])
        {
            reports.Add(Report(name));
        }

        Assert.Equal(["a", "c"], reports.LastImports.Select(report => report.Job.Stream.Name));
        Assert.Null(reports.FindLastImport(Name("b")));
        Assert.NotNull(reports.FindLastImport(Name("a")));
    }

    [Fact]
    public void LastImports_StreamThatWasDeleted_IsForgotten()
    {
        var streams = new ReflectedObjects<ImageStream>();
        var reports = new ControllerReports();
        streams.Add(reports);
        var stream = new ImageStream { Metadata = new ObjectMeta { Namespace = "shop", Name = "a", ResourceVersion = "1" } };
        streams.Replace([stream]);
        reports.Add(Report("a"));

        streams.Replace([]);

        Assert.Empty(reports.LastImports);
    }

    [Fact]
    public void LastReactions_AreKeptUpToTheirLimit()
    {
        var reports = new ControllerReports(new ControllerReportsOptions { KeptReactions = 2 });
        foreach (var name in (string[])["a", "b", "c"])
        {
            reports.Add(Reaction(name));
        }

        Assert.Equal(["b", "c"], reports.LastReactions.Select(reaction => reaction.Object.Name));
    }

    [Fact]
    public void Constructor_CapacityOutOfRange_IsAnArgumentError() =>
        Assert.Throws<ArgumentOutOfRangeException>(
            () => new ControllerReports(new ControllerReportsOptions { ReaderCapacity = 0 }));

    private static async Task<string> NextAsync(IAsyncEnumerator<ImportReport> reader)
    {
        Assert.True(await reader.MoveNextAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(60)));
        return reader.Current.Job.Stream.Name;
    }

    private static ImageStreamName Name(string stream) => ImageStreamName.FromParts("shop", stream);

    private static ImportReport Report(string stream) => new()
    {
        Job = new ImportJob { Stream = Name(stream), Request = new ImageStreamImport(), Due = Now },
        Time = Now,
    };

    private static TriggerReaction Reaction(string name) => new TriggerReaction.Skipped
    {
        Object = new TriggerObject { Kind = "BuildConfig", Namespace = "shop", Name = name },
        Causes = [],
        Triggers = [],
    };
}
