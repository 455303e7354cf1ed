using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.References;
using ImageStreams.Storage;
using ImageStreams.Testing;
using Microsoft.Extensions.Time.Testing;

namespace ImageStreams.Tests.Contracts;

/// <summary>A process that ends every 10 minutes imports as often as one that never ends; each store runs it.</summary>
public abstract partial class RestartContract : IDisposable
{
    private static readonly DateTimeOffset Start = new(2024, 6, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly InMemoryRegistry _registry;
    private readonly List<(DateTimeOffset Time, ImageStreamTagName Tag, bool IsSuccess)> _imports = [];

    protected RestartContract() => _registry = new InMemoryRegistry(_time) { MaxRequests = 0 };

    /// <summary>The options of the schedule in each life.</summary>
    private ImportScheduleOptions Options { get; } = new() { Jitter = 0 };

    /// <summary>The number of streams of the test that has many.</summary>
    protected virtual int ManyStreams => 2000;

    /// <summary>Opens the stores as a new process does, over the data of the former one.</summary>
    /// <returns>The stores, and what ends the process's hold of them.</returns>
    protected abstract Task<(IImageStreamStore Streams, IStateStore State, IAsyncDisposable? Hold)> OpenAsync();

    public void Dispose()
    {
        _registry.Dispose();
        GC.SuppressFinalize(this);
    }

    [ContractFact]
    public async Task A_day_of_restarts_imports_each_tag_once_in_each_interval()
    {
        await CreateAsync(20);

        await LiveAsync(Day);

        Assert.All(Counts(), count => Assert.InRange(count, 95, 97));
        Assert.Equal(20, Counts().Count);
    }

    [ContractFact]
    public async Task A_day_of_restarts_with_jitter_imports_each_tag_once_in_each_interval()
    {
        Options.Jitter = ImportScheduleOptions.DefaultJitter;
        await CreateAsync(20);

        await LiveAsync(Day);

        Assert.All(Counts(), count => Assert.InRange(count, 96, 107));
    }

    [ContractFact]
    public async Task A_process_that_ends_before_any_import_is_due_starves_none()
    {
        await CreateAsync(5);
        await LiveAsync(TimeSpan.FromMinutes(10));

        await LiveAsync(TimeSpan.FromHours(6), TimeSpan.FromMinutes(2));

        Assert.All(Counts(), count => Assert.InRange(count, 24, 26));
    }

    [ContractFact]
    public async Task Failures_back_off_over_restarts()
    {
        await CreateAsync(20);
        await LiveAsync(TimeSpan.FromMinutes(30));
        _imports.Clear();
        using (_registry.FailUntilDisposed(new RegistryFault.NetworkFailure(), new RegistryRequestFilter { Repository = "team/app3" }))
        {
            await LiveAsync(TimeSpan.FromHours(4));
        }

        var failed = Times("s3", isSuccess: false);
        var waits = failed.Zip(failed.Skip(1), (one, next) => (next - one).TotalMinutes).ToList();
        Assert.Equal([1, 2, 4, 8], waits.Take(4).Select(wait => Math.Round(wait)));
        Assert.All(waits.Skip(4), wait => Assert.InRange(wait, 14.5, 16.5));
        Assert.All(Counts().Where(count => count != failed.Count), count => Assert.InRange(count, 15, 17));

        await LiveAsync(TimeSpan.FromHours(2));
        Assert.InRange(Times("s3", isSuccess: true).Count, 7, 9);
    }

    [ContractFact]
    public async Task Failures_of_a_tag_without_a_schedule_back_off_over_restarts()
    {
        using var down = _registry.FailUntilDisposed(new RegistryFault.NetworkFailure());
        await CreateAsync(1, isScheduled: false);

        await LiveAsync(Day);

        // After 0, 1, 3, 7, … minutes.
        Assert.InRange(Times("s0", isSuccess: false).Count, 10, 12);
    }

    [ContractFact]
    public async Task Streams_that_became_due_while_no_process_ran_are_spread()
    {
        Options.StartSpread = TimeSpan.FromMinutes(10);
        await CreateAsync(ManyStreams);
        await LiveAsync(TimeSpan.FromMinutes(20));
        _time.Advance(TimeSpan.FromHours(1));
        _imports.Clear();

        var begin = _time.GetUtcNow();
        await LiveAsync(TimeSpan.FromHours(1));

        // A tenth of them in each of 10 minutes, then and in each later interval.
        var mean = ManyStreams / 10;
        var minutes = _imports.GroupBy(import => (int)(import.Time - begin).TotalMinutes).Select(group => group.Count());
        Assert.All(minutes, count => Assert.InRange(count, 1, mean + (int)(4 * Math.Sqrt(mean))));
        Assert.All(Counts(), count => Assert.InRange(count, 4, 5));
        Assert.Equal(ManyStreams, Counts().Count);
    }

    /// <summary>Creates streams with one tag each, and their images.</summary>
    private async Task CreateAsync(int count, bool isScheduled = true)
    {
        var (streams, state, hold) = await OpenAsync();
        using var process = new RestartedProcess(streams, state, _registry, Options, _time);
        for (var i = 0; i < count; i++)
        {
            _registry.Push($"quay.example/team/app{i % 20}:1", SyntheticImage.Create($"app{i % 20}"));
            await process.Client.Streams.CreateAsync(CreateStream(i, isScheduled));
        }

        await (hold?.DisposeAsync() ?? default);
    }

    private static ImageStream CreateStream(int i, bool isScheduled) => new()
    {
        Metadata = new ObjectMeta { Namespace = "shop", Name = $"s{i}" },
        Spec = new ImageStreamSpec
        {
            Tags = new[]
            {
                new TagReference
                {
                    Name = "a",
                    From = new ObjectReference { Kind = ReferenceKinds.DockerImage, Name = $"quay.example/team/app{i % 20}:1" },
                    ImportPolicy = new TagImportPolicy { Scheduled = isScheduled },
                },
            }.ToKeyedList(),
        },
    };

    /// <summary>Lets processes follow each other for a time.</summary>
    private async Task LiveAsync(TimeSpan time, TimeSpan? lifetime = null)
    {
        var end = _time.GetUtcNow() + time;
        while (_time.GetUtcNow() < end)
        {
            await LiveOnceAsync(_time.GetUtcNow() + (lifetime ?? Lifetime));
        }
    }

    private async Task LiveOnceAsync(DateTimeOffset end, Func<RestartedProcess, Task>? act = null)
    {
        var (streams, state, hold) = await OpenAsync();
        using (var process = new RestartedProcess(streams, state, _registry, Options, _time))
        {
            await process.StartAsync();
            await (act?.Invoke(process) ?? Task.CompletedTask);
            await process.RunUntilAsync(end, Record);
        }

        await (hold?.DisposeAsync() ?? default);
    }

    private void Record(ImportReport report) => _imports.AddRange(
        report.Tags.Select(tag => (report.Time, report.Job.Stream.WithTag(tag.Tag), tag.IsSuccess)));

    /// <summary>The number of imports of each tag.</summary>
    private List<int> Counts() => [.. _imports.GroupBy(import => import.Tag).Select(group => group.Count())];

    private List<DateTimeOffset> Times(string stream, bool isSuccess) =>
    [
        .. _imports.Where(import => import.Tag.Stream == stream && import.IsSuccess == isSuccess).Select(import => import.Time),
    ];
}
