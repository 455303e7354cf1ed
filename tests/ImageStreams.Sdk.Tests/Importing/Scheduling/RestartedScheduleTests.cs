using ImageStreams.Controllers;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Testing;
using ImageStreams.Tests.Clients;
using static ImageStreams.Tests.Builders.StreamBuilder;
using static ImageStreams.Tests.Clients.EmbeddedEngine;

namespace ImageStreams.Tests.Importing;

/// <summary>The schedule across restarts, the results of a run, and the signal of the next due time.</summary>
public sealed class RestartedScheduleTests : IDisposable
{
    private static readonly DateTimeOffset Start = EmbeddedEngine.Now;
    private readonly EmbeddedEngine _engine = new();

    public void Dispose() => _engine.Dispose();

    /// <summary>The age of the event and of the condition in minutes (0 for none), and the least and the longest wait.</summary>
    [Theory]
    [InlineData(10, 0, 5, 5)]
    [InlineData(14, 0, 1, 1)]
    [InlineData(43200, 0, 0, 1)]
    [InlineData(43200, 10, 5, 5)]
    [InlineData(10, 43200, 5, 5)]
    [InlineData(0, 43200, 0, 1)]
    [InlineData(-60, 0, 15, 15)]
    public void NewProcess_IsDueByTheLastEventOrCondition(int eventAge, int conditionAge, int least, int most)
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { Jitter = 0 });

        schedule.Set(Known("ruby", eventAge, conditionAge), Start);

        Assert.InRange(schedule.NextDue!.Value - Start, TimeSpan.FromMinutes(least), TimeSpan.FromMinutes(most));
    }

    /// <summary>The minutes from one restart to the next.</summary>
    [Theory]
    [InlineData(10)]
    [InlineData(14)]
    [InlineData(2)]
    public void ProcessRestartedOften_ImportsEveryInterval(int lifetime)
    {
        var (imports, last, now) = (0, Start.AddDays(-30), Start);
        for (var restart = 0; restart < 1440 / lifetime; restart++, now = now.AddMinutes(lifetime))
        {
            var schedule = new ImportSchedule();
            schedule.Set(KnownSince(last), now);
            if (schedule.NextDue is { } due && due < now.AddMinutes(lifetime))
            {
                (imports, last) = (imports + 1, due);
            }
        }

        Assert.InRange(imports, 1440 / (15 + lifetime), 1440 / 13);
    }

    /// <summary>The age of the failure in seconds (-1 for unknown), and the least and the longest wait.</summary>
    [Theory]
    [InlineData(10, 50, 50)]
    [InlineData(3600, 0, 60)]
    [InlineData(-1, 60, 60)]
    public void UnscheduledTagThatFailedBefore_IsRetriedByTheTimeOfItsCondition(int age, int least, int most)
    {
        var stream = AnImageStream().Tag("a").FollowsImage("quay.io/app/web:a").HasFailed("InternalError").Build();
        var schedule = new ImportSchedule();

        schedule.Set(age < 0 ? stream : WithConditionsAt(stream, Start.AddSeconds(-age)), Start);

        var retry = Assert.Single(schedule.Find(ImageStreamName.FromParts("shop", "ruby"))).NextCheck;
        Assert.InRange(retry - Start, TimeSpan.FromSeconds(least), TimeSpan.FromSeconds(most));
    }

    [Fact]
    public void Overdue_IsSpreadOverTheStartAndTheSameForTheSameStart()
    {
        var first = DueTimes(new ImportScheduleOptions());
        var again = DueTimes(new ImportScheduleOptions());
        var atOnce = DueTimes(new ImportScheduleOptions { StartSpread = TimeSpan.Zero });

        Assert.Equal(first, again);
        Assert.All(first, due => Assert.InRange(due, Start, Start + ImportScheduleOptions.DefaultStartSpread));
        Assert.All(Enumerable.Range(0, 6), i => Assert.InRange(
            first.Count(due => due >= Start.AddSeconds(10 * i) && due < Start.AddSeconds(10 * (i + 1))), 20, 200));
        Assert.All(atOnce, due => Assert.Equal(Start, due));
    }

    [Fact]
    public void SpreadLongerThanTheInterval_IsCut()
    {
        var times = DueTimes(new ImportScheduleOptions { Interval = TimeSpan.FromSeconds(5), StartSpread = TimeSpan.FromHours(1) });
        Assert.All(times, due => Assert.InRange(due, Start, Start.AddSeconds(5)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(86401)]
    public void SpreadOutOfRange_IsRefused(int seconds) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new ImportSchedule(new ImportScheduleOptions { StartSpread = TimeSpan.FromSeconds(seconds) }));

    [Fact]
    public async Task RunDue_AnswersWithWhatHappened()
    {
        _engine.Registry.Push("app/web:1", SyntheticImage.Create("1"));
        _engine.Registry.Push("app/web:2", SyntheticImage.Create("2"));
        var controller = CreateController();
        controller.Observe(await CreateAsync("ruby", "1", "2", "none"));

        var first = await controller.RunDueAsync();
        _engine.Registry.Push("app/web:2", SyntheticImage.Create("3"));
        _engine.Time.SetUtcNow(first.NextDue!.Value);
        var second = await controller.RunDueAsync();
        var idle = await controller.RunDueAsync();

        Assert.Equal(["shop/ruby:1", "shop/ruby:2"], first.Imported.Select(tag => tag.ToString()));
        Assert.StartsWith("shop/ruby:none: NotFound, ", Assert.Single(first.Failed).ToString(), StringComparison.Ordinal);
        Assert.Equal(["shop/ruby:2"], second.Imported.Select(tag => tag.ToString()));
        Assert.Equal(["shop/ruby:1"], second.Unchanged.Select(tag => tag.ToString()));
        Assert.Equal(controller.NextDue, second.NextDue);
        Assert.Equal("0 imported, 0 unchanged, 0 failed, next at 2024-06-01 00:30:00Z", idle.ToString());
    }

    [Fact]
    public async Task RefusedRequest_IsAFailureOfTheStream()
    {
        var controller = CreateController();
        var stream = await CreateAsync("ruby", "1");
        controller.Observe(stream);
        await _engine.Client.Streams.UpdateAsync(stream with { Spec = stream.Spec with { LookupPolicy = new() { Local = true } } });

        var failed = Assert.Single((await controller.RunDueAsync()).Failed);

        Assert.Equal(("shop/ruby", null, "Conflict"), (failed.Stream.ToString(), failed.Tag, failed.Status.Reason));
    }

    [Fact]
    public async Task RepositoryThatIsNotListed_IsAFailureOfTheStream()
    {
        using var down = _engine.Registry.FailUntilDisposed(new RegistryFault.NetworkFailure());
        var controller = CreateController();
        var stream = AStream("ruby");
        controller.Observe(await _engine.Client.Streams.CreateAsync(
            stream with { Spec = stream.Spec with { DockerImageRepository = "quay.io/app/web" } }));

        var failed = Assert.Single((await controller.RunDueAsync()).Failed);

        Assert.Null(failed.Tag);
        Assert.Equal("InternalError", failed.Status.Reason);
    }

    [Fact]
    public void EachChangeOfNextDue_IsSignaledOnce()
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { Jitter = 0 });
        List<DateTimeOffset?> signaled = [];
        schedule.NextDueChanged += (_, _) => signaled.Add(schedule.NextDue);
        var ruby = ImageStreamName.FromParts("shop", "ruby");

        schedule.Set(Known("ruby", 5, 0), Start);
        schedule.Set(Known("later", 1, 0), Start);
        schedule.ScheduleNow(ruby.WithTag("a"), Start);
        schedule.Take(Start);
        schedule.Pause(ruby);
        schedule.Remove(ImageStreamName.FromParts("shop", "later"));

        Assert.Equal([Start.AddMinutes(10), Start, Start.AddMinutes(14), null], signaled);
    }

    /// <summary>The number of calls in which the handler throws.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(int.MaxValue)]
    public void HandlerThrowsWhileAJobIsTaken_TheJobIsDueAgain(int times)
    {
        var schedule = new ImportSchedule(new ImportScheduleOptions { StartSpread = TimeSpan.Zero });
        schedule.Set(Known("ruby", 60, 0), Start);
        void Fail(object? sender, EventArgs e)
        {
            if (times-- > 0)
            {
                throw new InvalidOperationException("not now");
            }
        }

        schedule.NextDueChanged += Fail;

        Assert.Throws<InvalidOperationException>(() => schedule.Take(Start));
        schedule.NextDueChanged -= Fail;

        Assert.Equal("shop/ruby", schedule.Take(Start)?.Stream.ToString());
        Assert.Null(schedule.Take(Start));
    }

    [Fact]
    public async Task WaitUntilDue_EndsWhenSomethingBecomesDue()
    {
        var controller = CreateController();
        var wait = controller.WaitUntilDueAsync();
        controller.Observe(Known("ruby", 5, 0));
        Assert.False(wait.IsCompleted);

        controller.Schedule.ScheduleNow(ImageStreamName.FromParts("shop", "ruby").WithTag("a"), Start);

        await wait;
        Assert.NotNull(controller.Take());
    }

    [Fact]
    public async Task WaitUntilDue_EndsAtTheTimeThatIsMovedCloser()
    {
        var controller = CreateController();
        controller.Observe(Known("ruby", 1, 0));
        var wait = controller.WaitUntilDueAsync();
        controller.Observe(Known("sooner", 10, 0));

        _engine.Time.Advance(TimeSpan.FromMinutes(4));
        Assert.False(wait.IsCompleted);
        while (!wait.IsCompleted)
        {
            await Task.Yield();   // the wait takes up the time that was moved
            _engine.Time.Advance(TimeSpan.FromSeconds(1));
        }

        await wait;
        Assert.Equal("shop/sooner", controller.Take()!.Stream.ToString());
    }

    [Fact]
    public async Task WaitUntilDue_CanBeCanceled()
    {
        using var stop = new CancellationTokenSource();
        var wait = CreateController().WaitUntilDueAsync(stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => wait);
    }

    private static List<DateTimeOffset> DueTimes(ImportScheduleOptions options)
    {
        var schedule = new ImportSchedule(options);
        return Enumerable.Range(0, 500).Select(i =>
        {
            schedule.Set(Known($"s{i}", 43200, 0), Start);
            return Assert.Single(schedule.Find(ImageStreamName.FromParts("shop", $"s{i}"))).NextCheck;
        }).ToList();
    }

    /// <summary>A stream with a scheduled tag whose event and condition have an age in minutes; 0 for none.</summary>
    private static ImageStream Known(string name, int eventAge, int conditionAge)
    {
        var builder = AnImageStream(name).Tag("a").FollowsImage("quay.io/app/web:a").Scheduled();
        builder = eventAge == 0 ? builder : builder.PointsTo('1').At(Start.AddMinutes(-eventAge));
        var stream = (conditionAge == 0 ? builder : builder.HasFailed("NotFound")).Build();
        stream = stream with
        {
            Metadata = stream.Metadata with
            {
                Annotations = stream.Metadata.Annotations.Set(ImageStreamAnnotations.RepositoryCheck, "2024-01-01T00:00:00Z"),
            },
        };
        return conditionAge == 0 ? stream : WithConditionsAt(stream, Start.AddMinutes(-conditionAge));
    }

    /// <summary>A stream that was imported at a time.</summary>
    private static ImageStream KnownSince(DateTimeOffset time)
    {
        var stream = Known("ruby", 1, 0);
        var history = stream.Status.Tags[0];
        history = history with { Items = [history.Items[0] with { Created = time }] };
        return stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(history) } };
    }

    private static ImageStream WithConditionsAt(ImageStream stream, DateTimeOffset time)
    {
        var history = stream.Status.Tags[0];
        history = history with { Conditions = [history.Conditions[0] with { LastTransitionTime = time }] };
        return stream with { Status = stream.Status with { Tags = stream.Status.Tags.Set(history) } };
    }

    private Task<ImageStream> CreateAsync(string name, params string[] tags) => _engine.Client.Streams.CreateAsync(
        AStream(name, [.. tags.Select(tag => FromRegistry(tag, $"quay.io/app/web:{tag}") with { ImportPolicy = new() { Scheduled = true } })]));

    private ImportController CreateController() =>
        new(_engine.Client, new ImportSchedule(new ImportScheduleOptions { Jitter = 0 }), _engine.Time);
}
