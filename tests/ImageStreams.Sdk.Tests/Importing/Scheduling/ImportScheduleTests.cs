using FsCheck.Xunit;
using ImageStreams.Importing;
using ImageStreams.References;
using static ImageStreams.Tests.Builders.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public class ImportScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ImageStreamName Ruby = ImageStreamName.FromParts("shop", "ruby");
    private static readonly KubernetesStatus Success = new() { Status = "Success" };
    private readonly ImportSchedule _schedule = new(new ImportScheduleOptions { Jitter = 0 });

    [Fact]
    public void Take_PendingTag_IsDueAtOnce()
    {
        _schedule.Set(Waiting(), Start);

        var job = _schedule.Take(Start)!;

        Assert.Equal(["a"], job.Tags);
        Assert.Equal((Ruby, Start), (job.Stream, job.Due));
        Assert.Null(_schedule.Take(Start));
        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Take_ScheduledTag_IsDueEveryInterval()
    {
        _schedule.Set(Imported("1"), Start);
        Assert.Null(_schedule.Take(Start));

        List<TimeSpan> times = [];
        for (var i = 0; i < 4; i++)
        {
            var due = _schedule.NextDue!.Value;
            times.Add(due - Start);
            Report(_schedule.Take(due)!, due + TimeSpan.FromSeconds(20), Success);
        }

        Assert.Equal([15d, 30, 45, 60], times.Select(time => time.TotalMinutes));
    }

    [Fact]
    public void Set_UnrelatedWrites_DoNotMoveATag()
    {
        _schedule.Set(Imported("1"), Start);

        for (var minute = 1; minute < 15; minute++)
        {
            _schedule.Set(Imported($"{minute + 1}"), Start.AddMinutes(minute));
        }

        Assert.Equal(Start.AddMinutes(15), _schedule.NextDue);
    }

    [Fact]
    public void Take_TagsOfOneStream_EachHaveTheirTime()
    {
        _schedule.Set(Imported("1"), Start);
        _schedule.Set(AnImageStream().AtGeneration(2).Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo('1').At(Start)
            .Tag("b").FollowsImage("quay.io/app/web:b").Scheduled().PointsTo('2').At(Start.AddMinutes(5)).Build(), Start.AddMinutes(5));

        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(15))!.Tags);
        Assert.Equal(2, _schedule.Find(Ruby).Count);
    }

    [Fact]
    public void Report_TransientFailure_IsRetriedWithGrowingDelays()
    {
        _schedule.Set(Waiting(), Start);
        var now = Start;
        List<double> waits = [];
        for (var i = 0; i < 6; i++)
        {
            Report(_schedule.Take(now)!, now, Failure(503));
            waits.Add((_schedule.NextDue!.Value - now).TotalMinutes);
            now = _schedule.NextDue!.Value;
        }

        Assert.Equal([1, 2, 4, 8, 16, 32], waits);
        var tag = Assert.Single(_schedule.Find(Ruby));
        Assert.Equal((6, "ServiceUnavailable"), (tag.Failures, tag.Reason));
    }

    [Fact]
    public void Report_RepeatedFailure_IsStillRetried()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            Interval = TimeSpan.FromDays(2),
            RetryDelay = TimeSpan.FromDays(1),
            Jitter = 0,
        });
        schedule.Set(Waiting(), Start);
        var now = Start;
        for (var i = 0; i < 100; i++)
        {
            schedule.Report(CreateReport(schedule.Take(now)!, now, Failure(503)));
            now = schedule.NextDue!.Value;
        }

        Assert.Equal(Start.AddDays(1 + (99 * 2)), now);
    }

    [Fact]
    public void Report_PermanentFailure_IsNotRetriedUnlessScheduled()
    {
        _schedule.Set(Waiting(), Start);

        Report(_schedule.Take(Start)!, Start, Failure(404));

        Assert.Null(_schedule.NextDue);
        Assert.Empty(_schedule.Find(Ruby));
    }

    [Fact]
    public void Report_RetryAfter_IsObserved()
    {
        _schedule.Set(Imported("1"), Start);
        var due = Start.AddMinutes(15);

        Report(_schedule.Take(due)!, due, Failure(429) with { Details = new StatusDetails { RetryAfterSeconds = 3600 } });

        Assert.Equal(due.AddHours(1), _schedule.NextDue);
    }

    [Fact]
    public void Report_RefusedRequest_IsRetried()
    {
        _schedule.Set(Waiting(), Start);
        var job = _schedule.Take(Start)!;

        _schedule.Report(new ImportReport { Job = job, Time = Start, Refusal = Failure(409) });

        Assert.Equal(Start.AddMinutes(1), _schedule.NextDue);
        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(1))!.Tags);
    }

    [Fact]
    public void Report_DeletedStream_IsRemoved()
    {
        _schedule.Set(Waiting(), Start);
        var job = _schedule.Take(Start)!;
        var gone = new KubernetesStatus { Code = 404, Details = new StatusDetails { Kind = "imageStream" } };

        _schedule.Report(new ImportReport { Job = job, Time = Start, Refusal = gone });

        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Set_KnownVersion_ChangesNothing()
    {
        _schedule.Set(Imported("1"), Start);

        _schedule.Set(Imported("1") with { Spec = new ImageStreamSpec() }, Start.AddMinutes(1));

        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(15))!.Tags);
    }

    [Fact]
    public void Remove_StreamWithARunningImport_StaysRemoved()
    {
        _schedule.Set(Imported("1"), Start);
        var job = _schedule.Take(Start.AddMinutes(15))!;

        _schedule.Remove(Ruby);
        Report(job, Start.AddMinutes(15), Success);

        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Take_IntervalOfTheRegistry_ComesBeforeTheDefault()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            Jitter = 0,
            RegistryIntervals = { new() { Registry = "Quay.IO", Interval = TimeSpan.FromHours(1) } },
        });
        schedule.Set(Imported("1"), Start);

        Assert.Equal((Start.AddHours(1), TimeSpan.FromHours(1)), (schedule.NextDue, schedule.Find(Ruby)[0].Interval));
    }

    [Fact]
    public void Take_IntervalOfTheTag_ComesBeforeTheRegistry()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            Jitter = 0,
            RegistryIntervals = { new() { Registry = "quay.io", Interval = TimeSpan.FromHours(1) } },
            TagInterval = (_, specTag) => specTag.Name == "a" ? TimeSpan.FromMinutes(2) : null,
        });
        schedule.Set(Imported("1"), Start);

        Assert.Equal(Start.AddMinutes(2), schedule.NextDue);
        schedule.Report(CreateReport(schedule.Take(Start.AddMinutes(2))!, Start.AddMinutes(2), Success));
        Assert.Equal(Start.AddMinutes(4), schedule.NextDue);
    }

    [Fact]
    public void Take_Jitter_SpreadsTagsAndDelaysNone()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { Jitter = 0.2 });
        for (var i = 0; i < 200; i++)
        {
            var stream = Imported("1");
            schedule.Set(stream with { Metadata = stream.Metadata with { Name = $"s{i}" } }, Start);
        }

        var dues = Enumerable.Range(0, 200)
            .Select(i => schedule.Find(ImageStreamName.FromParts("shop", $"s{i}"))[0].NextCheck - Start).ToList();

        Assert.InRange(dues.Min(), TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(12.2));
        Assert.InRange(dues.Max(), TimeSpan.FromMinutes(14.8), TimeSpan.FromMinutes(15));
        Assert.InRange(dues.Average(due => due.TotalMinutes), 13.3, 13.7);
    }

    [Fact]
    public void Pause_Stream_WaitsUntilItIsResumed()
    {
        _schedule.Set(Imported("1"), Start);

        Assert.True(_schedule.Pause(Ruby));
        Assert.Null(_schedule.NextDue);
        Assert.Null(_schedule.Take(Start.AddDays(1)));
        Assert.True(_schedule.Find(Ruby)[0].IsPaused);
        Assert.True(_schedule.Resume(Ruby, Start.AddDays(1)));
        Assert.Equal(["a"], _schedule.Take(Start.AddDays(1))!.Tags);
    }

    [Fact]
    public void Pause_PendingTag_DoesNotAffectOthers()
    {
        _schedule.Pause(Ruby.WithTag("a"));
        _schedule.Set(
            AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a").Tag("b", 2).FollowsImage("quay.io/app/web:b").Build(),
            Start);

        Report(_schedule.Take(Start)!, Start, Success);

        Assert.Null(_schedule.NextDue);
        Assert.True(_schedule.Resume(Ruby.WithTag("a"), Start.AddHours(1)));
        Assert.Contains("a", _schedule.Take(Start.AddHours(1))!.Tags);
        Assert.False(_schedule.Resume(Ruby.WithTag("a"), Start));
    }

    [Fact]
    public void ScheduleNow_UnscheduledTag_IsImportedOnceMore()
    {
        var stream = Imported("1");
        var specTag = stream.Spec.Tags[0] with { ImportPolicy = new TagImportPolicy() };
        _schedule.Set(stream with { Spec = stream.Spec with { Tags = [specTag] } }, Start);

        Assert.True(_schedule.ScheduleNow(Ruby.WithTag("a"), Start.AddMinutes(1)));
        Report(_schedule.Take(Start.AddMinutes(1))!, Start.AddMinutes(1), Success);

        Assert.Null(_schedule.NextDue);
        Assert.False(_schedule.ScheduleNow(Ruby.WithTag("none"), Start));
    }

    [Fact]
    public void Notify_MovedTag_IsDueNow()
    {
        _schedule.Set(Imported("1"), Start);
        var moved = RepositoryMove.FromReference(ImageReference.Parse("quay.io/app/web:a"));

        Assert.Equal(1, _schedule.Notify(moved, Start.AddMinutes(1)));
        Assert.Equal(0, _schedule.Notify(RepositoryMove.FromReference(ImageReference.Parse("quay.io/app/web:b")), Start.AddMinutes(1)));
        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(1))!.Tags);
    }

    [Fact]
    public void Notify_Repository_AffectsUnscheduledStreamsIfRequested()
    {
        _schedule.Set(Following("quay.io/app/web"), Start);
        _schedule.Report(CreateReport(_schedule.Take(Start)!, Start, Success) with { Repository = Success });
        var moved = RepositoryMove.FromReference(ImageReference.Parse("quay.io/app/web:a"));

        Assert.Equal(0, _schedule.Notify(moved, Start.AddMinutes(1)));
        Assert.Equal(1, _schedule.Notify(moved, Start.AddMinutes(1), unscheduledToo: true));
        Assert.NotNull(_schedule.Take(Start.AddMinutes(1))!.Request.Spec.Repository);
    }

    [Fact]
    public void Report_UnreachableRepository_IsRetried()
    {
        _schedule.Set(Following("quay.io/app/web"), Start);
        var job = _schedule.Take(Start)!;

        _schedule.Report(CreateReport(job, Start, Success) with { Repository = Failure(503) });

        Assert.Equal(Start.AddMinutes(1), _schedule.NextDue);
        Assert.Equal(("", "ServiceUnavailable"), (_schedule.Find(Ruby)[0].Tag, _schedule.Find(Ruby)[0].Reason));
        Assert.NotNull(_schedule.Take(Start.AddMinutes(1))!.Request.Spec.Repository);
    }

    [Fact]
    public void Report_TransientFailureOfAScheduledTag_WaitsAtMostItsInterval()
    {
        _schedule.Set(Imported("1"), Start);
        var now = Start.AddMinutes(15);
        for (var i = 0; i < 8; i++)
        {
            Report(_schedule.Take(now)!, now, Failure(503));
            Assert.True(_schedule.NextDue - now <= TimeSpan.FromMinutes(15));
            now = _schedule.NextDue!.Value;
        }
    }

    [Fact]
    public void Report_TransientFailureOfARepositoryTag_RetriesThatTagOnly()
    {
        _schedule.Set(Following("quay.io/app/web"), Start);
        var failed = new TagImportReport { Tag = "1", Status = Failure(503) };

        _schedule.Report(CreateReport(_schedule.Take(Start)!, Start, Success) with { Repository = Failure(0), RepositoryTags = [failed] });
        var job = _schedule.Take(Start.AddMinutes(1))!;

        Assert.Null(job.Request.Spec.Repository);
        Assert.Equal("quay.io/app/web:1", Assert.Single(job.Request.Spec.Images).From.Name);
        Report(job, Start.AddMinutes(1), Success);
        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Report_RepeatedRefusals_AreRetriedLaterEachTime()
    {
        _schedule.Set(Waiting(), Start);
        var now = Start;
        List<double> waits = [];
        for (var i = 0; i < 4; i++)
        {
            _schedule.Report(new ImportReport { Job = _schedule.Take(now)!, Time = now, Refusal = Failure(422) });
            waits.Add((_schedule.NextDue!.Value - now).TotalMinutes);
            now = _schedule.NextDue!.Value;
        }

        Assert.Equal([1, 2, 4, 8], waits);
    }

    [Fact]
    public void Report_RefusedNeeds_DoNotStopScheduledTags()
    {
        var stream = AnImageStream().AtGeneration(2).Tag("new", 2).FollowsImage("quay.io/app/web:new")
            .Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo('1').At(Start).Build();
        _schedule.Set(stream, Start);
        var (now, checks) = (Start, 0);
        for (var i = 0; i < 20; i++)
        {
            var job = _schedule.Take(now)!;
            var isNeeded = job.Tags.Contains("new");
            checks += isNeeded ? 0 : 1;
            _schedule.Report(isNeeded
                ? new ImportReport { Job = job, Time = now, Refusal = Failure(422) }
                : CreateReport(job, now, Success));
            now = _schedule.NextDue!.Value;
        }

        Assert.True(checks >= 5, $"{checks} checks");
    }

    [Fact]
    public void Report_ConflictWithAKnownVersion_IsRetriedAtOnce()
    {
        _schedule.Set(Version(Waiting(), "1"), Start);
        var job = _schedule.Take(Start)!;
        _schedule.Set(Version(Waiting(), "2"), Start);

        _schedule.Report(new ImportReport { Job = job, Time = Start, Refusal = Failure(409) });

        Assert.Equal("2", _schedule.Take(Start)!.Request.Metadata.ResourceVersion);
    }

    [Fact]
    public void ScheduleNow_DuringItsImport_ImportsOnceMore()
    {
        _schedule.Set(Imported("1"), Start);
        var due = Start.AddMinutes(15);
        var job = _schedule.Take(due)!;

        Assert.Equal(1, _schedule.Notify(RepositoryMove.FromReference(ImageReference.Parse("quay.io/app/web:a")), due.AddSeconds(5)));
        Report(job, due.AddSeconds(20), Success);

        Assert.Equal(["a"], _schedule.Take(due.AddSeconds(20))!.Tags);
    }

    [Fact]
    public void Resume_DuringAnotherImport_IsNotLost()
    {
        var stream = AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a")
            .Tag("b").FollowsImage("quay.io/app/web:b").Scheduled().PointsTo('1').At(Start).Build();
        _schedule.Pause(Ruby.WithTag("a"));
        _schedule.Set(stream, Start);
        Assert.Null(_schedule.Take(Start));
        var job = _schedule.Take(Start.AddMinutes(15))!;

        _schedule.Resume(Ruby.WithTag("a"), Start.AddMinutes(15));
        Report(job, Start.AddMinutes(15), Success);

        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(15))!.Tags);
    }

    [Fact]
    public void Report_OfARecreatedStream_ChangesNothing()
    {
        _schedule.Set(Waiting(), Start);
        var old = _schedule.Take(Start)!;
        _schedule.Remove(Ruby);
        _schedule.Set(Waiting(), Start);
        var job = _schedule.Take(Start)!;

        Report(old, Start, Success);

        Assert.Null(_schedule.Take(Start));
        Report(job, Start, Success);
        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Set_EndlessInterval_IsLimited()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { Interval = TimeSpan.MaxValue, TagInterval = (_, _) => TimeSpan.MaxValue });

        schedule.Set(Imported("1"), Start);

        Assert.True(schedule.NextDue > Start.AddYears(8));
    }

    [Fact]
    public void Set_ShorterInterval_AppliesAtOnce()
    {
        var interval = TimeSpan.FromDays(30);
        var schedule = new ImportSchedule(new ImportScheduleOptions { Jitter = 0, TagInterval = (_, _) => interval });
        schedule.Set(Imported("1"), Start);

        interval = TimeSpan.FromMinutes(1);
        schedule.Set(Imported("2"), Start.AddHours(1));

        Assert.Equal(Start.AddMinutes(61), schedule.NextDue);
    }

    [Fact]
    public void Set_IntervalFunctionThrows_DoesNotChangeTheSchedule()
    {
        var isBroken = true;
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            TagInterval = (_, _) => isBroken ? throw new InvalidOperationException() : null,
        });
        Assert.Throws<InvalidOperationException>(() => schedule.Set(Imported("1"), Start));

        isBroken = false;
        schedule.Set(Imported("1"), Start);

        Assert.NotNull(schedule.NextDue);
    }

    [Fact]
    public void Report_VeryLongRetryAfter_IsObservedForADay()
    {
        _schedule.Set(Imported("1"), Start);
        var due = Start.AddMinutes(15);

        Report(_schedule.Take(due)!, due, Failure(429) with { Details = new StatusDetails { RetryAfterSeconds = int.MaxValue } });

        Assert.Equal(due.AddDays(1), _schedule.NextDue);
    }

    [Fact]
    public void Set_StreamWithATransientFailure_RetriesIt()
    {
        _schedule.Set(AnImageStream().Tag("a").FollowsImage("quay.io/app/web:a").HasFailed("InternalError").Build(), Start);

        Assert.Equal(("InternalError", 1), (_schedule.Find(Ruby)[0].Reason, _schedule.Find(Ruby)[0].Failures));
    }

    [Fact]
    public void Report_MissingRepository_IsNotRetried()
    {
        _schedule.Set(Following("quay.io/app/none"), Start);

        _schedule.Report(CreateReport(_schedule.Take(Start)!, Start, Success) with { Repository = Failure(404) });

        Assert.Null(_schedule.NextDue);
    }

    [Theory]
    [InlineData(0, 0.1)]
    [InlineData(-1, 0.1)]
    [InlineData(1, -0.1)]
    [InlineData(1, 0.6)]
    public void Create_OptionOutOfRange_IsRefused(int minutes, double jitter) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ImportSchedule(new ImportScheduleOptions { Interval = TimeSpan.FromMinutes(minutes), Jitter = jitter }));

    /// <summary>No scheduled tag waits longer than its interval, whatever is written and when.</summary>
    [Property(MaxTest = 200, Replay = "41,43")]
    public void Take_AnyWrites_NoTagWaitsLongerThanItsInterval(byte[] gaps)
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { Jitter = 0 });
        schedule.Set(Imported("0"), Start);
        var (now, last, version) = (Start, Start, 0);
        foreach (var gap in gaps)
        {
            now = now.AddMinutes(gap % 20);
            while (schedule.NextDue is { } due && due <= now)
            {
                Assert.Equal(last + ImportScheduleOptions.DefaultInterval, due);
                schedule.Report(CreateReport(schedule.Take(due)!, due, Success));
                last = due;
            }

            schedule.Set(Imported($"{++version}"), now);
        }
    }

    private static ImageStream Following(string repository)
    {
        var stream = AnImageStream().Build();
        return stream with { Spec = stream.Spec with { DockerImageRepository = repository } };
    }

    private static ImageStream Version(ImageStream stream, string version) =>
        stream with { Metadata = stream.Metadata with { ResourceVersion = version } };

    private static ImageStream Waiting() =>
        AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a").Build();

    private static ImageStream Imported(string version)
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo('1').At(Start).Build();
        return stream with
        {
            Metadata = stream.Metadata with
            {
                ResourceVersion = version,
                Annotations = stream.Metadata.Annotations.Set("openshift.io/image.dockerRepositoryCheck", "2026-01-01T00:00:00Z"),
            },
        };
    }

    private static KubernetesStatus Failure(int code) => new()
    {
        Status = "Failure",
        Code = code,
        Reason = code == 503 ? "ServiceUnavailable" : "Failure",
    };

    private static ImportReport CreateReport(ImportJob job, DateTimeOffset now, KubernetesStatus status) => new()
    {
        Job = job,
        Time = now,
        Tags = [.. job.Tags.Select(tag => new TagImportReport { Tag = tag, Status = status })],
    };

    private void Report(ImportJob job, DateTimeOffset now, KubernetesStatus status) =>
        _schedule.Report(CreateReport(job, now, status));
}
