using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Tests.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Controllers;

/// <summary>The records of imports, and what they do in the next process.</summary>
public sealed partial class ImportStateTests : IDisposable
{
    private static readonly DateTimeOffset Start = EmbeddedEngine.Now;
    private static readonly ImageStreamName Ruby = ImageStreamName.FromParts("shop", "ruby");
    private readonly EmbeddedEngine _engine = new();
    private readonly LogLines<ImportController> _log = new();

    public void Dispose() => _engine.Dispose();

    [Fact]
    public void Take_FirstTime_HasAllStreamsAndThenOnlyThoseThatChanged()
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby"));
        imports.Observe(Scheduled("go"));

        Assert.Equal(["shop/go", "shop/ruby"], imports.TakeStateChanges().Select(record => record.Key).Order());
        Assert.Empty(imports.TakeStateChanges());

        imports.Schedule.ScheduleNow(Ruby.WithTag("a"), Start);
        Assert.Equal(["shop/ruby"], imports.TakeStateChanges().Select(record => record.Key));
        Assert.Empty(imports.TakeStateChanges());
    }

    [Fact]
    public void Take_WriteThatMovesNoImport_ChangesNothing()
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby"));
        imports.TakeStateChanges();

        imports.Observe(Versioned(Scheduled("ruby", image: '2'), "2"));

        Assert.Empty(imports.TakeStateChanges());
    }

    [Fact]
    public void Take_StreamsThatAreGone_RemovesTheirRecords()
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby"));
        imports.Observe(Scheduled("go"));
        imports.TakeStateChanges();

        imports.Remove(Ruby);
        imports.Observe(Versioned(AnImageStream("go").Build(), "2"));

        Assert.Equal(
            [new StateRecord("imports", "shop/go", null), new StateRecord("imports", "shop/ruby", null)],
            imports.TakeStateChanges().OrderBy(record => record.Key, StringComparer.Ordinal));
    }

    [Fact]
    public async Task Take_RecordOfAFailure_IsSmallAndReadable()
    {
        var imports = Create();
        imports.Observe(await _engine.Client.Streams.CreateAsync(new ImageStream
        {
            Metadata = new ObjectMeta { Namespace = "shop", Name = "ruby" },
            Spec = Scheduled("ruby").Spec,
        }));
        await imports.RunDueAsync();

        Assert.StartsWith(
            """{"tags":[{"tag":"a","next":"2024-06-01T00:15:00+00:00","last":"2024-06-01T00:00:00+00:00","interval":"00:15:00","from":"quay.io/app/web:a","failures":1,"reason":"NotFound","message":""",
            Assert.Single(imports.TakeStateChanges()).Value,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Restore_BeforeOrAfterTheStreamIsObserved_GoesOnWhereItWas(bool isBefore)
    {
        var known = Tag(next: 7, last: -8) with { Failures = 3, Reason = "InternalError", Message = "The registry is down." };
        var next = Create();
        if (isBefore)
        {
            next.RestoreState(Records(known));
        }

        next.Observe(Scheduled("ruby", created: -60));
        next.RestoreState(Records(known));

        Assert.Equal([known], next.Schedule.Find(Ruby));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public async Task Restore_AfterAnImportOfThisProcess_ChangesNothing()
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby", created: -60));
        _engine.Time.SetUtcNow(imports.NextDue!.Value);
        await imports.RunDueAsync();
        var known = imports.Schedule.Find(Ruby);

        imports.RestoreState(Records(Tag(next: 3, last: -8)));

        Assert.Equal(known, imports.Schedule.Find(Ruby));
    }

    /// <summary>The minutes of the recorded check and of the stream's last event, the failures, and the expected next check.</summary>
    [Theory]
    [InlineData(5, -10, 0, 5)]        // nothing happened meanwhile
    [InlineData(5, -2, 0, 5)]         // a push before the check was due moves no import
    [InlineData(-4, -3, 0, 12)]       // imported after it was due, and not recorded
    [InlineData(8, -3, 4, 12)]        // imported while the record waits after failures
    [InlineData(20, -30, 4, 20)]      // still waits after failures
    [InlineData(60 * 24 * 7, -5, 0, 10)]    // no wait is that long: the clock was wrong
    public void Restore_RecordAndStatus_TheNewerCounts(int next, int lastEvent, int failures, int expected)
    {
        var imports = Create();
        imports.RestoreState(Records(Tag(next, last: -10) with { Failures = failures }));

        imports.Observe(Scheduled("ruby", created: lastEvent));

        Assert.Equal(Start.AddMinutes(expected), imports.NextDue);
    }

    [Fact]
    public void Restore_TagThatFollowsAnotherImage_IsScheduledWithoutTheRecord()
    {
        var imports = Create();
        imports.RestoreState(Records(Tag(next: 14, last: -1), source: "quay.io/app/web:before"));

        imports.Observe(Scheduled("ruby", created: -5));

        Assert.Equal(Start.AddMinutes(10), imports.NextDue);
    }

    [Fact]
    public void Restore_ShorterInterval_AppliesSpread()
    {
        var imports = Create(new ImportScheduleOptions { Jitter = 0, Interval = TimeSpan.FromMinutes(5) });
        imports.RestoreState(Records(Tag(next: 7, last: -8)));

        imports.Observe(Scheduled("ruby", created: -60));

        Assert.InRange(imports.NextDue!.Value, Start.AddSeconds(1), Start.AddMinutes(1));
    }

    [Fact]
    public void Restore_OverdueTags_AreSpreadOverTheStart()
    {
        var imports = Create();
        for (var i = 0; i < 300; i++)
        {
            imports.RestoreState(Records(Tag(next: -3, last: -18), name: $"s{i}"));
            imports.Observe(Scheduled($"s{i}", created: -60));
        }

        var due = Enumerable.Range(0, 300)
            .Select(i => imports.Schedule.Find(ImageStreamName.FromParts("shop", $"s{i}"))[0].NextCheck - Start).ToList();
        Assert.All(due, time => Assert.InRange(time, TimeSpan.Zero, TimeSpan.FromMinutes(1)));
        Assert.All(Enumerable.Range(0, 6), i => Assert.InRange(due.Count(time => (int)time.TotalSeconds / 10 == i), 20, 90));
    }

    private static StateRecord[] Records(TagSchedule tag, string name = "ruby", string source = "quay.io/app/web:a")
    {
        var state = new StreamState { Tags = [new TagState(tag, source, IsOfRepository: false)] };
        return [new StateRecord("imports", $"shop/{name}", ImportStateJson.Write(state))];
    }

    /// <summary>A tag with times in minutes from the start.</summary>
    private static TagSchedule Tag(int next, int last) => new()
    {
        Tag = "a",
        NextCheck = Start.AddMinutes(next),
        LastChecked = Start.AddMinutes(last),
        Interval = TimeSpan.FromMinutes(15),
    };

    /// <summary>A stream with a scheduled tag whose event was some minutes after the start.</summary>
    private static ImageStream Scheduled(string name, int created = 0, char image = '1') =>
        Versioned(AnImageStream(name).Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo(image)
            .At(Start.AddMinutes(created)).Build(), "1");

    /// <summary>A version of a stream whose repository was checked, so that nothing is imported at once.</summary>
    private static ImageStream Versioned(ImageStream stream, string version) => stream with
    {
        Metadata = stream.Metadata with
        {
            ResourceVersion = version,
            Annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, "2024-01-01T00:00:00Z"),
        },
    };

    private ImportController Create(ImportScheduleOptions? options = null) =>
        new(_engine.Client, new ImportSchedule(options ?? new ImportScheduleOptions { Jitter = 0 }), _engine.Time, _log);
}
