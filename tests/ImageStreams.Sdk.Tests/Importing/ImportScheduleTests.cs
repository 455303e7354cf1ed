using FsCheck.Xunit;
using ImageStreams.Importing;
using ImageStreams.References;
using static ImageStreams.Tests.Building.StreamBuilder;

namespace ImageStreams.Tests.Importing;

public class ImportScheduleTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly ImageStreamName Ruby = ImageStreamName.FromParts("ruby", "shop");
    private static readonly KubernetesStatus Success = new() { Status = "Success" };
    private readonly ImportSchedule _schedule = new();

    [Fact]
    public void Take_TagThatWaits_IsDueAtOnce()
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
        _schedule.Set(AnImageStream().AtGeneration(2).Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo('1')
            .Tag("b").FollowsImage("quay.io/app/web:b").Scheduled().PointsTo('2').Build(), Start.AddMinutes(5));

        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(15))!.Tags);
        Assert.Equal(2, _schedule.Find(Ruby).Count);
    }

    [Fact]
    public void Report_FailureThatMayPass_IsTriedSoonerAndSlower()
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

        Assert.Equal([1, 2, 4, 8, 15, 15], waits);
        var tag = Assert.Single(_schedule.Find(Ruby));
        Assert.Equal((6, "ServiceUnavailable"), (tag.Failures, tag.Reason));
    }

    [Fact]
    public void Report_FailureThatNeverPasses_IsStillTried()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions
        {
            Interval = TimeSpan.FromDays(2),
            RetryDelay = TimeSpan.FromDays(1),
        });
        schedule.Set(Waiting(), Start);
        var now = Start;
        for (var i = 0; i < 100; i++)
        {
            schedule.Report(ReportOf(schedule.Take(now)!, now, Failure(503)));
            now = schedule.NextDue!.Value;
        }

        Assert.Equal(Start.AddDays(1 + (99 * 2)), now);
    }

    [Fact]
    public void Report_FailureThatWillNotPass_LeavesAnUnscheduledTagAlone()
    {
        _schedule.Set(Waiting(), Start);

        Report(_schedule.Take(Start)!, Start, Failure(404));

        Assert.Null(_schedule.NextDue);
        Assert.Empty(_schedule.Find(Ruby));
    }

    [Fact]
    public void Report_RegistryThatNamesATime_IsHeeded()
    {
        _schedule.Set(Imported("1"), Start);
        var due = Start.AddMinutes(15);

        Report(_schedule.Take(due)!, due, Failure(429) with { Details = new StatusDetails { RetryAfterSeconds = 3600 } });

        Assert.Equal(due.AddHours(1), _schedule.NextDue);
    }

    [Fact]
    public void Report_RefusedRequest_IsAskedAgain()
    {
        _schedule.Set(Waiting(), Start);
        var job = _schedule.Take(Start)!;

        _schedule.Report(new ImportReport { Job = job, Time = Start, Refusal = Failure(409) });

        Assert.Equal(Start.AddMinutes(1), _schedule.NextDue);
        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(1))!.Tags);
    }

    [Fact]
    public void Report_StreamThatIsGone_IsForgotten()
    {
        _schedule.Set(Waiting(), Start);
        var job = _schedule.Take(Start)!;
        var gone = new KubernetesStatus { Code = 404, Details = new StatusDetails { Kind = "imageStream" } };

        _schedule.Report(new ImportReport { Job = job, Time = Start, Refusal = gone });

        Assert.Null(_schedule.NextDue);
    }

    [Fact]
    public void Set_VersionThatIsKnown_ChangesNothing()
    {
        _schedule.Set(Imported("1"), Start);

        _schedule.Set(Imported("1") with { Spec = new ImageStreamSpec() }, Start.AddMinutes(1));

        Assert.Equal(["a"], _schedule.Take(Start.AddMinutes(15))!.Tags);
    }

    [Fact]
    public void Remove_StreamUnderWay_NeverComesBack()
    {
        _schedule.Set(Imported("1"), Start);
        var job = _schedule.Take(Start.AddMinutes(15))!;

        _schedule.Remove(Ruby);
        Report(job, Start.AddMinutes(15), Success);

        Assert.Null(_schedule.NextDue);
    }

    /// <summary>Whatever is written when, no scheduled tag waits longer than an interval for its turn.</summary>
    [Property(MaxTest = 200, Replay = "41,43")]
    public void Take_AnyWrites_NoTagWaitsLongerThanItsInterval(byte[] gaps)
    {
        var schedule = new ImportSchedule();
        schedule.Set(Imported("0"), Start);
        var (now, last, version) = (Start, Start, 0);
        foreach (var gap in gaps)
        {
            now = now.AddMinutes(gap % 20);
            while (schedule.NextDue is { } due && due <= now)
            {
                Assert.Equal(last + ImportScheduleOptions.DefaultInterval, due);
                schedule.Report(ReportOf(schedule.Take(due)!, due, Success));
                last = due;
            }

            schedule.Set(Imported($"{++version}"), now);
        }
    }

    private static ImageStream Waiting() =>
        AnImageStream().AtGeneration(2).Tag("a", 2).FollowsImage("quay.io/app/web:a").Build();

    private static ImageStream Imported(string version)
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:a").Scheduled().PointsTo('1').Build();
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

    private static ImportReport ReportOf(ImportJob job, DateTimeOffset now, KubernetesStatus status) => new()
    {
        Job = job,
        Time = now,
        Tags = [.. job.Tags.Select(tag => new TagImportReport { Tag = tag, Status = status })],
    };

    private void Report(ImportJob job, DateTimeOffset now, KubernetesStatus status) =>
        _schedule.Report(ReportOf(job, now, status));
}
