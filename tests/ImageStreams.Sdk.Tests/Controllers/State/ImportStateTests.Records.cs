using ImageStreams.Importing;
using ImageStreams.Storage;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Controllers;

/// <content>Refusals, pauses, streams that another process takes over, and damaged records.</content>
public sealed partial class ImportStateTests
{
    [Theory]
    [InlineData("1", 2)]
    [InlineData("2", 0)]
    public void Restore_RefusedRequest_WaitsUnlessTheStreamHasChanged(string version, int minutes)
    {
        var imports = Create();
        var state = new StreamState
        {
            Tags = [],
            Refusals = 1,
            RefusedVersion = "1",
            NeededSince = Start.AddMinutes(2),
        };
        imports.RestoreState([new StateRecord("imports", "shop/ruby", Json(state))]);

        imports.Observe(Versioned(AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a").Build(), version));

        Assert.Equal(Start.AddMinutes(minutes), imports.NextDue);
    }

    [Fact]
    public void Restore_StateOfEveryPart_IsReadAsItWasWritten()
    {
        var state = new StreamState
        {
            Tags =
            [
                new TagState(Tag(next: 5, last: -5) with { Failures = 2, Reason = "A", Message = "\"é\"\n" }, "quay.io/a:1", false),
                new TagState(new TagSchedule { Tag = "", NextCheck = Start.AddTicks(1) }, null, true),
            ],
            Refusals = 3,
            RefusedVersion = "77",
            NeededSince = Start,
        };

        var read = Read(Json(state));

        Assert.Equal(state.Tags, read.Tags);
        Assert.Equal(state with { Tags = read.Tags }, read);
    }

    [Fact]
    public void Take_LongMessage_IsCut()
    {
        var state = new StreamState { Tags = [new TagState(Tag(5, -5) with { Message = new string('a', 511) + "😀" + new string('b', 9999) }, null, false)] };

        Assert.Equal(new string('a', 511) + "…", Assert.Single(Read(Json(state)).Tags).Schedule.Message);
    }

    [Fact]
    public void Pauses_AreRestoredByName()
    {
        var first = Create();
        first.TakeStateChanges();
        first.Schedule.Pause(Ruby);
        first.Schedule.Pause(Ruby.WithTag("b"));
        first.Schedule.Pause(Ruby.WithTag("c"));
        first.Schedule.Resume(Ruby.WithTag("c"), Start);
        var records = first.TakeStateChanges();
        Assert.Equal(
            [new("import-pauses", "shop/ruby", "{}"), new("import-pauses", "shop/ruby:b", "{}"), new("import-pauses", "shop/ruby:c", null)],
            records);

        var next = Create();
        next.Observe(Scheduled("ruby"));
        next.RestoreState(records);

        Assert.Null(next.NextDue);
        Assert.True(next.Schedule.Resume(Ruby, Start));
        Assert.NotNull(next.NextDue);
        next.RestoreState(records);
        Assert.NotNull(next.NextDue);
        Assert.False(next.Schedule.Pause(Ruby.WithTag("b")));
        Assert.Empty(_log.Lines);
    }

    [Fact]
    public void Pauses_BeforeTheFirstChangesAreTaken_AreAmongThem()
    {
        var imports = Create();
        imports.Schedule.Pause(Ruby);

        Assert.Equal([new StateRecord("import-pauses", "shop/ruby", "{}")], imports.TakeStateChanges());
        Assert.Empty(imports.TakeStateChanges());
    }

    [Fact]
    public void Forget_StreamThatAnotherProcessTakesOver_LeavesItsRecord()
    {
        var imports = Create();
        imports.Observe(Scheduled("ruby"));
        imports.TakeStateChanges();
        imports.Schedule.ScheduleNow(Ruby.WithTag("a"), Start);
        var job = imports.Take()!;

        imports.Forget(Ruby);
        imports.Schedule.Report(new ImportReport { Job = job, Time = Start });

        Assert.Empty(imports.TakeStateChanges());
        Assert.Null(imports.NextDue);
    }

    [Theory]
    [InlineData("a\0b")]
    [InlineData("\uD83D")]
    [InlineData("\uD83D\uDE00", true)]
    [InlineData("é", true, 512)]
    [InlineData("é", false, 513)]
    public void Take_NameThatNoStoreHolds_KeepsNoOtherRecordFromBeingWritten(string name, bool isStored = false, int times = 1)
    {
        var imports = Create();
        var paused = string.Concat(Enumerable.Repeat(name, times));
        imports.Schedule.Pause(ImageStreams.References.ImageStreamName.FromParts("", paused));
        imports.Observe(Scheduled("ruby"));

        var keys = imports.TakeStateChanges().Select(record => record.Key);

        Assert.Equal(isStored ? ["shop/ruby", paused] : ["shop/ruby"], keys);
    }

    [Theory]
    [InlineData("shop/ruby", "")]
    [InlineData("shop/ruby", "[]")]
    [InlineData("shop/ruby", "{}")]
    [InlineData("shop/ruby", """{"tags":{}}""")]
    [InlineData("shop/ruby", """{"tags":[7]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a"}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"next":"2024-06-01T00:15:00Z"}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a","next":"soon"}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a","next":"2024-06-01T00:15:00Z","failures":-1}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a","next":"2024-06-01T00:15:00Z","failures":99999999999}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a","next":"2024-06-01T00:15:00Z","interval":"-00:15:00"}]}""")]
    [InlineData("shop/ruby", """{"tags":[{"tag":"a","next":"2024-06-01T00:15:00Z","interval":"999999999.00:00:00"}]}""")]
    [InlineData("shop/ruby", """{"tags":[],"refusedVersion":"\ud800"}""")]
    [InlineData("shop/ruby", """{"tags":[[[[[[[[[[[[]]]]]]]]]]]]}""")]
    [InlineData("a/b/c", """{"tags":[]}""")]
    public void Restore_DamagedRecord_IsIgnoredWithALineInTheLog(string key, string value)
    {
        var imports = Create();

        imports.RestoreState([new StateRecord("imports", key, value), .. Records(Tag(next: 7, last: -8), "go")]);
        imports.Observe(Scheduled("ruby", created: -5));
        imports.Observe(Scheduled("go", created: -5));

        Assert.Contains($"The state imports {key} is ignored", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Equal(Start.AddMinutes(7), imports.NextDue);
    }

    [Fact]
    public void Restore_OtherRecords_AreIgnored()
    {
        var imports = Create();

        imports.RestoreState([new StateRecord("triggers", "a", "b"), new StateRecord("import-pauses", "a:b:c", "{}")]);

        Assert.Contains("neither the name of a stream nor that of a tag", Assert.Single(_log.Lines), StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => imports.RestoreState(null!));
    }

    private static StreamState Read(string json) => ImageStreams.Controllers.ImportStateJson.Read(json);

    private static string Json(StreamState state) => ImageStreams.Controllers.ImportStateJson.Write(state);
}
